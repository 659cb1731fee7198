/** Near JMP, CALL and RET: targets around canonical edges and limits, on stacks that may not do. */
import { GPR_NAMES, type MutableCpuState } from "../../spec/fields.ts";
import type { CpuState, GprName, Mode, Page } from "../../spec/model.ts";
import { modeOf } from "../../spec/validity.ts";
import { address } from "../address.ts";
import { pagingWidth } from "../cpu-state.ts";
import { encode, withImmediate, type Instruction } from "../instruction.ts";
import { MEMORY_MAP, PAGE_SIZE } from "../memory-map.ts";
import { DATA_PAGES, dataPage, formOf, linearOf, placeOperand, withMemoryOperand } from "../operand.ts";
import { hasModRm } from "../opcode-forms.ts";
import { codePage, placeCode, placeGdt } from "../placement.ts";
import type { RandomBits } from "../random-bits.ts";
import { placeStack, STACK_PAGES } from "../stack.ts";
import { isMapped, numberAt } from "../mapped.ts";
import { weighted } from "../weighted.ts";
import { BRANCH_TARGET, CPL_OF_BRANCHES, MEMORY_OPERAND, MODE_OF_SEGMENT_LOADS } from "../weights.ts";
import type { Drawn, Family, Placed } from "./family.ts";

const TARGETS = weighted(BRANCH_TARGET);
const ADDRESSES = { 48: address(48), 57: address(57) };
const PAGE = BigInt(PAGE_SIZE);
const RFLAGS_AC = 1n << 18n;
const MOST_PREFIXES = 4;
const RSP = GPR_NAMES.indexOf("rsp");

/** The widths that a processor may cut a target to. */
const WIDTHS: readonly number[] = [64, 32, 16];

/** Pages that an operand or the stack may take afterwards. */
const LATER_PAGES: readonly Page[] = [...DATA_PAGES, ...STACK_PAGES].map(codePage);

const isCall = ({ name }: Instruction): boolean => name === "call_rel" || name === "call_near";
const isReturn = ({ name }: Instruction): boolean => name === "ret_near" || name === "ret_near_imm";
const isRelative = ({ name }: Instruction): boolean =>
  name === "jmp_rel8" || name === "jmp_rel" || name === "call_rel";

/** A target that no page holds, whatever width it is cut to. */
function drawTarget(
  bits: RandomBits,
  state: CpuState,
  options: { readonly mode: Mode; readonly pages: readonly Page[]; readonly behind: bigint },
): bigint {
  const { mode, pages, behind } = options;
  for (let tries = 0; tries < 16; tries++) {
    const kind = TARGETS.pick(bits);
    const drawn =
      kind === "entry"
        ? MEMORY_MAP.userEntry
        : kind === "behind"
          ? behind + BigInt(bits.below(PAGE_SIZE))
          : ADDRESSES[pagingWidth(state)].draw(bits);
    if (!reaches([drawn], state, mode, [...pages, ...LATER_PAGES])) return drawn;
  }
  return MEMORY_MAP.userEntry;
}

/** Whether one of the offsets, cut to any width, lies in a page. */
function reaches(offsets: readonly bigint[], state: CpuState, mode: Mode, pages: readonly Page[]): boolean {
  return linearTargets(offsets, state, mode).some((linear) => isMapped(linear, pages));
}

function linearTargets(offsets: readonly bigint[], state: CpuState, mode: Mode): readonly bigint[] {
  return offsets.flatMap((offset) =>
    WIDTHS.map((width) => {
      const cut = BigInt.asUintN(width, offset);
      return mode === "64" ? cut : BigInt.asUintN(32, state.cs.base + cut);
    }),
  );
}

/** A distance that leads to no page, however many of its bytes are read. */
function drawDistance(
  bits: RandomBits,
  instruction: Instruction,
  options: {
    readonly state: CpuState;
    readonly mode: Mode;
    readonly pages: readonly Page[];
    readonly next: bigint;
  },
): bigint {
  const { state, mode, pages, next } = options;
  for (let tries = 0; tries < 16; tries++) {
    // Backwards a short branch stays in the code's page.
    const distance =
      instruction.name === "jmp_rel8" || bits.chance(300)
        ? BigInt(bits.below(128))
        : BigInt.asIntN(32, bits.value32());
    if (!reaches(distances(distance, next), state, mode, [...pages, ...LATER_PAGES])) return distance;
  }
  return 0n;
}

/** Where a distance leads: as it is, and with 16 bits of it read by a processor that finds a shorter instruction. */
function distances(distance: bigint, next: bigint): readonly bigint[] {
  return [next + distance, next - 2n + BigInt.asIntN(16, distance)];
}

/**
 * Without LOCK and without many prefixes where 66h may decide how long the instruction is: who reads it longer faults on
 * the page behind before it can refuse LOCK, or finds it too long, which would say nothing new.
 */
function withFewPrefixes(instruction: Instruction): Instruction {
  const { prefixes } = instruction;
  if (!prefixes.includes(0x66)) return instruction;
  return { ...instruction, prefixes: prefixes.slice(0, MOST_PREFIXES).filter((byte) => byte !== 0xf0) };
}

function draw(bits: RandomBits, { context, draft, instruction: plain }: Drawn): Placed {
  const drawn = withFewPrefixes(plain);
  const { mode, profile } = context;
  const { vendor } = profile;
  const { state } = draft;
  context.impose(state);
  const { db } = state.cs;
  const isMemory =
    hasModRm(drawn.name) && bits.chance(MEMORY_OPERAND) && drawn.prefixes.length <= MOST_PREFIXES;
  const form = isMemory ? withMemoryOperand(bits, drawn, { mode, db }) : withoutRsp(drawn);
  const whole = withImmediate(form, 0n, { mode, db, vendor });
  const code = placeCode(bits, draft, context, encode(whole).length);
  const pages = [code, placeGdt(bits, draft, context, code.linear)];
  context.impose(state);
  const next = BigInt.asUintN(
    mode === "64" ? 64 : 32,
    code.linear + PAGE - (mode === "64" ? 0n : state.cs.base),
  );
  const target = drawTarget(bits, state, { mode, pages, behind: next });
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, target, true);
  if (isCall(whole) || isReturn(whole)) {
    const content = isReturn(whole) ? bytes : new Uint8Array();
    const stack = { state, mode, pages, code: code.linear, content, pushes: isCall(whole) ? 8 : 0 };
    pages.push(...placeStack(bits, stack));
  }
  const instruction = giveTarget(bits, isRelative(whole) ? form : whole, {
    state,
    mode,
    pages,
    next,
    code: code.linear,
    target,
    bytes,
    vendor,
    db,
  });
  // Who reads 66h otherwise looks at another alignment as well, which would say nothing new.
  if (instruction.prefixes.includes(0x66)) state.rflags &= ~RFLAGS_AC;
  return { instruction, pages };
}

/** RSP as the operand would be the stack as well. */
function withoutRsp(instruction: Instruction): Instruction {
  const [modrm] = instruction.tail;
  if (modrm === undefined || (modrm & 7) !== (RSP & 7)) return instruction;
  return { ...instruction, tail: [modrm & ~7] };
}

interface TargetContext {
  readonly state: MutableCpuState;
  readonly mode: Mode;
  readonly pages: Page[];
  readonly next: bigint;
  readonly code: bigint;
  readonly target: bigint;
  readonly bytes: Uint8Array;
  readonly vendor: "intel" | "amd";
  readonly db: number;
}

/** Puts the target where the instruction takes it from; a page with an operand joins the others. */
function giveTarget(bits: RandomBits, instruction: Instruction, context: TargetContext): Instruction {
  const { state, mode, pages, next, code, target, bytes, vendor, db } = context;
  if (isRelative(instruction)) {
    return withImmediate(instruction, drawDistance(bits, instruction, context), { mode, db, vendor });
  }
  if (isReturn(instruction)) {
    const [low = 0, high = 0] = [bits.below(256), bits.chance(300) ? bits.below(256) : 0];
    return instruction.name === "ret_near" ? instruction : { ...instruction, tail: [low, high] };
  }
  if (formOf(instruction, mode, db) === undefined) {
    const [modrm = 0] = instruction.tail;
    const name = GPR_NAMES[(modrm & 7) | ((instruction.rex & 1) << 3)] as GprName;
    state[name] = mode === "legacy" ? BigInt.asUintN(32, target) : target;
    return instruction;
  }
  const placed = placeOperand(bits, instruction, { state, mode, pages, code, next });
  if (placed.page !== undefined) pages.push(dataPage(bits, placed.page, placed.linear, bytes));
  return placed.instruction;
}

/** Every place that the instruction, or a reading of it with another size, may go to. */
function targets(state: CpuState, instruction: Instruction, pages: readonly Page[]): readonly bigint[] {
  const mode = modeOf(state);
  const next = state.rip + BigInt(encode(instruction).length);
  if (isRelative(instruction)) {
    const raw = instruction.tail.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
    const distance = BigInt.asIntN(8 * instruction.tail.length, raw);
    return linearTargets(distances(distance, next), state, mode);
  }
  if (isReturn(instruction)) {
    const pointer =
      mode === "64" ? state.rsp : state.ss.base + BigInt.asUintN(state.ss.db === 1 ? 32 : 16, state.rsp);
    return linearTargets([numberAt(pages, BigInt.asUintN(mode === "64" ? 64 : 32, pointer), 8)], state, mode);
  }
  const form = formOf(instruction, mode, state.cs.db);
  if (form !== undefined) {
    const linear = linearOf(instruction, { state: state as MutableCpuState, mode, next });
    return linearTargets([numberAt(pages, linear, 8)], state, mode);
  }
  const [modrm = 0] = instruction.tail;
  const name = GPR_NAMES[(modrm & 7) | ((instruction.rex & 1) << 3)] as GprName;
  return linearTargets([state[name]], state, mode);
}

const STACK_PAGE: Page = {
  linear: MEMORY_MAP.stack - PAGE,
  user: true,
  write: true,
  execute: false,
  data: [],
};

export const NEAR_BRANCH: Family = {
  names: ["jmp_rel8", "jmp_rel", "jmp_near", "call_rel", "call_near", "ret_near", "ret_near_imm"],
  modes: MODE_OF_SEGMENT_LOADS,
  cpls: CPL_OF_BRANCHES,
  draw,
  boringCpl: 3,
  boring: ({ profile: { vendor }, mode, state, instruction }) => {
    const whole = withImmediate(instruction, 0n, { mode, db: state.cs.db, vendor });
    if (hasModRm(instruction.name)) state.rax = MEMORY_MAP.userEntry;
    if (isCall(instruction)) return { instruction: whole, pages: [STACK_PAGE] };
    if (!isReturn(instruction)) return { instruction: whole, pages: [] };
    state.rsp = MEMORY_MAP.stack - 16n;
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setBigUint64(0, MEMORY_MAP.userEntry, true);
    return { instruction: whole, pages: [{ ...STACK_PAGE, data: [{ offset: PAGE_SIZE - 16, bytes }] }] };
  },
  targets,
};
