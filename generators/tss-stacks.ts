/** The stacks that an event may change to: the TSS with its pointers, the page that they point into, and RSP. */
import type { MutableCpuState } from "../spec/fields.ts";
import type { Mode, Page } from "../spec/model.ts";
import { address } from "./address.ts";
import { pagingWidth } from "./cpu-state.ts";
import { MEMORY_MAP, PAGE_SIZE } from "./memory-map.ts";
import { near, tablePage } from "./placement.ts";
import type { RandomBits } from "./random-bits.ts";
import { weighted } from "./weighted.ts";
import * as weights from "./weights.ts";

const PAGE = BigInt(PAGE_SIZE);
const TSS_SIZE = 0x68;
/** RSP0 to RSP2 and IST1 to IST7. */
const POINTERS: readonly number[] = [0x04, 0x0c, 0x14, 0x24, 0x2c, 0x34, 0x3c, 0x44, 0x4c, 0x54];
const PAGES = weighted(weights.EVENT_STACK_PAGE);
const POINTER_KINDS = weighted(weights.EVENT_STACK);
const ADDRESSES = { 48: address(48), 57: address(57) };

/** What `drawStacks` works on. */
export interface StacksContext {
  readonly state: MutableCpuState;
  readonly mode: Mode;
  readonly pages: readonly Page[];
  /** The page of the code. */
  readonly code: bigint;
  /** The IST index that will be looked up; 0 for none. */
  readonly ist: number;
}

/** Sets TR and RSP, and returns the pages of the TSS and of the stacks, as far as they are mapped. */
export function drawStacks(bits: RandomBits, context: StacksContext): readonly Page[] {
  const { state, mode, pages, code, ist } = context;
  const width = pagingWidth(state);
  const edge = 1n << BigInt(width - 1);
  const isTaken = (linear: bigint): boolean =>
    near(linear, code) || pages.some((page) => page.linear === linear);
  const kind = PAGES.pick(bits);
  const wanted =
    kind === "lower" ? edge - PAGE : kind === "upper" ? BigInt.asUintN(64, -edge) : MEMORY_MAP.stack - PAGE;
  const stack = isTaken(wanted) ? MEMORY_MAP.stack - 0x1_0000n : wanted;
  const isMapped = kind !== "none" && !isTaken(stack);
  const pointer = (): bigint => drawPointer(bits, stack, ADDRESSES[width].draw(bits));
  const rsp = pointer();
  // Entering compatibility mode has cut RSP.
  state.rsp = mode === "64" ? rsp : rsp & 0xffff_ffffn;
  const tss = near(MEMORY_MAP.tss, code) ? MEMORY_MAP.tss + 0x4_0000n : MEMORY_MAP.tss;
  const base = tss + BigInt(bits.chance(150) ? bits.below(PAGE_SIZE - TSS_SIZE) : 0);
  const cpl = bits.below(3);
  const wantedEnd = (ist === 0 ? 4 + 8 * cpl : 0x1c + 8 * ist) + 7;
  const limit = bits.chance(weights.TSS_SHORT)
    ? Math.max(0, wantedEnd + bits.oneOf([0, -1, -7, -8, 1]))
    : TSS_SIZE - 1;
  state.tr = { ...state.tr, base, limit, g: 0, p: 1 };
  const bytes = new Uint8Array(TSS_SIZE);
  const view = new DataView(bytes.buffer);
  for (const offset of POINTERS) view.setBigUint64(offset, pointer(), true);
  return [
    ...(bits.chance(weights.TSS_ABSENT) || isTaken(tss) ? [] : [tablePage(base, bytes)]),
    ...(isMapped ? [stackPage(bits, stack, state.cpl)] : []),
  ];
}

function stackPage(bits: RandomBits, linear: bigint, cpl: number): Page {
  return {
    linear,
    user: bits.chance(cpl === 3 ? weights.DATA_PAGE_USER : 500),
    write: bits.chance(930),
    execute: false,
    data: [{ offset: 0, bytes: Uint8Array.from({ length: 64 }, () => bits.word() & 0xff) }],
  };
}

function drawPointer(bits: RandomBits, page: bigint, elsewhere: bigint): bigint {
  const odd = bits.chance(450) ? BigInt(bits.below(16)) : 0n;
  switch (POINTER_KINDS.pick(bits)) {
    case "inside":
      return page + BigInt(0x100 + 16 * bits.below(0xe0)) + odd;
    case "top":
      return BigInt.asUintN(64, page + PAGE - (odd === 0n ? 0n : 8n));
    case "start":
      return page + BigInt(8 * bits.below(6)) + odd;
    case "any":
      return elsewhere;
  }
}
