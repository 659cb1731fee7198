/** Descriptors of 16 bytes, as long mode has them for LDTs, TSSs and call gates: AMD APM Vol. 2, 4.8.3; Intel SDM Vol. 3A, 3.5. */
import type { OperationContext } from "../operation.ts";
import { entryAddress } from "./descriptor.ts";
import { readTable } from "./memory.ts";

/** The upper half of a 16-byte descriptor. */
export interface UpperHalf {
  /** Bits 63:32 of the base, or of a gate's offset. */
  readonly high: bigint;
  /** Bits 12:8 of its second doubleword, where an 8-byte descriptor has S and type. */
  readonly type: number;
}

/** The upper half of the descriptor that a selector names; undefined when the table ends before it. */
export function readUpperHalf(context: OperationContext, selector: number): UpperHalf | undefined {
  const linear = entryAddress(context, selector, 16);
  if (linear === undefined) return undefined;
  const value = readTable(context, BigInt.asUintN(64, linear + 8n), 8);
  return { high: value & 0xffff_ffffn, type: Number((value >> 40n) & 0x1fn) };
}
