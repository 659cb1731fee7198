/**
 * What happens between an instruction and the next: the single-step trap, then the fetch at the
 * new RIP. Intel SDM Vol. 3A, 6.9, and Vol. 3B, 18.3.1.4; AMD APM Vol. 2, 8.5 and 13.1.4.
 */
import type { OperationContext } from "../operation.ts";
import { isCanonical, pagingWidth } from "./canonical.ts";
import { DB, GP } from "./exceptions.ts";
import { in64BitMode } from "./mode.ts";
import { RF, TF } from "./rflags.ts";

/** RIP of the following instruction: modulo 2^64 in 64-bit mode, otherwise modulo 2^32. */
export function nextRip({ cpu, instruction }: OperationContext): bigint {
  return BigInt.asUintN(in64BitMode(cpu) ? 64 : 32, cpu.rip + BigInt(instruction.length));
}

/**
 * Ends an instruction that runs on to the next one: RIP, RF, single-step by TF, fetch. `shadow`: it loaded SS by MOV or
 * POP, so that debug exceptions wait for the next instruction.
 */
export function retireToNext(
  context: OperationContext,
  options: {
    readonly shadow?: boolean;
    /** The rule that signs the trap, where the instruction has one of its own. */
    readonly singleStep?: Parameters<OperationContext["trap"]>[1];
  } = {},
): void {
  const { cpu, set, setBits, absent, trap } = context;
  let rip = nextRip(context);
  const is16Bit = !in64BitMode(cpu) && cpu.cs.db === 0;
  if (is16Bit && rip > 0xffffn) absent("retire.eip_not_cut_to_16_bits", () => (rip &= 0xffffn));
  set({ rip }, "retire.rip_next");
  setBits("rflags", RF, 0n, "retire.rf_cleared");
  if ((cpu.rflags & TF) !== 0n) {
    if (options.shadow === true) absent("segload.ss_shadow_no_db", () => trap(DB, "debug.db_single_step"));
    else trap(DB, options.singleStep ?? "debug.db_single_step");
  }
  if (in64BitMode(cpu)) {
    if (!isCanonical(rip, pagingWidth(cpu))) trap(GP(0), "fetch.gp_noncanonical");
  } else if (rip > BigInt(cpu.cs.limit)) {
    trap(GP(0), "fetch.gp_limit");
  }
}

/** Ends a transfer of control whose target was checked: RIP by `rule`, RF, single-step by TF. */
export function retireAt(
  { cpu, set, setBits, trap }: OperationContext,
  rip: bigint,
  rule: Parameters<OperationContext["set"]>[1],
): void {
  set({ rip }, rule);
  setBits("rflags", RF, 0n, "retire.rf_cleared");
  if ((cpu.rflags & TF) !== 0n) trap(DB, "debug.db_single_step");
}
