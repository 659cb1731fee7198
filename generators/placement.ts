/** Where a case's code and tables lie in the linear address space. */
import type { MutableCpuState } from "../spec/fields.ts";
import type { Mode, Page } from "../spec/model.ts";
import type { AddressWidth } from "./canonical.ts";
import { pagingWidth, type Draft, type StateContext } from "./cpu-state.ts";
import { GDT_MAXIMUM } from "./gdt.ts";
import { MEMORY_MAP, PAGE_SIZE } from "./memory-map.ts";
import { PRESETS } from "./presets.ts";
import { fromWords, type RandomBits } from "./random-bits.ts";
import { weighted } from "./weighted.ts";
import * as weights from "./weights.ts";
import { GDT_BASE, PLACEMENT_32, PLACEMENT_64, TIGHT_LIMIT } from "./weights.ts";

const PAGE = BigInt(PAGE_SIZE);
const PAGE_MASK = 0xffff_ffff_ffff_f000n;
const LAST_PAGE = PAGE_MASK;
const LAST_PAGE_32 = 0xffff_f000n;
const MASK_32 = 0xffff_ffffn;

/** The page of a canonical address. */
export function pageOf(address: bigint): bigint {
  return address & PAGE_MASK;
}

/** An executable user page; its bytes come from the step. */
export function codePage(linear: bigint): Page {
  return { linear, user: true, write: false, execute: true, data: [] };
}

/** A supervisor page that holds a table at `base`. */
export function tablePage(base: bigint, bytes: Uint8Array): Page {
  return {
    linear: pageOf(base),
    user: false,
    write: true,
    execute: false,
    data: [{ offset: Number(base & 0xfffn), bytes }],
  };
}

const DEFAULT_CODE = codePage(MEMORY_MAP.code);
const DEFAULT_TABLES = new Map(PRESETS.map(({ gdt }) => [gdt, tablePage(MEMORY_MAP.gdt, gdt)]));
/** Taken when a random place of the GDT would collide with the code or its landing. */
const SPARE_TABLES: readonly bigint[] = [MEMORY_MAP.gdt, MEMORY_MAP.gdt + 0x4_0000n];

const PLACES_64 = weighted(PLACEMENT_64);
/** Where the observer cannot place code in the upper half. */
const PLACES_64_LOWER = weighted(PLACEMENT_64, ["default", "low", "lower", "edge"]);
/** Where the page at the edge is not to be had either. */
const PLACES_64_PROGRAM = weighted(PLACEMENT_64, ["default", "low", "lower"]);
const PLACES_32 = weighted(PLACEMENT_32);
/** AMD raises a fault where Intel goes on at 0, and no manual says which. */
const PLACES_32_AMD = weighted(PLACEMENT_32, ["default", "low", "based"]);
const GDT_BASES = weighted(GDT_BASE);

/** A random page within the low 4 GiB, never the first one nor the last one. */
function lowPage(bits: RandomBits): bigint {
  return BigInt((0x1000 + bits.below(0xffff_d000)) & 0xffff_f000) & MASK_32;
}

/** A random page of the lower or upper half of `width` bits. */
function halfPage(bits: RandomBits, width: AddressWidth, upper: boolean): bigint {
  const high = bits.word() >>> (65 - width);
  return fromWords(upper ? ~high >>> 0 : high, bits.word() & 0xffff_f000);
}

/** The last page of the lower half of `width` bits. */
function edgePage(width: AddressWidth): bigint {
  return (1n << BigInt(width - 1)) - PAGE;
}

const EDGE_PAGES = { 48: edgePage(48), 57: edgePage(57) };

/**
 * Chooses the code page, sets RIP so that `length` bytes end flush with it, and adapts CS.base and CS.limit where
 * they count. The next page is left unmapped.
 */
export function placeCode(bits: RandomBits, draft: Draft, context: StateContext, length: number): Page {
  return context.mode === "64"
    ? placeCode64(bits, draft.state, context, length)
    : placeCode32(bits, draft.state, context, length);
}

function placeCode64(bits: RandomBits, state: MutableCpuState, context: StateContext, length: number): Page {
  const { memory } = context.profile;
  const places = memory !== undefined ? PLACES_64_PROGRAM : context.lowerHalf ? PLACES_64_LOWER : PLACES_64;
  const place = places.pick(bits);
  const width = pagingWidth(state);
  let linear = MEMORY_MAP.code;
  switch (place) {
    case "default":
      break;
    case "low":
      linear = lowPage(bits);
      break;
    case "lower":
      linear = halfPage(bits, width, false);
      break;
    case "upper":
      linear = halfPage(bits, width, true);
      break;
    case "edge":
      // Under 57 bits the edge of 48 is no edge, which a processor may not know.
      linear = EDGE_PAGES[width === 57 && bits.chance(300) ? 48 : width];
      break;
    case "top":
      linear = LAST_PAGE;
      break;
  }
  state.rip = linear + BigInt(PAGE_SIZE - length);
  return place === "default" ? DEFAULT_CODE : codePage(linear);
}

/** Within the segment that CS holds and that the observer's tables give it. */
function placeInSegment(bits: RandomBits, state: MutableCpuState, length: number, lowest: bigint): Page {
  const { base, limit } = state.cs;
  const end = base + BigInt(limit) + 1n;
  const last = pageOf((end < LAST_PAGE_32 ? end : LAST_PAGE_32) - PAGE);
  const first = pageOf(base < lowest ? lowest : base);
  const isDefault =
    MEMORY_MAP.code >= first && MEMORY_MAP.code <= last && bits.chance(weights.DEFAULT_IN_SEGMENT);
  const count = Number((last - first) / PAGE) + 1;
  const linear = isDefault ? MEMORY_MAP.code : first + PAGE * BigInt(bits.below(count));
  state.rip = linear + PAGE - base - BigInt(length);
  return isDefault ? DEFAULT_CODE : codePage(linear);
}

function placeCode32(bits: RandomBits, state: MutableCpuState, context: StateContext, length: number): Page {
  const { memory } = context.profile;
  if (memory !== undefined) return placeInSegment(bits, state, length, memory.lowest);
  const place = (context.profile.vendor === "amd" ? PLACES_32_AMD : PLACES_32).pick(bits);
  let linear = MEMORY_MAP.code;
  let base = context.fixedCodeBase ?? 0n;
  switch (place) {
    case "default":
      break;
    case "low":
      linear = lowPage(bits);
      break;
    case "based":
      linear = lowPage(bits);
      // At most the code's page, so that base + EIP does not wrap.
      base = context.fixedCodeBase ?? BigInt(bits.below(Number(linear) + 1));
      break;
    case "top":
      linear = LAST_PAGE_32;
      break;
  }
  const end = linear + PAGE - base;
  state.rip = end - BigInt(length);
  const tight = bits.chance(TIGHT_LIMIT) && !context.fixedCodeLimit;
  if (base !== 0n || tight) {
    const limit = tight ? Number((end - 1n) | 0xfffn) : state.cs.limit;
    state.cs = { ...state.cs, base, limit };
  }
  return place === "default" ? DEFAULT_CODE : codePage(linear);
}

/** Whether `linear` is the code page, the page after it, or the page before it. */
export function near(linear: bigint, code: bigint): boolean {
  const distance = BigInt.asUintN(64, linear - code + PAGE);
  return distance <= 2n * PAGE || (linear === 0n && code === LAST_PAGE_32);
}

/**
 * The page in which a processor would go on that wrongly cuts EIP to 16 bits after code with D = 0 at the end of the
 * page `code`; undefined in other code.
 */
export function cutTo16Bits({ cs }: MutableCpuState, mode: Mode, code: bigint): bigint | undefined {
  if (mode === "64" || cs.db === 1) return undefined;
  const eip = BigInt.asUintN(16, code + PAGE - cs.base);
  return pageOf(BigInt.asUintN(32, cs.base + eip));
}

/** Chooses where GDTR points and returns the page that holds the table there. */
export function placeGdt(bits: RandomBits, draft: Draft, context: StateContext, code: bigint): Page {
  const { state, gdt } = draft;
  const place = context.fixedGdt ? "default" : GDT_BASES.pick(bits);
  if (place === "default" && !near(MEMORY_MAP.gdt, code)) {
    return DEFAULT_TABLES.get(gdt) ?? tablePage(MEMORY_MAP.gdt, gdt);
  }
  const page =
    context.mode === "legacy" || bits.chance(400)
      ? lowPage(bits)
      : halfPage(bits, pagingWidth(state), bits.chance(600));
  const offset = bits.chance(600) ? 0 : bits.below(PAGE_SIZE - GDT_MAXIMUM + 1);
  const base = near(page, code)
    ? (SPARE_TABLES.find((spare) => !near(spare, code)) as bigint)
    : page + BigInt(offset);
  state.gdtr = { base, limit: state.gdtr.limit };
  return tablePage(base, gdt);
}
