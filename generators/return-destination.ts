/** Where a far RET or an IRET leads: the selectors of CS and SS, and what the tables hold for them. */
import { pagingWidth, type Draft, type StateContext } from "./cpu-state.ts";
import { isCanonical } from "./canonical.ts";
import { descriptor, packDescriptor, type DescriptorFields } from "./descriptor.ts";
import { GDT_MAXIMUM } from "./gdt.ts";
import { PAGE_SIZE } from "./memory-map.ts";
import { pageOf } from "./placement.ts";
import type { RandomBits } from "./random-bits.ts";
import { weighted } from "./weighted.ts";
import * as weights from "./weights.ts";

const LEVELS = weighted(weights.RETURN_LEVEL);
const DESCRIPTOR = descriptor();
const FLAT_LIMIT = 0xf_ffff;
/** Entries that a table has at least, so that there is room for code and stack. */
const LEAST_ENTRIES = 6;
/** Entries of the LDT that are written; the default LDT's limit admits 16. */
const LOCAL_ENTRIES = 16;
const LOCAL = 4;

/** What a return pops for CS and SS, and the tables that it is meant for. */
export interface ReturnDestination {
  readonly cs: number;
  readonly ss: number;
  readonly gdt: Uint8Array;
  /** The descriptor that CS names. */
  readonly code: bigint;
  /** Bytes of the LDT; undefined where there is no place for them. */
  readonly ldt: Uint8Array | undefined;
}

/** Draws both selectors and writes their descriptors into a table. */
export function chooseReturn(bits: RandomBits, context: StateContext, draft: Draft): ReturnDestination {
  const { state } = draft;
  const { mode } = context;
  const gdt = enlarged(draft);
  const local = bits.chance(weights.RETURN_LOCAL) && hasPlace(draft);
  const ldt = hasPlace(draft) ? new Uint8Array(8 * LOCAL_ENTRIES) : undefined;
  const table = local && ldt !== undefined ? ldt : gdt;
  const entries = table.length / 8;
  const at = 1 + bits.below(entries - 1);
  const above = 1 + ((at + bits.below(entries - 2)) % (entries - 1));
  const rpl = drawLevel(bits, state.cpl);
  const isLong = mode !== "legacy" && bits.chance(weights.RETURN_64_BIT);
  const code = drawCode(bits, { rpl, isLong });
  const stack = drawStack(bits, rpl);
  const view = new DataView(table.buffer);
  view.setBigUint64(8 * at, code, true);
  view.setBigUint64(8 * above, stack, true);
  const ti = table === ldt ? LOCAL : 0;
  const allowed = isLong && rpl < 3;
  const isNull = bits.chance(allowed ? weights.NULL_STACK_ALLOWED : weights.NULL_STACK);
  return {
    cs: bits.chance(weights.NULL_CODE) ? bits.below(4) : spoil(bits, (at << 3) | ti | rpl),
    ss: isNull ? (bits.chance(700) ? rpl : bits.below(4)) : spoil(bits, (above << 3) | ti | rpl),
    gdt,
    code,
    ldt,
  };
}

function drawLevel(bits: RandomBits, cpl: number): number {
  switch (LEVELS.pick(bits)) {
    case "same":
      return cpl;
    case "outer":
      // Mostly to the user.
      return cpl === 3 || bits.chance(600) ? 3 : cpl + 1 + bits.below(3 - cpl);
    case "any":
      return bits.below(4);
  }
}

/** The selector, or one with another RPL, or one that lies beyond most tables. */
function spoil(bits: RandomBits, selector: number): number {
  if (bits.chance(weights.OTHER_RPL)) return (selector & ~3) | bits.below(4);
  return bits.chance(weights.BEYOND_TABLE) ? selector | 0xff00 : selector;
}

/** A code descriptor that fits, but for one field now and then. */
function drawCode(bits: RandomBits, { rpl, isLong }: { rpl: number; isLong: boolean }): bigint {
  const word = bits.word();
  const conforming = bits.chance(weights.RETURN_CONFORMING) ? 4 : 0;
  return spoiled(bits, {
    ...place(bits),
    type: 8 | conforming | (word & 3),
    s: 1,
    dpl: conforming === 0 ? rpl : bits.below(rpl + 1),
    p: 1,
    avl: (word >>> 2) & 1,
    l: isLong ? 1 : 0,
    db: isLong ? 0 : (word & 0x18) === 0 ? 0 : 1,
  });
}

/** A stack descriptor that fits, but for one field now and then. */
function drawStack(bits: RandomBits, rpl: number): bigint {
  const word = bits.word();
  return spoiled(bits, {
    ...place(bits),
    type: 2 | (word & 1) | ((word & 0xe) === 0 ? 4 : 0),
    s: 1,
    dpl: rpl,
    p: 1,
    avl: (word >>> 4) & 1,
    l: 0,
    db: (word & 0x60) === 0 ? 0 : 1,
  });
}

function place(bits: RandomBits): Pick<DescriptorFields, "base" | "limit" | "g"> {
  if (bits.chance(weights.RETURN_FLAT)) return { base: 0, limit: FLAT_LIMIT, g: 1 };
  return { base: bits.word(), limit: bits.word() & FLAT_LIMIT, g: bits.below(2) };
}

/** One field that does not fit, or nothing that does. */
function spoiled(bits: RandomBits, fields: DescriptorFields): bigint {
  if (bits.chance(weights.RANDOM_DESCRIPTOR)) return DESCRIPTOR.draw(bits);
  if (!bits.chance(weights.SPOILED_DESCRIPTOR)) return packDescriptor(fields);
  switch (bits.below(5)) {
    case 0:
      return packDescriptor({ ...fields, p: 0 });
    case 1:
      return packDescriptor({ ...fields, dpl: bits.below(4) });
    case 2:
      return packDescriptor({ ...fields, type: bits.below(16) });
    case 3:
      return packDescriptor({ ...fields, db: 1 });
    default:
      // Together with another field, so that the order of the checks shows.
      return packDescriptor({ ...fields, p: 0, dpl: bits.below(4) });
  }
}

/** A copy of the draft's table with room for code and stack; GDTR's limit grows with it where it was exact. */
function enlarged({ state, gdt }: Draft): Uint8Array {
  const size = Math.min(GDT_MAXIMUM, Math.max(gdt.length, 8 * LEAST_ENTRIES));
  const copy = new Uint8Array(size);
  copy.set(gdt);
  if (state.gdtr.limit === gdt.length - 1) state.gdtr = { ...state.gdtr, limit: size - 1 };
  return copy;
}

/** Whether the LDT is there and lies in one page that may be mapped. */
function hasPlace({ state }: Draft): boolean {
  const { base, p } = state.ldtr;
  const linear = pageOf(base);
  // Targets give way to the page below, which must not lie in the hole between the halves.
  const fits = [linear, linear - BigInt(PAGE_SIZE)].every((page) => isCanonical(page, pagingWidth(state)));
  return p === 1 && fits && Number(base & 0xfffn) + 8 * LOCAL_ENTRIES <= PAGE_SIZE;
}
