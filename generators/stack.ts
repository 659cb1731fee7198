/** The stack of a case: where RSP points, and the page with what is popped. */
import type { MutableCpuState } from "../spec/fields.ts";
import type { Mode, Page } from "../spec/model.ts";
import { pagingWidth } from "./cpu-state.ts";
import { MEMORY_MAP, PAGE_SIZE } from "./memory-map.ts";
import { cutTo16Bits, near, pageOf } from "./placement.ts";
import { plainStack } from "./plain-segment.ts";
import type { RandomBits } from "./random-bits.ts";
import { weighted } from "./weighted.ts";
import * as weights from "./weights.ts";

const PAGE = BigInt(PAGE_SIZE);
const PLACES = weighted(weights.STACK_PLACE);
const PLACES_32 = weighted(weights.STACK_PLACE, ["middle", "start", "end", "absent"]);
/** The page below the default stack pointer, and a page below 64 KiB for stacks of 16 bits. */
const WIDE_PAGES: readonly bigint[] = [MEMORY_MAP.stack - PAGE, MEMORY_MAP.stack - 0x1_0000n];
const NARROW_PAGES: readonly bigint[] = [0x3000n, 0x5000n];

/** Every page that a stack may lie in. */
export const STACK_PAGES: readonly bigint[] = [...WIDE_PAGES, ...NARROW_PAGES];

/** What `placeStack` works on. */
export interface StackContext {
  readonly state: MutableCpuState;
  readonly mode: Mode;
  readonly pages: readonly Page[];
  /** The page of the code. */
  readonly code: bigint;
  /** What lies at the stack pointer; empty for an instruction that only pushes. */
  readonly content: Uint8Array;
  /** Bytes that the instruction may push. */
  readonly pushes: number;
}

/**
 * Chooses where the stack lies, sets RSP, and returns its page, or none where nothing is mapped. Outside 64-bit mode SS
 * becomes flat where its base, limit or type would keep the page out of reach, most of the time.
 */
export function placeStack(bits: RandomBits, context: StackContext): readonly Page[] {
  const { state, mode, pages, code, content, pushes } = context;
  const place = (mode === "64" ? PLACES : PLACES_32).pick(bits);
  if (place === "noncanonical") {
    const edge = 1n << BigInt(pagingWidth(state) - 1);
    // Around both edges of the hole, so that some of the bytes may be canonical.
    const from = bits.chance(500) ? edge : BigInt.asUintN(64, -edge);
    state.rsp = BigInt.asUintN(64, from + BigInt(8 * (bits.below(17) - 8)));
    return [];
  }
  const narrow = mode !== "64" && state.ss.db === 0;
  const cut = cutTo16Bits(state, mode, code);
  const linear = (narrow ? NARROW_PAGES : WIDE_PAGES).find(
    (candidate) =>
      !near(candidate, code) && candidate !== cut && !pages.some((page) => page.linear === candidate),
  );
  if (linear === undefined) return [];
  const at = offsetOf(bits, place, { content: content.length, pushes });
  let base = mode === "64" ? 0n : state.ss.base;
  const reach = (): bigint => BigInt.asUintN(mode === "64" ? 64 : 32, linear + BigInt(at) - base);
  const fits = !narrow || reach() <= 0xffffn;
  if (mode !== "64" && (!fits || bits.chance(weights.FLAT_STACK))) {
    state.ss = { ...plainStack(state.cpl), db: state.ss.db };
    base = 0n;
  }
  const above = narrow ? state.rsp & 0xffff_0000n : 0n;
  state.rsp = above | reach();
  if (place === "absent") return [];
  const filler = Uint8Array.from({ length: 64 }, () => bits.word() & 0xff);
  const from = Math.max(0, Math.min(at - 32, PAGE_SIZE - 64));
  const bytes = new Uint8Array(Math.min(PAGE_SIZE - from, 96 + content.length));
  bytes.set(filler.subarray(0, Math.min(64, bytes.length)));
  if (at < PAGE_SIZE) bytes.set(content.subarray(0, PAGE_SIZE - at), at - from);
  return [
    {
      linear: pageOf(linear),
      user: bits.chance(weights.DATA_PAGE_USER) || state.cpl === 3,
      write: bits.chance(weights.DATA_PAGE_WRITE),
      execute: false,
      data: [{ offset: from, bytes }],
    },
  ];
}

/** The offset of the stack pointer in its page. */
function offsetOf(
  bits: RandomBits,
  place: "middle" | "start" | "end" | "absent",
  { content, pushes }: { readonly content: number; readonly pushes: number },
): number {
  const misaligned = bits.chance(weights.MISALIGNED) ? 1 + bits.below(7) : 0;
  switch (place) {
    // Pushes run into the page before, which is not mapped.
    case "start":
      return Math.min(8 * bits.below(Math.max(1, Math.ceil(pushes / 8))), PAGE_SIZE - content) + misaligned;
    // Pops run into the page after, and so does the upper part of a slot.
    case "end":
      if (content <= 8 && pushes <= 8 && bits.chance(300)) {
        return content === 0 ? PAGE_SIZE + 1 + bits.below(7) : PAGE_SIZE - 2 - bits.below(6);
      }
      return PAGE_SIZE - 8 * (1 + bits.below(Math.max(1, Math.ceil(content / 8)))) - misaligned;
    default:
      return 1024 + 8 * bits.below(128) + misaligned;
  }
}
