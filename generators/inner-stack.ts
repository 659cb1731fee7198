/** The TSS of a case with the stacks of the inner privilege levels, and the page of one of them. */
import type { MutableCpuState } from "../spec/fields.ts";
import type { Page } from "../spec/model.ts";
import { isCanonical } from "./canonical.ts";
import { pagingWidth } from "./cpu-state.ts";
import { MEMORY_MAP, PAGE_SIZE } from "./memory-map.ts";
import { near, pageOf } from "./placement.ts";
import { PLAIN_TR } from "./plain-segment.ts";
import type { RandomBits } from "./random-bits.ts";
import { weighted } from "./weighted.ts";
import * as weights from "./weights.ts";

const PLACES = weighted(weights.INNER_STACK_PLACE);
const STACK_PAGES: readonly bigint[] = [0x2_0000n, 0x4_0000n, 0x6_0000n].map((at) => MEMORY_MAP.tss + at);
/** Bytes of a TSS up to the end of RSP2. */
const TSS_SIZE = 28;
const FRAME = 32;
const CR4_SMAP = 1n << 21n;

/**
 * Gives the TSS three stack pointers, TR now and then a limit that ends at one of them, and returns the pages of both.
 */
export function placeInnerStack(
  bits: RandomBits,
  context: {
    readonly state: MutableCpuState;
    readonly pages: readonly Page[];
    readonly code: bigint;
    /** Nothing shall be wrong with the stack. */
    readonly isSound: boolean;
  },
): readonly Page[] {
  const { state, pages, code, isSound } = context;
  const isTaken = (linear: bigint): boolean =>
    near(linear, code) || pages.some((page) => page.linear === linear);
  const fits = (base: bigint): boolean =>
    // Targets give way to the page below, which must not lie in the hole between the halves.
    [base, BigInt.asUintN(64, base - BigInt(PAGE_SIZE))].every((each) =>
      isCanonical(each, pagingWidth(state)),
    ) &&
    Number(base & 0xfffn) + TSS_SIZE <= PAGE_SIZE &&
    !isTaken(pageOf(base));
  if (!fits(state.tr.base)) state.tr = PLAIN_TR;
  if (!fits(state.tr.base)) return [];
  if (!isSound && bits.chance(weights.TSS_LIMIT_AT_RSP)) {
    state.tr = { ...state.tr, limit: 3 + 8 * (1 + bits.below(3)) - bits.below(2) };
  }
  const stack = STACK_PAGES.find((linear) => !isTaken(linear) && linear !== pageOf(state.tr.base)) as bigint;
  const tss = new Uint8Array(TSS_SIZE);
  const view = new DataView(tss.buffer);
  const places = [0, 1, 2].map(() => (isSound ? "middle" : PLACES.pick(bits)));
  places.forEach((place, level) => {
    view.setBigUint64(4 + 8 * level, pointerAt(bits, place, { stack, state }), true);
  });
  const { base } = state.tr;
  const offset = Number(base & 0xfffn);
  return [
    { linear: pageOf(base), user: false, write: true, execute: false, data: [{ offset, bytes: tss }] },
    {
      linear: stack,
      // Whether SMAP lets the processor push to a user page is not said.
      user: (state.cr4 & CR4_SMAP) === 0n && bits.chance(weights.INNER_STACK_USER),
      write: isSound || bits.chance(weights.DATA_PAGE_WRITE),
      execute: false,
      data: [],
    },
  ];
}

function pointerAt(
  bits: RandomBits,
  place: "middle" | "odd" | "start" | "absent" | "edge" | "noncanonical",
  { stack, state }: { readonly stack: bigint; readonly state: MutableCpuState },
): bigint {
  const edge = 1n << BigInt(pagingWidth(state) - 1);
  const middle = stack + BigInt(64 + 8 * bits.below(500));
  switch (place) {
    case "middle":
      return middle;
    case "odd":
      return middle + BigInt(1 + bits.below(7));
    case "start":
      return stack + BigInt(bits.below(FRAME));
    case "absent":
      return middle + 0x1_0000n;
    case "edge":
      return BigInt.asUintN(64, (bits.chance(500) ? edge : -edge) + BigInt(8 * (bits.below(7) - 3)));
    case "noncanonical":
      return edge + BigInt(8 * (1 + bits.below(1000)));
  }
}
