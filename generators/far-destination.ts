/** Where a far JMP or CALL leads: the selector, and what the tables hold for it. */
import { drawCodeDescriptor, packGate, withoutLegacyGates, type CallGate } from "./code-descriptor.ts";
import { address } from "./address.ts";
import { pagingWidth, type Draft, type StateContext } from "./cpu-state.ts";
import { GDT_MAXIMUM } from "./gdt.ts";
import { descriptor } from "./descriptor.ts";
import type { FixedTables } from "./imposed-memory.ts";
import { fixedSelector } from "./loaded-selector.ts";
import type { RandomBits } from "./random-bits.ts";
import { selector } from "./selector.ts";
import { weighted } from "./weighted.ts";
import * as weights from "./weights.ts";

const KINDS = weighted(weights.FAR_DESTINATION);
const KINDS_LEGACY = weighted(weights.FAR_DESTINATION, ["code", "local", "other", "null", "any"]);
const SELECTOR = selector();
const DESCRIPTOR = descriptor();
const ADDRESSES = { 48: address(48), 57: address(57) };
/** Entries that a table has at least, so that there is room for a gate and its code. */
const LEAST_ENTRIES = 10;
/** Entries of the LDT that are written. */
const LOCAL_ENTRIES = 16;

/** A selector and the tables that it is meant for. */
export interface FarDestination {
  readonly selector: number;
  readonly gdt: Uint8Array;
  /** What the LDT holds, where there is a page for it. */
  readonly ldt: Uint8Array;
  /** The descriptor of the code that a good transfer enters; undefined where none is meant. */
  readonly code: bigint | undefined;
  /** The offset of the gate may be other than canonical. */
  readonly isWild: boolean;
  /** Writes the offset of the gate; undefined without one. */
  readonly setGateOffset: ((offset: bigint) => void) | undefined;
}

/**
 * Draws a selector and the tables; GDTR's limit grows with a table that was too short. `isSound`: a gate holds no null
 * selector.
 */
export function chooseDestination(
  bits: RandomBits,
  context: StateContext,
  draft: Draft,
  isSound: boolean,
): FarDestination {
  if (draft.fixed !== undefined) return fixedDestination(bits, draft.fixed, draft);
  const { mode } = context;
  const { state } = draft;
  const gdt = enlarged(draft);
  const view = new DataView(gdt.buffer);
  const ldt = randomTable(bits);
  if (mode === "legacy") {
    withoutLegacyGates(gdt);
    withoutLegacyGates(ldt);
    // What lies behind the table in memory might be read as a gate.
    state.gdtr = { ...state.gdtr, limit: Math.min(state.gdtr.limit, gdt.length - 1) };
  }
  const entries = gdt.length / 8;
  const { cpl } = state;
  const rpl = bits.chance(weights.RPL_IS_CPL) ? cpl : bits.below(4);
  const index = 1 + bits.below(entries - 1);
  const plain = { gdt, ldt, code: undefined, setGateOffset: undefined, isWild: false };
  const kind = (mode === "legacy" ? KINDS_LEGACY : KINDS).pick(bits);
  // An LDT that is not there says the same every time.
  switch (kind === "local" && state.ldtr.p === 0 && bits.chance(weights.NO_LOCAL_TABLE) ? "code" : kind) {
    case "code": {
      const code = drawCodeDescriptor(bits, { mode, cpl, gate: false });
      view.setBigUint64(8 * index, code, true);
      return { ...plain, selector: (index << 3) | rpl, code };
    }
    case "local": {
      const code = drawCodeDescriptor(bits, { mode, cpl, gate: false });
      const entry = bits.below(LOCAL_ENTRIES);
      new DataView(ldt.buffer).setBigUint64(8 * entry, code, true);
      return { ...plain, selector: (entry << 3) | 4 | rpl, code };
    }
    case "gate":
      return { ...plain, ...putGate(bits, { context, draft, view, entries, isSound }) };
    case "other":
      return { ...plain, selector: (index << 3) | rpl };
    case "null":
      return { ...plain, selector: bits.below(4) };
    case "any":
      return { ...plain, selector: SELECTOR.draw(bits) };
  }
}

/** A selector of tables that the observer forces, mostly one of code. */
function fixedDestination(bits: RandomBits, fixed: FixedTables, { state }: Draft): FarDestination {
  const wanted = bits.chance(weights.FITTING_CODE) ? isCode : undefined;
  const chosen = fixedSelector(bits, fixed, state.cpl, wanted);
  const table = (chosen & 4) === 0 ? fixed.gdt : fixed.ldt;
  const at = chosen & 0xfff8;
  const code =
    at + 8 <= table.length && isCode(table[at + 5] as number)
      ? new DataView(table.buffer, table.byteOffset).getBigUint64(at, true)
      : undefined;
  return { selector: chosen, gdt: fixed.gdt, ldt: fixed.ldt, code, setGateOffset: undefined, isWild: false };
}

/** Whether an access byte is that of present code. */
function isCode(access: number): boolean {
  return (access & 0x98) === 0x98;
}

/** A copy of the draft's table with room for a gate and its code. */
function enlarged({ state, gdt }: Draft): Uint8Array {
  const size = Math.min(GDT_MAXIMUM, Math.max(gdt.length, 8 * LEAST_ENTRIES));
  const copy = new Uint8Array(size);
  copy.set(gdt);
  if (state.gdtr.limit === gdt.length - 1) state.gdtr = { ...state.gdtr, limit: size - 1 };
  return copy;
}

function randomTable(bits: RandomBits): Uint8Array {
  const table = new Uint8Array(8 * LOCAL_ENTRIES);
  const view = new DataView(table.buffer);
  for (let at = 0; at < table.length; at += 8) view.setBigUint64(at, DESCRIPTOR.draw(bits), true);
  return table;
}

/** A gate and, in another entry of the GDT, its code. */
function putGate(
  bits: RandomBits,
  options: {
    readonly context: StateContext;
    readonly draft: Draft;
    readonly view: DataView;
    readonly entries: number;
    readonly isSound: boolean;
  },
): Pick<FarDestination, "selector" | "code" | "setGateOffset" | "isWild"> {
  const { context, draft, view, entries, isSound } = options;
  const { cpl } = draft.state;
  // Rarely the last entry, of which the upper half lies beyond the table.
  const at = bits.chance(weights.CUT_GATE) ? entries - 1 : 1 + bits.below(entries - 2);
  const others = Array.from({ length: entries - 1 }, (_, entry) => entry + 1).filter(
    (entry) => entry !== at && entry !== at + 1,
  );
  const index = bits.oneOf(others);
  const code = drawCodeDescriptor(bits, { mode: context.mode, cpl, gate: true });
  view.setBigUint64(8 * index, code, true);
  const fits = bits.chance(weights.FITTING_GATE);
  const dpl = fits ? cpl + bits.below(4 - cpl) : bits.below(4);
  const gate: CallGate = {
    selector: !isSound && bits.chance(weights.NULL_IN_GATE) ? bits.below(4) : (index << 3) | bits.below(4),
    offset: 0n,
    dpl,
    p: bits.chance(weights.CODE_PRESENT) ? 1 : 0,
    upperType: bits.chance(weights.UPPER_TYPE) ? 1 << bits.below(5) : 0,
  };
  const setGateOffset = (offset: bigint): void => {
    const [low, high] = packGate({ ...gate, offset });
    view.setBigUint64(8 * at, low, true);
    if (at + 1 < entries) view.setBigUint64(8 * (at + 1), high, true);
  };
  setGateOffset(0n);
  const isWild = bits.chance(weights.WILD_GATE);
  return { isWild, selector: (at << 3) | (fits ? bits.below(dpl + 1) : bits.below(4)), code, setGateOffset };
}

/** The offset of a gate. */
export function drawGateOffset(bits: RandomBits, state: Draft["state"], isSound: boolean): bigint {
  const width = pagingWidth(state);
  const drawn = ADDRESSES[width].draw(bits);
  return isSound ? BigInt.asUintN(64, BigInt.asIntN(width, drawn)) : drawn;
}

/** The offset of a pointer of so many bits: in 64-bit code an address, elsewhere one around the limit. */
export function drawFarOffset(
  bits: RandomBits,
  options: {
    readonly state: Draft["state"];
    readonly size: 16 | 32 | 64;
    readonly code: bigint | undefined;
    /** The offset shall lie within the limit. */
    readonly isSound: boolean;
  },
): bigint {
  const { state, size, code = 0n, isSound } = options;
  const isLong = ((code >> 53n) & 1n) === 1n;
  let offset = isLong ? ADDRESSES[pagingWidth(state)].draw(bits) : aroundLimit(bits, limitOf(code), isSound);
  if (size === 64 && !isLong && bits.chance(weights.HIGH_GARBAGE)) offset |= BigInt(bits.word()) << 32n;
  offset = BigInt.asUintN(size, offset);
  return offset;
}

function aroundLimit(bits: RandomBits, limit: number, isSound: boolean): bigint {
  const edge = !isSound && bits.chance(weights.OFFSET_AT_LIMIT);
  if (edge) return BigInt(limit) + BigInt(bits.below(3) - 1);
  if (isSound || bits.chance(weights.OFFSET_WITHIN_LIMIT)) return BigInt(bits.word()) % (BigInt(limit) + 1n);
  return BigInt(bits.word());
}

/** The scaled limit of a descriptor. */
function limitOf(code: bigint): number {
  const raw = Number((code & 0xffffn) | ((code >> 32n) & 0xf_0000n));
  return ((code >> 55n) & 1n) === 1n ? raw * 4096 + 4095 : raw;
}
