/** Far RET and IRET. */
import type { MutableCpuState } from "../../spec/fields.ts";
import type { Mode, Page, Segment } from "../../spec/model.ts";
import { address } from "../address.ts";
import { pagingWidth } from "../cpu-state.ts";
import { encode, operandSizeOf, withImmediate, type Instruction } from "../instruction.ts";
import { alignLocal } from "../loaded-selector.ts";
import { isMapped } from "../mapped.ts";
import { MEMORY_MAP, PAGE_SIZE } from "../memory-map.ts";
import { hasTail } from "../opcode-forms.ts";
import { near, pageOf, placeCode, placeGdt, tablePage } from "../placement.ts";
import { PLAIN_DATA } from "../plain-segment.ts";
import type { RandomBits } from "../random-bits.ts";
import { chooseReturn, type ReturnDestination } from "../return-destination.ts";
import { drawReturnRip, frameBytes, returnTargets, type FrameValues } from "../return-frame.ts";
import { flagsImage } from "../rflags.ts";
import { drawSmap, underSmap } from "../smap.ts";
import { placeStack } from "../stack.ts";
import * as weights from "../weights.ts";
import type { BoringContext, Drawn, Family, Placed } from "./family.ts";

const PAGE = BigInt(PAGE_SIZE);
const EFER_LMSLE = 1n << 13n;
const NT = 1n << 14n;
const VM = 1n << 17n;
const MOST_PREFIXES = 14;
const TRIES = 64;
const ADDRESSES = { 48: address(48), 57: address(57) };
const FLAGS = flagsImage();
/** User code and data of Linux's GDT. */
const CODE_64 = 0x33n;
const CODE_32 = 0x23n;
const DATA = 0x2bn;
/** Types of data and of readable code, conforming as well, that DS, ES, FS and GS may hold. */
const DATA_TYPES: readonly number[] = [0x3, 0x1, 0x7, 0xb, 0xf];
/** Bytes between the bottom of the boring machine's frame and the top of its page. */
const BORING_ROOM = 64n;

function draw(bits: RandomBits, drawn: Drawn): Placed {
  const { context, draft } = drawn;
  const { mode, profile } = context;
  const { state } = draft;
  drawSmap(bits, state, profile);
  // Before the code is placed, since that looks at the paging; and after, since that sets RIP and CS.
  context.impose(state);
  // The limit checks that this bit brings to 64-bit mode are not modelled.
  state.efer &= ~EFER_LMSLE;
  const { instruction, released } = shapeOf(bits, drawn.instruction, mode, state);
  if (instruction.name === "iret" && (mode === "legacy" || !bits.chance(weights.KEEP_NT))) {
    // Outside long mode it would return from a task, which is not modelled.
    state.rflags &= ~NT;
  }
  const destination = chooseReturn(bits, context, draft);
  const code = placeCode(bits, draft, context, encode(instruction).length);
  const table = placeGdt(bits, { state, gdt: destination.gdt }, context, code.linear);
  const pages: Page[] = [code, underSmap(bits, state, table)];
  context.impose(state);
  alignLocal(state);
  pages.push(...localPage(destination, state, pages, code.linear));
  drawInnerData(bits, state);
  const size = operandSizeOf(instruction, mode, state.cs.db) / 8;
  const others = pages.length;
  const drawFrame = (): Uint8Array =>
    frameBytes(drawValues(bits, { instruction, state, mode, destination, released }), size);
  pages.push(...placeStack(bits, { state, mode, pages, code: code.linear, content: drawFrame(), pushes: 0 }));
  if (mode === "64") raiseStack(bits, state, pages, others);
  for (let tries = 0; tries < TRIES; tries++) {
    if (!returnTargets(state, pages).some((target) => isMapped(target, pages))) break;
    refill(pages, others, state, drawFrame());
  }
  return { instruction, pages };
}

/** The prefix 66h, which drawing leaves out for an instruction without operands, and the immediate. */
function shapeOf(
  bits: RandomBits,
  drawn: Instruction,
  mode: Mode,
  state: MutableCpuState,
): { readonly instruction: Instruction; readonly released: number } {
  if (hasTail(drawn.name)) {
    const far = bits.chance(weights.FAR_RELEASE);
    const released = far ? bits.word() & 0xffff : bits.chance(700) ? 8 * bits.below(4) : bits.below(32);
    const most = { ...drawn, prefixes: drawn.prefixes.slice(-(MOST_PREFIXES - 2)) };
    const instruction = withImmediate(most, BigInt(released), { mode, db: state.cs.db });
    return { instruction, released };
  }
  const { prefixes } = drawn;
  const narrow = prefixes.length < MOST_PREFIXES - 1 && bits.chance(weights.OPERAND_SIZE_PREFIX);
  return { instruction: narrow ? { ...drawn, prefixes: [0x66, ...prefixes] } : drawn, released: 0 };
}

/** The page of the LDT, where LDTR points to a place for it. */
function localPage(
  { ldt }: ReturnDestination,
  { ldtr: { base } }: MutableCpuState,
  pages: readonly Page[],
  code: bigint,
): readonly Page[] {
  const linear = pageOf(base);
  if (ldt === undefined || near(linear, code) || pages.some((page) => page.linear === linear)) return [];
  return [tablePage(base, ldt)];
}

/** Gives DS, ES, FS and GS segments of inner levels now and then. */
function drawInnerData(bits: RandomBits, state: MutableCpuState): void {
  for (const name of ["es", "ds", "fs", "gs"] as const) {
    if (state.cpl === 3 || !bits.chance(weights.INNER_DATA)) continue;
    const dpl = state.cpl + bits.below(3 - state.cpl);
    const segment: Segment = { ...PLAIN_DATA, type: bits.oneOf(DATA_TYPES), dpl, base: state[name].base };
    state[name] = { ...segment, selector: 0x18 | dpl };
  }
}

function drawValues(
  bits: RandomBits,
  options: {
    readonly instruction: Instruction;
    readonly state: MutableCpuState;
    readonly mode: Mode;
    readonly destination: ReturnDestination;
    readonly released: number;
  },
): FrameValues {
  const { instruction, state, mode, destination, released } = options;
  const { cs, ss, code } = destination;
  const garbage = (): bigint => (bits.chance(weights.HIGH_GARBAGE) ? bits.value64() & ~0xffffn : 0n);
  let rflags = FLAGS.draw(bits);
  // That would return to virtual-8086 mode, which is not modelled.
  if (mode === "legacy" && state.cpl === 0) rflags &= ~VM;
  return {
    rip: drawReturnRip(bits, { state, mode, code }),
    cs: BigInt(cs) | garbage(),
    rflags: instruction.name === "iret" ? rflags : undefined,
    rsp: bits.chance(500) ? ADDRESSES[pagingWidth(state)].draw(bits) : bits.value64(),
    ss: BigInt(ss) | garbage(),
    // What lies further up is not mapped anyway.
    released: Math.min(released, 64),
  };
}

/** Moves the stack above 4 GiB now and then. */
function raiseStack(bits: RandomBits, state: MutableCpuState, pages: Page[], at: number): void {
  const page = pages[at];
  if (page === undefined || !bits.chance(weights.HIGH_STACK_OF_RETURN)) return;
  const raised = BigInt(1 + (bits.word() & 0x7ffe)) << 32n;
  const linear = page.linear + raised;
  if (pages.some((each) => each.linear === linear)) return;
  pages[at] = { ...page, linear };
  state.rsp += raised;
}

/** Puts other bytes at the stack pointer, where there is a page. */
function refill(pages: Page[], at: number, state: MutableCpuState, bytes: Uint8Array): void {
  const page = pages[at];
  const chunk = page?.data[0];
  if (page === undefined || chunk === undefined) return;
  const base = state.cs.l === 1 ? 0n : state.ss.base;
  const offset = Number((base + state.rsp) & 0xfffn) - chunk.offset;
  const content = chunk.bytes.slice();
  content.set(bytes.subarray(0, content.length - offset), offset);
  pages[at] = { ...page, data: [{ ...chunk, bytes: content }] };
}

/** A return to user code at CPL 3 with the frame in the page below the stack's top. */
function boring({ mode, state, instruction }: BoringContext): ReturnType<Family["boring"]> {
  const whole = hasTail(instruction.name)
    ? withImmediate(instruction, 0n, { mode, db: state.cs.db })
    : instruction;
  const size = operandSizeOf(instruction, mode, state.cs.db) / 8;
  state.rsp = MEMORY_MAP.stack - BORING_ROOM;
  const bytes = frameBytes(
    {
      rip: MEMORY_MAP.userEntry,
      cs: mode === "64" ? CODE_64 : CODE_32,
      rflags: instruction.name === "iret" ? 2n : undefined,
      rsp: MEMORY_MAP.stack,
      ss: DATA,
      released: 0,
    },
    size,
  );
  const linear = MEMORY_MAP.stack - PAGE;
  const data = [{ offset: Number(state.rsp - linear), bytes }];
  return { instruction: whole, pages: [{ linear, user: true, write: true, execute: false, data }] };
}

export const FAR_RETURN: Family = {
  names: ["ret_far", "ret_far_imm", "iret"],
  modes: weights.MODE_OF_SEGMENT_LOADS,
  cpls: weights.CPL_OF_RETURNS,
  draw,
  boringCpl: 3,
  boring,
  targets: (state, _instruction, pages) => returnTargets(state, pages),
};
