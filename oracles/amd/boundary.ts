/** AMD's way to the next instruction: APM Vol. 2, 8.5 and 13.1.4. */
import { retireToNext as retire } from "../common/boundary.ts";
import { DB, GP } from "../common/exceptions.ts";
import { in64BitMode } from "../common/mode.ts";
import { RF, TF } from "../common/rflags.ts";
import type { OperationContext } from "../operation.ts";

const ALL = 0xffff_ffff_ffff_ffffn;

/**
 * As on Intel, but for 32-bit code that runs past FFFFFFFFh: there AMD's processors were seen to raise #GP(0), which
 * no manual states; nor is it known which RIP they report.
 */
export function retireToNext(context: OperationContext): void {
  const { cpu, instruction, setBits, unspecified, trap, variant } = context;
  const passes4GiB = !in64BitMode(cpu) && cpu.rip + BigInt(instruction.length) > 0xffff_ffffn;
  if (passes4GiB && variant("fetch.end_of_4_gib", ["runs_on", "gp"]) === "gp") {
    unspecified("rip", ALL, "fetch.end_of_4_gib");
    setBits("rflags", RF, 0n, "retire.rf_cleared");
    if ((cpu.rflags & TF) !== 0n) trap(DB, "debug.db_single_step");
    trap(GP(0), "fetch.end_of_4_gib");
  }
  retire(context);
}
