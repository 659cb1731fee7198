/** Operands of instructions with ModRM: where in memory they lie, and the pages that hold them. */
import type { MutableCpuState } from "../spec/fields.ts";
import type { GprName, Mode, Page, SegmentName } from "../spec/model.ts";
import {
  addressSizeOf,
  drawMemoryTail,
  offsetOf,
  readTail,
  segmentOf,
  withDisplacement,
  type AddressSize,
  type MemoryForm,
} from "./addressing.ts";
import { pagingWidth } from "./cpu-state.ts";
import type { Instruction } from "./instruction.ts";
import { MEMORY_MAP, PAGE_SIZE } from "./memory-map.ts";
import { cutTo16Bits, near, pageOf } from "./placement.ts";
import { PLAIN_DATA, plainStack } from "./plain-segment.ts";
import type { RandomBits } from "./random-bits.ts";
import { weighted } from "./weighted.ts";
import * as weights from "./weights.ts";

const PLACES = weighted(weights.OPERAND_PLACE);
const PLACES_32 = weighted(weights.OPERAND_PLACE, ["data", "absent"]);
/** All below 64 KiB, so that every address size reaches them. */
export const DATA_PAGES: readonly bigint[] = [0n, 0x3000n, 0x6000n, 0x7000n].map(
  (at) => MEMORY_MAP.data + at,
);
/** The same where the observer maps nothing that low: a segment with a base reaches them with 16 bits. */
const HIGHER_BY = 0x1_0000n;
/** Operands are mostly aligned to this, and always lie in one page. */
const ALIGNMENT = 16;
const CR0_AM = 1n << 18n;
const CR4_SMAP = 1n << 21n;
const RFLAGS_AC = 1n << 18n;
const OVERRIDES: readonly number[] = [0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65];

/** The form of an instruction's memory operand; undefined for a register. */
export function formOf(instruction: Instruction, mode: Mode, db: number): MemoryForm | undefined {
  const addressSize = addressSizeOf(instruction.prefixes, mode, db);
  return readTail(instruction.tail, { rex: instruction.rex, addressSize, long: mode === "64" });
}

/** The instruction with a memory operand in place of its register, its displacement open where it decides the address. */
export function withMemoryOperand(
  bits: RandomBits,
  instruction: Instruction,
  options: { readonly mode: Mode; readonly db: number },
): Instruction {
  const { mode, db } = options;
  const reg = ((instruction.tail[0] as number) >> 3) & 7;
  const prefixes = [...instruction.prefixes];
  if (prefixes.length < 4) {
    if (bits.chance(weights.OTHER_ADDRESS_SIZE)) prefixes.push(0x67);
    if (bits.chance(weights.SEGMENT_OVERRIDE)) prefixes.push(bits.oneOf(OVERRIDES));
  }
  const addressSize = addressSizeOf(prefixes, mode, db);
  const { tail, rex } = drawMemoryTail(bits, { reg, addressSize, long: mode === "64" });
  const kept = instruction.rex & ~0x47;
  return { ...instruction, prefixes, rex: kept + rex === 0 ? 0 : 0x40 | kept | rex, tail };
}

/** What `placeOperand` works on. */
export interface OperandContext {
  readonly state: MutableCpuState;
  readonly mode: Mode;
  readonly pages: readonly Page[];
  /** The page of the code. */
  readonly code: bigint;
  /** RIP after the instruction. */
  readonly next: bigint;
  /** Bytes of the operand where it may lie across the end of its page; it never does otherwise. */
  readonly span?: number;
  /** Where the observer says so, no page lies below. */
  readonly lowest?: bigint | undefined;
}

/** An instruction whose operand has found its place. */
export interface PlacedOperand {
  readonly instruction: Instruction;
  /** The linear address. */
  readonly linear: bigint;
  /** The page in which it lies, still without content; undefined when that is not mapped. */
  readonly page: Page | undefined;
}

/** Chooses where a memory operand lies, and gives registers, segments and displacement what leads there. */
export function placeOperand(
  bits: RandomBits,
  instruction: Instruction,
  context: OperandContext,
): PlacedOperand {
  const { state, mode, pages, code, lowest = 0n } = context;
  const addressSize = addressSizeOf(instruction.prefixes, mode, state.cs.db);
  const form = formOf(instruction, mode, state.cs.db) as MemoryForm;
  const place = (mode === "64" ? PLACES : PLACES_32).pick(bits);
  const candidates = lowest > MEMORY_MAP.data ? DATA_PAGES.map((linear) => linear + HIGHER_BY) : DATA_PAGES;
  const cut = cutTo16Bits(state, mode, code);
  const free = candidates.find(
    (linear) => !near(linear, code) && linear !== cut && !pages.some((page) => page.linear === linear),
  ) as bigint;
  const misaligned = place === "data" && bits.chance(weights.MISALIGNED);
  const { span = 0 } = context;
  // Under SMAP, and in a page of the supervisor's, each part might fault for a reason of its own.
  const crosses =
    span > 0 && addressSize !== 16 && (state.cr4 & CR4_SMAP) === 0n && bits.chance(weights.CROSSING);
  const at = crosses
    ? BigInt(PAGE_SIZE - 1 - bits.below(span - 1))
    : BigInt(bits.below(PAGE_SIZE / ALIGNMENT) * ALIGNMENT + (misaligned ? 1 : 0));
  if (misaligned && bits.chance(500)) {
    state.cr0 |= CR0_AM;
    state.rflags |= RFLAGS_AC;
  }
  const wanted = place === "noncanonical" ? noncanonical(bits, pagingWidth(state)) : free + at;
  const placed = lead(instruction, form, { ...context, addressSize }, wanted);
  const page: Page | undefined =
    place === "data" && placed.linear === wanted
      ? {
          linear: free,
          // Whether #AC or #PF comes first is not said.
          user: misaligned || crosses || bits.chance(weights.DATA_PAGE_USER),
          write: misaligned || bits.chance(weights.DATA_PAGE_WRITE),
          execute: false,
          data: [],
        }
      : undefined;
  return { ...placed, page };
}

/** Around the edges of the hole between the halves; aligned. */
function noncanonical(bits: RandomBits, width: 48 | 57): bigint {
  const edge = 1n << BigInt(width - 1);
  const from = bits.chance(500) ? edge : BigInt.asUintN(64, -edge) - 64n;
  return bits.chance(700) ? from + BigInt(16 * bits.below(4)) : edge + (bits.value32() & ~0xfn);
}

/** Makes the form name `wanted`, or what is nearest to it. */
function lead(
  instruction: Instruction,
  form: MemoryForm,
  context: OperandContext & { readonly addressSize: AddressSize },
  wanted: bigint,
): { readonly instruction: Instruction; readonly linear: bigint } {
  const { state, mode, addressSize } = context;
  const segment = segmentOf(form, instruction.prefixes, mode);
  const base = segmentBase(state, segment, mode);
  let offset = BigInt.asUintN(mode === "64" ? 64 : 32, wanted - base);
  if (offset !== BigInt.asUintN(addressSize, offset)) {
    // The segment's base is too far away for this address size.
    flatten(state, segment);
    offset = BigInt.asUintN(addressSize, wanted);
  }
  const tail = setOffset(instruction.tail, form, context, offset);
  const reached = { ...instruction, tail };
  return { instruction: reached, linear: linearOf(reached, context) };
}

function segmentBase(state: MutableCpuState, segment: SegmentName, mode: Mode): bigint {
  return mode !== "64" || segment === "fs" || segment === "gs" ? state[segment].base : 0n;
}

function flatten(state: MutableCpuState, segment: SegmentName): void {
  if (segment === "cs") return;
  state[segment] = { ...(segment === "ss" ? plainStack(state.cpl) : PLAIN_DATA) };
}

/** Gives the registers of a form, or else its displacement, what makes the offset; returns the tail. */
export function setOffset(
  tail: readonly number[],
  form: MemoryForm,
  context: {
    readonly state: MutableCpuState;
    readonly mode: Mode;
    readonly addressSize: AddressSize;
    readonly next: bigint;
  },
  offset: bigint,
): readonly number[] {
  const { state, mode, addressSize, next } = context;
  const { base, index, displacement } = form;
  if (base === "rip") return withDisplacement(tail, form, offset - next);
  if (base === undefined && index === undefined) return withDisplacement(tail, form, offset);
  const register = (base ?? index) as GprName;
  const rest = base === undefined || index === undefined ? 0n : state[index] * BigInt(form.scale);
  const value = BigInt.asUintN(addressSize, offset - rest - displacement);
  // What lies above the address size is ignored; outside 64-bit mode nothing may lie there.
  const above = addressSize === 64 ? 0n : state[register] & ~((1n << BigInt(addressSize)) - 1n);
  state[register] = mode === "64" || addressSize === 16 ? above | value : value;
  return tail;
}

/** The linear address of an instruction's memory operand. */
export function linearOf(
  instruction: Instruction,
  context: { readonly state: MutableCpuState; readonly mode: Mode; readonly next: bigint },
): bigint {
  const { state, mode, next } = context;
  const addressSize = addressSizeOf(instruction.prefixes, mode, state.cs.db);
  const form = formOf(instruction, mode, state.cs.db) as MemoryForm;
  const segment = segmentOf(form, instruction.prefixes, mode);
  const offset = offsetOf(form, state, { addressSize, next });
  return BigInt.asUintN(mode === "64" ? 64 : 32, segmentBase(state, segment, mode) + offset);
}

/** A page with bytes at a linear address in it, and random ones before and behind. */
export function dataPage(bits: RandomBits, page: Page, linear: bigint, bytes: Uint8Array): Page {
  const content = new Uint8Array(32);
  for (let at = 0; at < content.length; at++) content[at] = bits.word() & 0xff;
  content.set(bytes, 8);
  const offset = Math.max(0, Number(linear & 0xfffn) - 8);
  const skipped = Number(linear & 0xfffn) - 8 - offset;
  const shown = content.subarray(-skipped === 0 ? 0 : -skipped, Math.min(32, PAGE_SIZE - offset));
  return { ...page, linear: pageOf(linear), data: [{ offset, bytes: shown.slice() }] };
}
