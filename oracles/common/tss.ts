/** Stack pointers from a 64-bit TSS: Intel SDM Vol. 3A, 8.7; AMD APM Vol. 2, 12.2.5. */
import type { OperationContext } from "../operation.ts";
import { isCanonical, pagingWidth } from "./canonical.ts";
import { selectorError } from "./descriptor.ts";
import { SS, TS } from "./exceptions.ts";
import { isCanonicalRange, readTable } from "./memory.ts";

/** Which stack pointer, and for what. */
export interface TssStack {
  /** Offset of the 8 bytes in the TSS: 4 + 8 * CPL for RSP0 to RSP2, 1Ch + 8 * IST for the others. */
  readonly offset: number;
  /** EXT of error codes: 1 in the delivery of an event that no INT n, INT3 or INTO asked for. */
  readonly external: 0 | 1;
  /** Bytes that will be pushed, from the pointer rounded down to a multiple of `alignment` on. */
  readonly frame: number;
  readonly alignment: 8 | 16 | 1;
}

/** Offset in the TSS of the stack pointer of an inner privilege level. */
export function innerStackOffset(cpl: number): number {
  return 4 + 8 * cpl;
}

/** Offset in the TSS of the stack pointer that an IST index names, 1 to 7. */
export function istOffset(index: number): number {
  return 0x1c + 8 * index;
}

/** The stack pointer that the TSS holds; #TS beyond its limit, #SS when the pointer is not canonical. */
export function stackFromTss(context: OperationContext, stack: TssStack): bigint {
  const { cpu, raise, variant } = context;
  const { tr } = cpu;
  const { offset, external, frame, alignment } = stack;
  const linear = BigInt.asUintN(64, tr.base + BigInt(offset));
  if (offset + 7 > tr.limit) raise(TS(selectorError(tr.selector) | external), "tss.ts_limit");
  const pointer = readTable(context, linear, 8);
  if (isCanonical(pointer, pagingWidth(cpu))) return pointer;
  const top = pointer - (pointer % BigInt(alignment));
  const isPastEdge = isCanonicalRange(context, BigInt.asUintN(64, top - BigInt(frame)), frame);
  if (!isPastEdge) raise(SS(external), "memory.ss_noncanonical");
  else if (variant("tss.rsp_past_edge", ["ss", "accepted"]) === "ss")
    raise(SS(external), "tss.rsp_past_edge");
  return pointer;
}
