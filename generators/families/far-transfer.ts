/** Far JMP and CALL. */
import type { MutableCpuState } from "../../spec/fields.ts";
import type { CpuState, Mode, Page } from "../../spec/model.ts";
import { isCanonical } from "../canonical.ts";
import { pagingWidth, type StateContext } from "../cpu-state.ts";
import { chooseDestination, drawFarOffset, drawGateOffset, type FarDestination } from "../far-destination.ts";
import { farTargets, pointerAddress, putPointer } from "../far-pointer.ts";
import { forcedValue } from "../imposed.ts";
import { placeInnerStack } from "../inner-stack.ts";
import { encode, operandSizeOf, withImmediate, type Instruction } from "../instruction.ts";
import { alignLocal } from "../loaded-selector.ts";
import { isMapped } from "../mapped.ts";
import { MEMORY_MAP, PAGE_SIZE } from "../memory-map.ts";
import { hasModRm } from "../opcode-forms.ts";
import { formOf, placeOperand, withMemoryOperand } from "../operand.ts";
import { near, pageOf, placeCode, placeGdt, tablePage } from "../placement.ts";
import { plainStack } from "../plain-segment.ts";
import type { RandomBits } from "../random-bits.ts";
import { drawSmap } from "../smap.ts";
import { placeStack } from "../stack.ts";
import * as weights from "../weights.ts";
import type { BoringContext, Drawn, Family, Placed } from "./family.ts";

const PAGE = BigInt(PAGE_SIZE);
const LAST_PAGE_32 = 0xffff_f000n;
const MASK_32 = 0xffff_ffffn;
const CR4_SMAP = 1n << 21n;
const EFER_LMSLE = 1n << 13n;
const MOST_PREFIXES = 4;
/** As many as the longest pointer, the opcode and REX leave room for. */
const MOST_PREFIXES_64 = 7;
/** What bits 63:32 of a canonical address of the lower half may hold. */
const LOWER_HALF = 0x7fff;
const REGISTER_OPERAND = 40;
/** Bytes of the longest pointer, and room for it. */
const POINTER = 10;
const ROOM = 16;
const TRIES = 64;
/** User code of Linux's GDT: 64-bit, and for the other modes 32-bit. */
const CODE_64 = 0x33;
const CODE_32 = 0x23;
/** Bits of a descriptor. */
const DPL = 45n;
const CONFORMING = 1n << 42n;
const LONG = 1n << 53n;

const isCall = ({ name }: Instruction): boolean => name.startsWith("call");

function draw(bits: RandomBits, drawn: Drawn): Placed {
  const { context, draft } = drawn;
  const { mode } = context;
  const { state } = draft;
  // Before the code is placed, since that looks at the paging; and after, since that sets RIP and CS.
  context.impose(state);
  drawSmap(bits, state, context.profile);
  // The limit checks that this bit brings to 64-bit mode are not modelled.
  state.efer &= ~EFER_LMSLE;
  const shape = shapeOf(bits, drawn.instruction, mode, state);
  const isSound = mayMisread(context, shape, state);
  const destination = chooseDestination(bits, context, draft, isSound);
  const { gdt } = destination;
  const length = encode(withPointer(shape, { mode, state, selector: 0, offset: 0n })).length;
  const code = placeCode(bits, draft, context, length);
  const pages: Page[] = [code, placeGdt(bits, { state, gdt }, context, code.linear)];
  context.impose(state);
  alignLocal(state);
  pages.push(...ldtPage(destination, state, pages, code.linear));
  const next = mode === "64" ? BigInt.asUintN(64, code.linear + PAGE) : 0n;
  const isMemory = hasModRm(shape.name) && formOf(shape, mode, state.cs.db) !== undefined;
  const placed = isMemory
    ? placeOperand(bits, shape, { state, mode, pages, code: code.linear, next })
    : undefined;
  const operandPage = placed?.page && dataRoom(bits, placed.page, placed.linear);
  if (operandPage !== undefined) pages.push(operandPage);
  if (isCall(shape))
    pages.push(...stackPages(bits, { context, state, pages, destination, code: code.linear }));
  context.impose(state);
  const instruction = placed?.instruction ?? shape;
  return {
    instruction: chooseOffset(bits, {
      context,
      instruction,
      state,
      destination,
      pages,
      operandPage,
      isSound,
    }),
    pages,
  };
}

/** With REX.W a processor may take another selector on AMD: nothing else is wrong with the transfer then. */
function mayMisread({ profile, mode }: StateContext, instruction: Instruction, state: CpuState): boolean {
  const isWide = operandSizeOf(instruction, mode, state.cs.db) === 64;
  return profile.vendor === "amd" && isWide && hasModRm(instruction.name);
}

/** The encoding but for the pointer: an operand in memory mostly. */
function shapeOf(bits: RandomBits, instruction: Instruction, mode: Mode, state: CpuState): Instruction {
  const { prefixes } = instruction;
  if (hasModRm(instruction.name)) {
    const isMemory = !bits.chance(REGISTER_OPERAND) && prefixes.length <= MOST_PREFIXES;
    if (!isMemory) return instruction;
    const shape = withMemoryOperand(bits, instruction, { mode, db: state.cs.db });
    // Of FS and GS it is open whether the offset must be canonical, too.
    const kept = shape.prefixes.filter((byte) => mode !== "64" || (byte !== 0x64 && byte !== 0x65));
    return { ...shape, prefixes: kept };
  }
  if (mode !== "64") return instruction;
  // In 64-bit mode nothing behind the opcode is read, which is no instruction there: the whole must not be too long.
  return { ...instruction, prefixes: prefixes.slice(0, MOST_PREFIXES_64) };
}

/** The instruction with its pointer, where it holds one itself. */
function withPointer(
  instruction: Instruction,
  of: { readonly mode: Mode; readonly state: CpuState; readonly selector: number; readonly offset: bigint },
): Instruction {
  const { mode, state, selector, offset } = of;
  if (hasModRm(instruction.name)) return instruction;
  const { db } = state.cs;
  const size = operandSizeOf(instruction, mode, db) === 16 ? 16n : 32n;
  return withImmediate(instruction, BigInt.asUintN(Number(size), offset) | (BigInt(selector) << size), {
    mode,
    db,
  });
}

/** The page of the LDT, where LDTR points to a place for it. */
function ldtPage(
  { ldt }: FarDestination,
  state: CpuState,
  pages: readonly Page[],
  code: bigint,
): readonly Page[] {
  const { base, p } = state.ldtr;
  const linear = pageOf(base);
  // Targets give way to the page below, which must not lie in the hole between the halves.
  const isCanonicalBelow = isCanonical(BigInt.asUintN(64, linear - PAGE), pagingWidth(state));
  const isAllowed = isCanonical(linear, pagingWidth(state)) && isCanonicalBelow && !near(linear, code);
  const fits = p === 1 && isAllowed && Number(base & 0xfffn) + ldt.length <= PAGE_SIZE;
  return fits && !pages.some((page) => page.linear === linear) ? [tablePage(base, ldt)] : [];
}

/** The page of the pointer, with random bytes around it. */
function dataRoom(bits: RandomBits, page: Page, linear: bigint): Page {
  const at = Number(linear & 0xfffn);
  const offset = Math.max(0, at - ROOM);
  const bytes = Uint8Array.from(
    { length: Math.min(PAGE_SIZE, at + 2 * ROOM) - offset },
    () => bits.word() & 0xff,
  );
  return { ...page, linear: pageOf(linear), data: [{ offset, bytes }] };
}

/** The stack that CALL pushes to: that of the TSS inward, otherwise the current one as the target's mode sees it. */
function stackPages(
  bits: RandomBits,
  options: {
    readonly context: StateContext;
    readonly state: MutableCpuState;
    readonly pages: readonly Page[];
    readonly destination: FarDestination;
    readonly code: bigint;
  },
): readonly Page[] {
  const { context, state, pages, destination, code } = options;
  const { mode, profile } = context;
  const isInward =
    destination.setGateOffset !== undefined &&
    ((destination.code as bigint) & CONFORMING) === 0n &&
    Number(((destination.code as bigint) >> DPL) & 3n) < state.cpl;
  if (isInward && forcedValue(profile, mode, "tr.base") === undefined) {
    return placeInnerStack(bits, { state, pages, code, isSound: destination.isWild });
  }
  if (destination.isWild) return soundStack(state, pages, code);
  const isLong = mode !== "legacy" && ((destination.code ?? LONG) & LONG) !== 0n;
  const target = isLong ? "64" : mode === "legacy" ? "legacy" : "compat";
  if (target !== "64" && state.ss.p === 0) state.ss = plainStack(state.cpl);
  // An access to another stack than the right one shall not look like a matter of SMAP.
  if ((target === "64") !== (mode === "64")) state.cr4 &= ~CR4_SMAP;
  const placed = placeStack(bits, {
    state,
    mode: target,
    pages,
    code,
    content: new Uint8Array(),
    pushes: 16,
  });
  if (mode !== "64") state.rsp &= MASK_32;
  else if (target === "compat" && bits.chance(weights.HIGH_STACK))
    state.rsp |= BigInt(bits.word() & LOWER_HALF) << 32n;
  return placed;
}

/** A stack in 64-bit code that pushes cannot miss; where its page is taken, whatever RSP holds. */
function soundStack(state: MutableCpuState, pages: readonly Page[], code: bigint): readonly Page[] {
  const linear = MEMORY_MAP.stack - PAGE;
  if (near(linear, code) || pages.some((page) => page.linear === linear)) return [];
  state.rsp = linear + PAGE / 2n;
  return [{ linear, user: true, write: true, execute: false, data: [] }];
}

/** Chooses offsets until none of the places that the instruction might go to is mapped. */
function chooseOffset(
  bits: RandomBits,
  options: {
    readonly context: StateContext;
    readonly instruction: Instruction;
    readonly state: CpuState;
    readonly destination: FarDestination;
    readonly pages: readonly Page[];
    readonly operandPage: Page | undefined;
    readonly isSound: boolean;
  },
): Instruction {
  const { context, instruction, state, destination, pages, operandPage, isSound } = options;
  const { mode, profile } = context;
  const { selector, code, setGateOffset, isWild } = destination;
  const operandSize = operandSizeOf(instruction, mode, state.cs.db);
  const isDirect = !hasModRm(instruction.name);
  const size = isDirect || profile.vendor === "amd" ? (operandSize === 16 ? 16 : 32) : operandSize;
  // What is pushed there is a matter of its own.
  const endsAtTop = mode !== "64" && pages[0]?.linear === LAST_PAGE_32;
  let chosen = instruction;
  for (let tries = 0; tries < TRIES; tries++) {
    const offset = drawFarOffset(bits, { state, size, code, isSound });
    setGateOffset?.(drawGateOffset(bits, state, isSound || !isWild || endsAtTop));
    if (isDirect) chosen = withPointer(instruction, { mode, state, selector, offset });
    else if (operandPage !== undefined) {
      putPointer(operandPage, pointerAddress(instruction, state), { selector, offset, size });
    }
    if (!farTargets(state, chosen, pages).some((target) => isMapped(target, pages))) break;
  }
  return chosen;
}

/** JMP and CALL through [rax], or with the pointer in them, to user code; CALL has a stack. */
function boring({ profile, mode, state, instruction }: BoringContext): ReturnType<Family["boring"]> {
  const selector = mode === "64" ? CODE_64 : CODE_32;
  const offset = MEMORY_MAP.userEntry;
  const pages: Page[] = [];
  let whole = withPointer(instruction, { mode, state, selector, offset });
  if (hasModRm(instruction.name)) {
    whole = { ...instruction, tail: [(instruction.tail[0] as number) & 0x38] };
    state.rax = MEMORY_MAP.data;
    const page = {
      linear: MEMORY_MAP.data,
      user: true,
      write: true,
      execute: false,
      data: [{ offset: 0, bytes: new Uint8Array(POINTER) }],
    };
    const isWide = profile.vendor === "intel" && (instruction.rex & 8) !== 0;
    putPointer(page, MEMORY_MAP.data, { selector, offset, size: isWide ? 64 : 32 });
    pages.push(page);
  }
  if (isCall(instruction)) {
    pages.push({ linear: MEMORY_MAP.stack - PAGE, user: true, write: true, execute: false, data: [] });
  }
  return { instruction: whole, pages };
}

const COMMON = {
  cpls: weights.CPL_OF_FAR_TRANSFERS,
  draw,
  boringCpl: 3,
  boring,
  targets: farTargets,
} as const;

/** With the pointer in the instruction, which 64-bit mode does not know. */
export const FAR_DIRECT: Family = {
  ...COMMON,
  names: ["jmp_far_direct", "call_far_direct"],
  modes: weights.MODE_OF_DIRECT_FAR_TRANSFERS,
};

/** With the pointer in memory. */
export const FAR_MEMORY: Family = {
  ...COMMON,
  names: ["jmp_far_memory", "call_far_memory"],
  modes: weights.MODE_OF_FAR_TRANSFERS,
};
