/** Descriptors in memory: Intel SDM Vol. 3A, 3.4 and 3.5; AMD APM Vol. 2, 4.6 to 4.8. */
import type { Segment } from "../../spec/model.ts";
import type { OperationContext } from "../operation.ts";
import { GP } from "./exceptions.ts";
import { isCanonicalRange, readTable } from "./memory.ts";
import { lma } from "./mode.ts";

/** A descriptor as a segment register would hold it, the selector apart, and where it was read. */
export interface Descriptor extends Omit<Segment, "selector"> {
  readonly linear: bigint;
  /** The second doubleword. */
  readonly high: number;
}

/** A null selector: 0 to 3. */
export function isNull(selector: number): boolean {
  return (selector & 0xfffc) === 0;
}

/** The error code of a fault about a selector: the selector without RPL. */
export function selectorError(selector: number): number {
  return selector & 0xfffc;
}

/** The linear address of the `size` bytes of a selector's descriptor; undefined when its table has no such entry. */
export function entryInTable({ cpu }: OperationContext, selector: number, size: number): bigint | undefined {
  const local = (selector & 4) !== 0;
  if (local && cpu.ldtr.p === 0) return undefined;
  const { base, limit } = local ? cpu.ldtr : cpu.gdtr;
  const offset = selector & 0xfff8;
  if (offset + size - 1 > limit) return undefined;
  return BigInt.asUintN(lma(cpu) ? 64 : 32, base + BigInt(offset));
}

/**
 * The linear address of the `size` bytes of a selector's descriptor; undefined when the table has no such entry: its
 * limit ends before, LDTR is unusable, or the address is not canonical.
 */
export function entryAddress(context: OperationContext, selector: number, size = 8): bigint | undefined {
  const linear = entryInTable(context, selector, size);
  return linear === undefined || !isCanonicalRange(context, linear, size) ? undefined : linear;
}

/** The descriptor that a selector names; undefined as in `entryAddress`. */
export function readDescriptor(context: OperationContext, selector: number): Descriptor | undefined {
  const linear = entryAddress(context, selector);
  return linear === undefined ? undefined : descriptorAt(context, linear);
}

/** The 8-byte descriptor at a linear address. */
export function descriptorAt(context: OperationContext, linear: bigint): Descriptor {
  return unpack(readTable(context, linear, 8), linear);
}

/**
 * The descriptor that a selector names, for an instruction that raises #GP, by `beyond`, when its table has no such
 * entry. Undefined only for a processor that does not raise it.
 */
export function needDescriptor(
  context: OperationContext,
  selector: number,
  beyond: Parameters<OperationContext["raise"]>[1],
): Descriptor | undefined {
  const descriptor = readDescriptor(context, selector);
  if (descriptor === undefined) refuse(context, selector, beyond);
  return descriptor;
}

function refuse(
  context: OperationContext,
  selector: number,
  beyond: Parameters<OperationContext["raise"]>[1],
): void {
  const { raise, variant } = context;
  const code = selectorError(selector);
  if (entryInTable(context, selector, 8) === undefined) {
    raise(GP(code), beyond);
    return;
  }
  const isNamed = variant("descriptor.noncanonical_code", ["selector", "zero"]) === "selector";
  raise(GP(isNamed ? code : 0), "descriptor.noncanonical_code");
}

function unpack(value: bigint, linear: bigint): Descriptor {
  const low = Number(value & 0xffff_ffffn);
  const high = Number(value >> 32n);
  const g = (high >>> 23) & 1;
  const raw = (low & 0xffff) | (high & 0xf_0000);
  return {
    linear,
    high,
    base: BigInt(((high & 0xff00_0000) | ((high & 0xff) << 16) | (low >>> 16)) >>> 0),
    limit: g === 1 ? raw * 4096 + 4095 : raw,
    type: (high >>> 8) & 15,
    s: (high >>> 12) & 1,
    dpl: (high >>> 13) & 3,
    p: (high >>> 15) & 1,
    avl: (high >>> 20) & 1,
    l: (high >>> 21) & 1,
    db: (high >>> 22) & 1,
    g,
  };
}
