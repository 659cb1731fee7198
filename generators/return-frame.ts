/** The frame of a far RET or an IRET on the stack, and where it may lead. */
import type { CpuState, Mode, Page } from "../spec/model.ts";
import { address, canonicalAddress } from "./address.ts";
import { pagingWidth } from "./cpu-state.ts";
import { bytesAt } from "./mapped.ts";
import type { RandomBits } from "./random-bits.ts";
import * as weights from "./weights.ts";

const ADDRESSES = { 48: address(48), 57: address(57) };
const CANONICAL = { 48: canonicalAddress(48), 57: canonicalAddress(57) };
const LOWER = 0xffff_ffffn;
const SIZES = [2, 4, 8] as const;
const LONG = 1n << 53n;

/** The values of a frame; `released` bytes lie between RIP and CS and what else is popped. */
export interface FrameValues {
  readonly rip: bigint;
  readonly cs: bigint;
  readonly rflags: bigint | undefined;
  readonly rsp: bigint;
  readonly ss: bigint;
  readonly released: number;
}

/** The bytes of a frame with slots of `size` bytes. */
export function frameBytes(values: FrameValues, size: number): Uint8Array {
  const { rip, cs, rflags, rsp, ss, released } = values;
  const first = rflags === undefined ? [rip, cs] : [rip, cs, rflags];
  const bytes = new Uint8Array(size * (first.length + 2) + released);
  const put = (value: bigint, at: number): void => {
    for (let index = 0; index < size; index++) {
      bytes[at + index] = Number((value >> BigInt(8 * index)) & 0xffn);
    }
  };
  first.forEach((value, slot) => put(value, slot * size));
  put(rsp, first.length * size + released);
  put(ss, (first.length + 1) * size + released);
  return bytes;
}

/** RIP for a frame: in 64-bit code an address, elsewhere one around the limit, now and then with a high half. */
export function drawReturnRip(
  bits: RandomBits,
  { state, mode, code }: { readonly state: CpuState; readonly mode: Mode; readonly code: bigint },
): bigint {
  if (mode !== "legacy" && (code & LONG) !== 0n) {
    return (bits.chance(weights.RETURN_CANONICAL) ? CANONICAL : ADDRESSES)[pagingWidth(state)].draw(bits);
  }
  const low = aroundLimit(bits, BigInt(limitOf(code)));
  return bits.chance(weights.RETURN_HIGH_HALF) ? low | (bits.value32() << 32n) : low;
}

function aroundLimit(bits: RandomBits, limit: bigint): bigint {
  if (bits.chance(weights.RETURN_AT_LIMIT)) return BigInt.asUintN(32, limit + BigInt(bits.below(3) - 1));
  const drawn = bits.value32();
  return bits.chance(weights.RETURN_WITHIN_LIMIT) ? drawn % (limit + 1n) : drawn;
}

/** The scaled limit of a descriptor. */
function limitOf(code: bigint): number {
  const raw = Number((code & 0xffffn) | ((code >> 32n) & 0xf_0000n));
  return ((code >> 55n) & 1n) === 1n ? raw * 4096 + 4095 : raw;
}

/** Linear address of the stack pointer. */
function stackTop({ rsp, ss, cs, efer }: CpuState): bigint {
  if (cs.l === 1 && (efer & (1n << 10n)) !== 0n) return rsp;
  return BigInt.asUintN(32, ss.base + (ss.db === 1 ? rsp & LOWER : rsp & 0xffffn));
}

/**
 * Linear addresses that a return may go to, whatever operand size it is read with: RIP as it is, cut, and in the segment
 * that CS names.
 */
export function returnTargets(state: CpuState, pages: readonly Page[]): readonly bigint[] {
  const top = stackTop(state);
  return SIZES.flatMap((size) => {
    const rip = numberAt(pages, top, size);
    const selector = Number(numberAt(pages, top + BigInt(size), 2));
    const { base } = (selector & 4) === 0 ? state.gdtr : state.ldtr;
    const entry = numberAt(pages, base + BigInt(selector & 0xfff8), 8);
    const origin = ((entry >> 16n) & 0xff_ffffn) | ((entry >> 32n) & 0xff00_0000n);
    const offsets = [rip, rip & LOWER, rip & 0xffffn];
    return [...offsets, ...offsets.map((offset) => BigInt.asUintN(32, origin + offset))];
  });
}

function numberAt(pages: readonly Page[], linear: bigint, size: number): bigint {
  return bytesAt(pages, linear, size).reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}
