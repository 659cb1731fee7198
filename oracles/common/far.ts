/**
 * What all far transfers do with CS: the checks of its descriptor, the check of the target, and the load. Intel SDM
 * Vol. 2A, "JMP" and "CALL", and Vol. 3A, 5.8; AMD APM Vol. 2, 4.11, and Vol. 3, "CALL (Far)" and "JMP (Far)".
 */
import type { CpuState } from "../../spec/model.ts";
import { field } from "../../spec/fields.ts";
import type { OperationContext } from "../operation.ts";
import { isCanonical, pagingWidth } from "./canonical.ts";
import { isNull, needDescriptor, selectorError, type Descriptor } from "./descriptor.ts";
import { GP, NP } from "./exceptions.ts";
import { setTableBits } from "./memory.ts";
import { in64BitMode, lma } from "./mode.ts";

const LOWER = 0xffff_ffffn;
const UPPER = LOWER << 32n;
const RPL = 3n;

/** A code segment that a far transfer is about to enter. */
export interface CodeTarget {
  readonly selector: number;
  readonly descriptor: Descriptor;
}

/** Whether code of this descriptor runs in 64-bit mode. */
export function is64BitCode(cpu: CpuState, { l }: Descriptor): boolean {
  return lma(cpu) && l === 1;
}

/** The descriptor of a selector for CS. Undefined only for a processor that does not raise what forbids it. */
export function needCode(context: OperationContext, selector: number): CodeTarget | undefined {
  if (isNull(selector)) context.raise(GP(0), "far.gp_null");
  const descriptor = needDescriptor(context, selector, "far.gp_limit");
  return descriptor && { selector, descriptor };
}

/** Type, L with D, what the instruction says of the privilege, and presence last. */
export function checkCode(
  context: OperationContext,
  { selector, descriptor }: CodeTarget,
  checkPrivilege: () => void,
): void {
  const { cpu, raise, order } = context;
  const { s, type, p, l, db } = descriptor;
  const code = selectorError(selector);
  order(
    "far.gp_before_not_present",
    () => {
      if (s === 0 || (type & 8) === 0) raise(GP(code), "far.gp_type");
      if (lma(cpu) && l === 1 && db === 1) raise(GP(code), "far.gp_l_and_d");
      checkPrivilege();
    },
    () => {
      if (p === 0) raise(NP(code), "far.np_not_present");
    },
  );
}

/** The RIP that an offset gives in the code segment, once it is allowed there. */
export function checkTarget(context: OperationContext, descriptor: Descriptor, offset: bigint): bigint {
  const { cpu, raise, absent } = context;
  if (is64BitCode(cpu, descriptor)) {
    if (!isCanonical(offset, pagingWidth(cpu))) raise(GP(0), "far.gp_target_noncanonical");
    return offset;
  }
  let eip = offset & LOWER;
  if (eip !== offset) {
    absent("far.offset_cut_to_32_bits", () => raise(GP(0), "far.gp_target_limit"));
  }
  if (eip > BigInt(descriptor.limit)) raise(GP(0), "far.gp_target_limit");
  if (descriptor.db === 0 && eip > 0xffffn) {
    absent("far.offset_not_cut_to_16_bits", () => (eip &= 0xffffn));
  }
  return eip;
}

function accessedOnFault(
  { variant }: OperationContext,
  rule: "far.accessed_on_fault" | "return.ss_accessed_on_fault",
): "kept" | "written" {
  return rule === "far.accessed_on_fault"
    ? variant("far.accessed_on_fault", ["kept", "written"])
    : variant("return.ss_accessed_on_fault", ["kept", "written"]);
}

/**
 * A context for what comes between the checks of the descriptor and the load of CS: whether the accessed bit has
 * reached memory when a fault ends the transfer there is open.
 */
export function withOpenAccessedBit(
  context: OperationContext,
  { type, linear }: Descriptor,
  rule: "far.accessed_on_fault" | "return.ss_accessed_on_fault" = "far.accessed_on_fault",
): OperationContext {
  if ((type & 1) !== 0) return context;
  const raise: OperationContext["raise"] = (exception, by) => {
    if (accessedOnFault(context, rule) === "written") setTableBits(context, linear + 5n, 1, rule);
    context.raise(exception, by);
  };
  const { cpu, instruction, profile, memory, trap, set, setBits, load, force } = context;
  const { store, ignore, unspecified, absent, order, variant } = context;
  const rest = { trap, set, setBits, load, force, store, ignore, unspecified, absent, order, variant };
  return { cpu, instruction, profile, memory, raise, ...rest };
}

/** Loads CS, with `cpl` as its RPL, and sets the accessed bit in the table. CPL itself is set by who changes it. */
export function loadCs(
  context: OperationContext,
  { selector, descriptor }: CodeTarget,
  cpl: number = context.cpu.cpl,
): void {
  const { cpu, load, setBits, force, unspecified } = context;
  const { linear, base, limit, type, s, dpl, p, avl, l, db, g } = descriptor;
  if ((type & 1) === 0) setTableBits(context, linear + 5n, 1, "far.accessed_written");
  setBits("cs.selector", 0xfffcn, BigInt(selector), "far.cs_selector");
  force("cs.selector", RPL, { value: BigInt(cpl), otherwise: BigInt(selector) }, "far.cs_rpl_is_cpl");
  load("cs", { type: type | 1, s, dpl, p, avl, db }, "far.cs_attributes");
  if (lma(cpu)) load("cs", { l }, "far.cs_attributes");
  else unspecified("cs.l", 1n, "far.cs_legacy_l_unspecified");
  if (!is64BitCode(cpu, descriptor)) {
    load("cs", { base, limit, g }, "far.cs_base_and_limit");
    return;
  }
  for (const name of ["cs.base", "cs.limit", "cs.g"] as const) {
    unspecified(name, field(name).mask, "far.cs_64bit_base_and_limit_unspecified");
  }
}

/** A transfer from 64-bit mode to compatibility mode cuts RSP to 32 bits. */
export function cutStackPointer({ cpu, setBits }: OperationContext, descriptor: Descriptor): void {
  if (in64BitMode(cpu) && !is64BitCode(cpu, descriptor)) {
    setBits("rsp", UPPER, 0n, "far.rsp_cut_entering_compat");
  }
}
