/** Software interrupts and exceptions that the case's own IDT delivers. */
import type { MutableCpuState } from "../../spec/fields.ts";
import { idtGates } from "../../spec/idt-gates.ts";
import type { Mode, Page } from "../../spec/model.ts";
import { address, canonicalAddress } from "../address.ts";
import { pagingWidth } from "../cpu-state.ts";
import { chooseHandlerSegment } from "../handler-segment.ts";
import { packGate, type GateFields } from "../idt-gate.ts";
import { encode, withImmediate, type Instruction } from "../instruction.ts";
import type { InstructionName } from "../instruction-name.ts";
import { localTable } from "../loaded-selector.ts";
import { MEMORY_MAP, PAGE_SIZE } from "../memory-map.ts";
import { near, pageOf, placeCode, placeGdt, tablePage } from "../placement.ts";
import { tableBytes } from "../presets.ts";
import type { RandomBits } from "../random-bits.ts";
import { drawStacks } from "../tss-stacks.ts";
import { weighted } from "../weighted.ts";
import * as weights from "../weights.ts";
import type { Drawn, Family, Placed } from "./family.ts";

const PAGE = BigInt(PAGE_SIZE);
const MASK_32 = 0xffff_ffffn;
const EFER_LMSLE = 1n << 13n;
const RFLAGS_OF = 1n << 11n;
const WHOLE_IDT = 0xfff;
/** The vector that nothing else uses. */
const PLAIN_VECTOR = 0x40;
/** Each exception's handler lies at its own page, so that a landing says which one it was. */
const HANDLERS = 0x90_0000n;
/** #DE to #NM: one stretch of gates that any case may need. */
const FIRST_GATES = 8;
const EXCEPTIONS: readonly number[] = [1, 3, 4, 6, 0, 8, 13, 14];
/** Linux's 64-bit kernel code. */
const KERNEL_CODE = 0x10;

const VECTORS = weighted(weights.INT_VECTOR);
const PLACES = weighted(weights.IDT_PLACE);
const LIMITS = weighted(weights.EVENT_IDT_LIMIT);
const ERRORS = weighted(weights.GATE_ERROR);
const HANDLER_KINDS = weighted(weights.HANDLER);
const ADDRESSES = { 48: address(48), 57: address(57) };
const CANONICAL = { 48: canonicalAddress(48), 57: canonicalAddress(57) };

/** The vector of an instruction's event; that of INT n is drawn. */
function drawVector(bits: RandomBits, name: InstructionName, mode: Mode): number {
  switch (name) {
    case "int3":
      return 3;
    case "int1":
      return 1;
    case "into":
      return mode === "64" ? 6 : 4;
    case "ud2":
      return 6;
    default:
      break;
  }
  switch (VECTORS.pick(bits)) {
    case "plain":
      return PLAIN_VECTOR;
    case "exception":
      return bits.oneOf(EXCEPTIONS);
    case "any":
      return bits.below(256);
  }
}

function plainGate(vector: number): GateFields {
  return {
    handler: HANDLERS + BigInt(vector) * PAGE,
    selector: KERNEL_CODE,
    ist: 0,
    type: 0xe,
    s: 0,
    dpl: 3,
    p: 1,
    upper: 0,
  };
}

/** Types that are no 64-bit interrupt or trap gates: a call gate, a TSS, 16-bit and 32-bit gates. */
const OTHER_TYPES: readonly number[] = [0xc, 0x9, 0xb, 0x5, 0x6, 0x7, 0x4, 0x2];

function drawGate(bits: RandomBits, vector: number, selector: number): GateFields {
  const gate = {
    ...plainGate(vector),
    selector,
    ist: bits.chance(weights.GATE_IST) ? 1 + bits.below(7) : 0,
    type: bits.chance(weights.TRAP_GATE) ? 0xf : 0xe,
    dpl: bits.chance(weights.GATE_DPL_3) ? 3 : bits.below(4),
  };
  if (!bits.chance(weights.WRONG_GATE)) return gate;
  switch (ERRORS.pick(bits)) {
    case "type":
      return bits.chance(800)
        ? { ...gate, type: bits.oneOf(OTHER_TYPES), p: bits.chance(900) ? 1 : 0 }
        : { ...gate, s: 1 };
    case "notPresent":
      return { ...gate, p: 0 };
    case "upperType":
      return { ...gate, upper: (1 + bits.below(31)) << 8 };
    case "noise":
      // Bits that no manual gives a meaning to.
      return { ...gate, upper: (bits.word() & 0xffff_e0ff) >>> 0 };
  }
}

/** A handler's address that no page maps, of the whole address and of its low half; and not that of another vector. */
function drawHandler(
  bits: RandomBits,
  options: {
    readonly state: MutableCpuState;
    readonly pages: readonly Page[];
    readonly code: bigint;
    readonly vector: number;
  },
): bigint {
  const { state, pages, code, vector } = options;
  const plain = HANDLERS + BigInt(vector) * PAGE + BigInt(bits.chance(300) ? bits.below(PAGE_SIZE) : 0);
  const kind = HANDLER_KINDS.pick(bits);
  if (kind === "default") return plain;
  const handler = (kind === "any" ? ADDRESSES : CANONICAL)[pagingWidth(state)].draw(bits);
  const isFree = [handler, handler & MASK_32].every(
    (linear) =>
      pages.every((page) => page.linear !== pageOf(linear)) &&
      !near(pageOf(linear), code) &&
      (linear < HANDLERS || linear >= HANDLERS + 256n * PAGE),
  );
  return isFree ? handler : plain;
}

/** The pages of the IDT, of which only what the case may need is not 0. */
function idtPage(base: bigint, gates: ReadonlyMap<number, GateFields>): Page {
  const offset = Number(base & 0xfffn);
  const first = tableBytes(
    Array.from({ length: FIRST_GATES }, (_, vector) =>
      packGate(gates.get(vector) ?? plainGate(vector)),
    ).flat(),
  );
  const page = tablePage(base, first);
  const others = [...gates].flatMap(([vector, gate]) =>
    vector < FIRST_GATES || offset + 16 * vector + 16 > PAGE_SIZE
      ? []
      : [{ offset: offset + 16 * vector, bytes: tableBytes(packGate(gate)) }],
  );
  return { ...page, data: [...page.data, ...others] };
}

function drawLimit(bits: RandomBits, vector: number): number {
  switch (LIMITS.pick(bits)) {
    case "whole":
      return WHOLE_IDT;
    case "exact":
      return 16 * vector + 15;
    case "short":
      return 16 * vector + (bits.chance(500) ? 14 : bits.below(15));
    case "random":
      return bits.word() & 0xffff;
  }
}

/** A page for a table away from the code. */
function freePage(wanted: bigint, code: bigint): bigint {
  return near(wanted, code) ? wanted + 0x4_0000n : wanted;
}

/** LOCK comes with #UD, whose own delivery would hide what becomes of INT n under it. */
const LOCK = 0xf0;

function draw(bits: RandomBits, { context, draft, instruction: drawn }: Drawn): Placed {
  const { mode } = context;
  const instruction = { ...drawn, prefixes: drawn.prefixes.filter((byte) => byte !== LOCK) };
  const { state } = draft;
  context.impose(state);
  const vector = drawVector(bits, instruction.name, mode);
  const whole =
    instruction.name === "int"
      ? withImmediate(instruction, BigInt(vector), { mode, db: state.cs.db })
      : instruction;
  if (instruction.name === "into" && bits.chance(weights.INTO_OVERFLOW)) state.rflags |= RFLAGS_OF;
  const chosen = chooseHandlerSegment(bits, draft);
  const code = placeCode(bits, draft, context, encode(whole).length);
  const pages = [code, placeGdt(bits, { state, gdt: chosen.gdt }, context, code.linear)];
  context.impose(state);
  if ((state.efer & EFER_LMSLE) !== 0n) state.efer &= ~EFER_LMSLE;
  const gate = drawGate(bits, vector, chosen.selector);
  pages.push(...drawStacks(bits, { state, mode, pages, code: code.linear, ist: gate.ist }));
  if ((chosen.selector & 4) !== 0) pages.push(...localTable(bits, state, { pages, code: code.linear, mode }));
  const place = PLACES.pick(bits);
  const page = freePage(MEMORY_MAP.idt, code.linear);
  const base = place === "inside" ? page + BigInt(8 * (1 + bits.below(64))) : page;
  state.idtr = { base, limit: drawLimit(bits, vector) };
  const placed = [...pages, tablePage(base, new Uint8Array())];
  const handler = drawHandler(bits, { state, pages: placed, code: code.linear, vector });
  if (place !== "absent") pages.push(idtPage(base, new Map([[vector, { ...gate, handler }]])));
  return { instruction: whole, pages };
}

/** Every handler of the IDT, and where a processor would land that took only its low half. */
function targets(state: MutableCpuState, pages: readonly Page[]): readonly bigint[] {
  const gates = idtGates({ before: state, pages });
  return gates.flatMap(({ handler }) => [handler, handler & MASK_32]);
}

/** The TSS of the boring machine: each stack pointer in a stretch of its own of one page. */
function plainTss(): Page {
  const bytes = new Uint8Array(0x68);
  const view = new DataView(bytes.buffer);
  for (const offset of [0x04, 0x0c, 0x14, 0x24, 0x2c, 0x34, 0x3c, 0x44, 0x4c, 0x54]) {
    view.setBigUint64(offset, MEMORY_MAP.stack - BigInt(0x10 * offset), true);
  }
  return tablePage(MEMORY_MAP.tss, bytes);
}

export const EVENTS: Family = {
  names: ["int", "int3", "int1", "into", "ud2"],
  delivery: "execute",
  modes: weights.MODE_OF_EVENTS,
  cpls: weights.CPL_OF_EVENTS,
  draw,
  boringCpl: 3,
  boring: ({ state, mode, instruction }) => {
    const whole: Instruction =
      instruction.name === "int"
        ? withImmediate(instruction, BigInt(PLAIN_VECTOR), { mode, db: state.cs.db })
        : instruction;
    if (instruction.name === "into") state.rflags |= RFLAGS_OF;
    state.idtr = { base: MEMORY_MAP.idt, limit: WHOLE_IDT };
    const stack = tablePage(MEMORY_MAP.stack - PAGE, new Uint8Array());
    return {
      instruction: whole,
      pages: [plainTss(), stack, idtPage(MEMORY_MAP.idt, new Map([[PLAIN_VECTOR, plainGate(PLAIN_VECTOR)]]))],
    };
  },
  targets: (state, _instruction, pages) => targets(state as MutableCpuState, pages),
};
