/** What an instruction that loads a segment register finds: the selector, the tables, the operand that holds it. */
import type { GprName, Mode, Page } from "../spec/model.ts";
import type { MutableCpuState } from "../spec/fields.ts";
import { GPR_NAMES } from "../spec/fields.ts";
import { isCanonical } from "./canonical.ts";
import { pagingWidth, type Draft } from "./cpu-state.ts";
import { descriptor } from "./descriptor.ts";
import type { FixedTables } from "./imposed-memory.ts";
import type { Instruction } from "./instruction.ts";
import { PAGE_SIZE } from "./memory-map.ts";
import { dataPage, formOf, placeOperand, type OperandContext } from "./operand.ts";
import { cutTo16Bits, near, pageOf, tablePage } from "./placement.ts";
import type { RandomBits } from "./random-bits.ts";
import { selector } from "./selector.ts";
import { weighted } from "./weighted.ts";
import * as weights from "./weights.ts";

const KINDS = weighted(weights.LOADED_SELECTOR);
const FIXED_KINDS = weighted(weights.FIXED_SELECTOR);
const SELECTOR = selector();
const DESCRIPTOR = descriptor();
/** Entries of the LDT that the generators write; the default LDT's limit admits 16. */
const LOCAL_ENTRIES = 16;
/** A selector and the table that it is meant for. */
export interface Chosen {
  readonly selector: number;
  readonly gdt: Uint8Array;
}

/** Draws the selector that the instruction loads, and changes the table so that it has something to say. */
export function chooseSelector(
  bits: RandomBits,
  { isStack, draft }: { readonly isStack: boolean; readonly draft: Draft },
): Chosen {
  if (draft.fixed !== undefined) {
    const { cpl } = draft.state;
    const wanted =
      isStack && bits.chance(weights.FITTING_STACK)
        ? (access: number) => isStackAccess(access, cpl)
        : undefined;
    return { selector: fixedSelector(bits, draft.fixed, cpl, wanted), gdt: draft.gdt };
  }
  const gdt = draft.gdt.slice();
  const view = new DataView(gdt.buffer);
  const entries = gdt.length / 8;
  if (bits.chance(weights.NOT_ACCESSED)) {
    for (let at = 5; at < gdt.length; at += 8) {
      const access = gdt[at] as number;
      if ((access & 0x10) !== 0) gdt[at] = access & ~1;
    }
  }
  let index = bits.below(entries + (bits.chance(100) ? 1 : 0));
  if (entries > 1 && bits.chance(weights.CHOSEN_DESCRIPTOR)) {
    index = 1 + bits.below(entries - 1);
    view.setBigUint64(8 * index, DESCRIPTOR.draw(bits), true);
  }
  const { cpl } = draft.state;
  if (isStack && bits.chance(weights.FITTING_STACK)) {
    const fitting = Array.from({ length: entries }, (_, at) => at).filter((at) => isStackOf(gdt, at, cpl));
    if (fitting.length > 0) index = bits.oneOf(fitting);
  }
  const rpl = bits.chance(weights.RPL_IS_CPL) ? cpl : bits.below(4);
  return { selector: drawSelector(bits, index, rpl), gdt };
}

/** A selector: mostly that of the entry `index` of the GDT. */
export function drawSelector(bits: RandomBits, index: number, rpl: number): number {
  switch (KINDS.pick(bits)) {
    case "table":
      return (index << 3) | rpl;
    case "null":
      return bits.chance(500) ? rpl : bits.below(4);
    case "local":
      return (bits.below(LOCAL_ENTRIES) << 3) | 4 | rpl;
    case "any":
      return SELECTOR.draw(bits);
  }
}

/**
 * A selector of tables that the observer forces, mostly of the LDT; of an entry whose access byte is wanted, where
 * something is wanted.
 */
export function fixedSelector(
  bits: RandomBits,
  { gdt, ldt }: FixedTables,
  cpl: number,
  wanted?: (access: number) => boolean,
): number {
  const rpl = bits.chance(weights.RPL_IS_CPL) ? cpl : bits.below(4);
  const entry = (table: Uint8Array): number => {
    const count = table.length / 8;
    const all = Array.from({ length: count }, (_, index) => index);
    const fitting = wanted === undefined ? [] : all.filter((index) => wanted(table[8 * index + 5] as number));
    // One past the end now and then.
    return fitting.length > 0 ? bits.oneOf(fitting) : bits.below(count + (bits.chance(100) ? 1 : 0));
  };
  switch (FIXED_KINDS.pick(bits)) {
    case "table":
      return (entry(gdt) << 3) | rpl;
    case "null":
      return bits.below(4);
    case "local":
      return ((ldt.length === 0 ? bits.below(LOCAL_ENTRIES) : entry(ldt)) << 3) | 4 | rpl;
    case "any":
      return SELECTOR.draw(bits);
  }
}

/** Writable data of this DPL. */
function isStackOf(gdt: Uint8Array, index: number, cpl: number): boolean {
  return isStackAccess(gdt[8 * index + 5] as number, cpl);
}

function isStackAccess(access: number, cpl: number): boolean {
  return (access & 0x1a) === 0x12 && ((access >> 5) & 3) === cpl;
}

/**
 * Moves an LDT whose entries would lie across a canonical edge to a multiple of 8: which half of such an entry is
 * looked at first is nobody's law.
 */
export function alignLocal(state: MutableCpuState): void {
  const { base } = state.ldtr;
  const edge = 1n << BigInt(pagingWidth(state) - 1);
  if ((base & 7n) === 0n || base >= edge || base + 0x1_0000n < edge) return;
  state.ldtr = { ...state.ldtr, base: base & ~7n };
}

/** The page of the LDT with random descriptors, where LDTR points to a place for it. */
export function localTable(
  bits: RandomBits,
  state: MutableCpuState,
  { pages, code, mode }: { readonly pages: readonly Page[]; readonly code: bigint; readonly mode: Mode },
): readonly Page[] {
  const { base, p } = state.ldtr;
  const linear = pageOf(base);
  const offset = Number(base & 0xfffn);
  // Targets give way to the page below, which must not lie in the hole between the halves.
  const fits = [linear, linear - BigInt(PAGE_SIZE)].every((page) => isCanonical(page, pagingWidth(state)));
  if (p === 0 || !fits || near(linear, code) || linear === cutTo16Bits(state, mode, code)) return [];
  if (offset + 8 * LOCAL_ENTRIES > PAGE_SIZE || pages.some((page) => page.linear === linear)) return [];
  const bytes = new Uint8Array(8 * LOCAL_ENTRIES);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length; at += 8) view.setBigUint64(at, DESCRIPTOR.draw(bits), true);
  return [tablePage(base, bytes)];
}

/** Gives an instruction a memory operand that holds `content`. */
export function giveMemory(
  bits: RandomBits,
  instruction: Instruction,
  options: { readonly operand: OperandContext; readonly content: Uint8Array },
): { readonly instruction: Instruction; readonly page: Page | undefined } {
  const placed = placeOperand(bits, instruction, options.operand);
  return {
    instruction: placed.instruction,
    page: placed.page && dataPage(bits, placed.page, placed.linear, options.content),
  };
}

/** Puts the selector where the instruction reads it: into its register, or into memory. */
export function giveOperand(
  bits: RandomBits,
  instruction: Instruction,
  options: { readonly operand: OperandContext; readonly selector: number },
): { readonly instruction: Instruction; readonly page: Page | undefined } {
  const { operand, selector: value } = options;
  const { state, mode } = operand;
  if (formOf(instruction, mode, state.cs.db) === undefined) {
    if (instruction.name !== "mov_from_sreg") giveRegister(bits, instruction, operand, value);
    return { instruction, page: undefined };
  }
  return giveMemory(bits, instruction, { operand, content: Uint8Array.of(value & 0xff, value >> 8) });
}

/** The selector in the low 16 bits; what lies above does not count. */
function giveRegister(
  bits: RandomBits,
  { tail, rex }: Instruction,
  { state, mode }: OperandContext,
  value: number,
): void {
  const name = GPR_NAMES[((tail[0] as number) & 7) | ((rex & 1) << 3)] as GprName;
  const above = bits.chance(weights.HIGH_GARBAGE) ? state[name] & ~0xffffn : 0n;
  const wide = mode === "64" || (mode === "compat" && name !== "rsp");
  state[name] = (wide ? above : above & 0xffff_ffffn) | BigInt(value);
}
