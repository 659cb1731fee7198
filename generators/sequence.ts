/**
 * Programs of several instructions in 64-bit mode: some at the start, SYSCALL into the kernel, some there, SYSRET. What
 * an instruction leaves in registers that nobody sees is there for the next.
 */
import type { MutableCpuState } from "../spec/fields.ts";
import { GPR_NAMES } from "../spec/fields.ts";
import type { GprName, Page, Profile, Step, TestCase } from "../spec/model.ts";
import { address, canonicalAddress } from "./address.ts";
import {
  CR4_FSGSBASE,
  drawState,
  pagingWidth,
  stateContext,
  type Draft,
  type StateContext,
} from "./cpu-state.ts";
import { DrawnArbitrary } from "./drawn-arbitrary.ts";
import { NXE, SCE, writableEfer } from "./efer.ts";
import { forcedValue } from "./imposed.ts";
import { imposePages } from "./imposed-memory.ts";
import { encode, plainInstruction, type Instruction } from "./instruction.ts";
import { ON_TRIAL, type InstructionName } from "./instruction-name.ts";
import { chooseSelector } from "./loaded-selector.ts";
import { isMapped } from "./mapped.ts";
import { MEMORY_MAP, PAGE_SIZE } from "./memory-map.ts";
import { MSR_INDICES, drawMsr, drawMsrValue } from "./msr-values.ts";
import { hasWideForm } from "./opcode-forms.ts";
import { codePage, placeGdt } from "./placement.ts";
import { highWord, lowWord, type RandomBits } from "./random-bits.ts";
import { flagsImage } from "./rflags.ts";
import { simplerCases } from "./simpler-cases.ts";
import { avoidPages } from "./targets.ts";
import { weighted, type Weighted } from "./weighted.ts";
import {
  PLAIN_SELECTOR,
  QUIET,
  SEQUENCE_BODY,
  SEQUENCE_END,
  SEQUENCE_LENGTH,
  SEQUENCE_START,
  WIDE,
} from "./weights.ts";

const STARTS = weighted(SEQUENCE_START);
const ENDS = weighted(SEQUENCE_END);
const LENGTHS = weighted(SEQUENCE_LENGTH);
/** Instructions on trial are drawn only where they are asked for by name. */
const bodyOf = (...names: readonly (keyof typeof SEQUENCE_BODY)[]): Weighted<keyof typeof SEQUENCE_BODY> =>
  weighted(
    SEQUENCE_BODY,
    names.filter((name) => !ON_TRIAL.includes(name)),
  );
const BASES = ["rdfsbase", "rdgsbase", "wrfsbase", "wrgsbase", "mov_to_sreg"] as const;
/** The table is the supervisor's. */
const KERNEL = [...BASES, "mov_from_sreg", "swapgs"] as const;
const USER_BODY = bodyOf(...BASES);
/** RCX, RAX and RDX no longer hold what WRMSR wants after SYSCALL. */
const ENTRY_BODY = bodyOf(...KERNEL);
const KERNEL_BODY = bodyOf(...KERNEL, "rdmsr", "wrmsr");
const ADDRESSES = { 48: address(48), 57: address(57) };
const CANONICAL = { 48: canonicalAddress(48), 57: canonicalAddress(57) };
const FLAGS = flagsImage();
const PAGE = BigInt(PAGE_SIZE);
const TF = 1n << 8n;
/** User data in Linux's table, which any data segment register takes. */
const DATA_SELECTOR = 0x2b;
/** What the bases go to, and what they come from: registers that no other step reads. */
const RESULTS: readonly GprName[] = ["rbp", "r8", "r12"];
const SOURCE: GprName = "rdi";
/** The selectors of MOV. */
const SELECTOR_REGISTER: GprName = "rsi";
/** MOV [RBX],DS: the selector in DS becomes part of the descriptor that RBX points into. */
const EDIT: readonly number[] = [0x1b];
/** Where in a descriptor the edit goes: limit 15:0, base 15:0. */
const EDITED: readonly number[] = [0, 2, 2];
/** ModRM.reg of the segment registers that MOV loads here; what is in SS decides who is allowed what. */
const LOADED: readonly number[] = [0, 3, 4, 4, 4, 5, 5, 5];

/** A program before it has a place: what runs where the case starts, and what runs where SYSCALL goes. */
interface Program {
  readonly first: readonly Instruction[];
  readonly entry: readonly Instruction[];
}

/** An instruction with this register as its operand. */
function withRegister(instruction: Instruction, register: GprName, reg = 0): Instruction {
  const number = GPR_NAMES.indexOf(register);
  const rex = number < 8 ? instruction.rex : instruction.rex | 0x41;
  if (instruction.tail.length === 0) return { ...instruction, rex, rm: number & 7 };
  return { ...instruction, rex, tail: [0xc0 | (reg << 3) | (number & 7)] };
}

function drawInstruction(bits: RandomBits, name: InstructionName): Instruction {
  const plain = plainInstruction(name, { wide: hasWideForm(name) && bits.chance(WIDE) });
  switch (name) {
    case "rdfsbase":
    case "rdgsbase":
      return withRegister(plain, bits.oneOf(RESULTS));
    case "wrfsbase":
    case "wrgsbase":
      return withRegister(plain, SOURCE);
    case "mov_to_sreg":
      return withRegister({ ...plain, rex: 0 }, SELECTOR_REGISTER, bits.oneOf(LOADED));
    case "mov_from_sreg":
      return { ...plain, rex: 0, tail: EDIT };
    default:
      return plain;
  }
}

function drawProgram(bits: RandomBits, cpl: number): Program {
  const draw = (names: typeof KERNEL_BODY): Instruction => drawInstruction(bits, names.pick(bits));
  const body = (names: typeof KERNEL_BODY): readonly Instruction[] =>
    Array.from({ length: +LENGTHS.pick(bits) }, () => draw(names));
  const first = body(cpl === 0 ? KERNEL_BODY : USER_BODY);
  const end = cpl === 0 ? ENDS.pick(bits) : "syscall";
  if (end === "none") return { first: [...first, draw(KERNEL_BODY)], entry: [] };
  if (end === "sysret") return { first: [...first, drawInstruction(bits, "sysret")], entry: [] };
  return {
    first: [...first, drawInstruction(bits, "syscall")],
    entry: [...body(ENTRY_BODY), drawInstruction(bits, "sysret")],
  };
}

/** The program without its last `count` steps. */
function cut({ first, entry }: Program, count: number): Program {
  const inEntry = Math.min(count, entry.length);
  return {
    first: first.slice(0, first.length - (count - inEntry)),
    entry: entry.slice(0, entry.length - inEntry),
  };
}

function lengthOf(instructions: readonly Instruction[]): number {
  return instructions.reduce((length, instruction) => length + encode(instruction).length, 0);
}

/** The steps of a block that ends with its page. */
function blockSteps(instructions: readonly Instruction[], page: bigint): readonly Step[] {
  const start = page + PAGE - BigInt(lengthOf(instructions));
  return instructions.map((instruction, index) => ({
    bytes: encode(instruction),
    ...(index === 0 && { at: start }),
  }));
}

/** Takes away most of what would end a program at its first step. */
function makeLively(bits: RandomBits, state: MutableCpuState, { features }: Profile): void {
  if (bits.chance(QUIET)) {
    state.efer |= SCE;
    state.rflags &= ~TF;
    if (features.fsgsbase) state.cr4 |= CR4_FSGSBASE;
  }
}

/** An arbitrary of programs, whole or cut short. */
export class SequenceArbitrary extends DrawnArbitrary<TestCase> {
  private readonly profile: Profile;
  private readonly context: StateContext;
  private readonly writable: readonly bigint[];
  private readonly forcedCpl: number | undefined;

  constructor(profile: Profile) {
    super();
    this.profile = profile;
    this.context = stateContext(profile, "64");
    this.writable = writableEfer(profile.features);
    const cpl = forcedValue(profile, "64", "cpl");
    this.forcedCpl = cpl === undefined ? undefined : Number(cpl);
  }

  override draw(bits: RandomBits): TestCase {
    return this.drawWithout(bits, 0) as TestCase;
  }

  /** As `draw`, without the last `missing` steps; undefined when that leaves none. */
  drawWithout(bits: RandomBits, missing: number): TestCase | undefined {
    const { context, profile } = this;
    const cpl = this.forcedCpl ?? (STARTS.pick(bits) === "kernel" ? 0 : 3);
    const whole = drawProgram(bits, cpl);
    if (whole.first.length + whole.entry.length <= missing) return undefined;
    const draft = drawState(bits, context, cpl);
    const { state } = draft;
    makeLively(bits, state, profile);
    context.impose(state);
    const selected = chooseSelector(bits, { isStack: false, draft });
    this.giveRegisters(bits, draft, whole);
    state[SELECTOR_REGISTER] = BigInt(bits.chance(PLAIN_SELECTOR) ? DATA_SELECTOR : selected.selector);

    const { first, entry } = cut(whole, missing);
    const code = codePage(MEMORY_MAP.code);
    const pages: Page[] = [code, placeGdt(bits, { state, gdt: selected.gdt }, context, code.linear)];
    state.rip = MEMORY_MAP.code + PAGE - BigInt(lengthOf(first));
    const slot = state[SELECTOR_REGISTER] & 0xfff8n;
    state.rbx = BigInt.asUintN(64, state.gdtr.base + slot + BigInt(bits.oneOf(EDITED)));
    context.impose(state);
    avoidPages(state, plainInstruction("sysret", { wide: true }), pages);
    const entrySteps = blockSteps(entry, MEMORY_MAP.kernelEntry);
    const [entryStep] = entrySteps;
    if (entryStep?.at !== undefined) {
      pages.push(codePage(MEMORY_MAP.kernelEntry));
      state.lstar = entryStep.at;
    }
    const steps = [...blockSteps(first, MEMORY_MAP.code).map(({ bytes }) => ({ bytes })), ...entrySteps];
    return { profile, before: state, pages: imposePages(profile, pages), steps, delivery: "observe" };
  }

  /** What the steps read; where WRMSR writes an address, none that the case maps. */
  private giveRegisters(bits: RandomBits, { state }: Draft, { first }: Program): void {
    const width = pagingWidth(state);
    state[SOURCE] = (bits.chance(850) ? CANONICAL : ADDRESSES)[width].draw(bits);
    state.r11 = FLAGS.draw(bits);
    state.rcx = bits.chance(500) ? MEMORY_MAP.userEntry : ADDRESSES[width].draw(bits);
    if (first.some(({ name }) => name === "wrmsr" || name === "rdmsr")) {
      this.giveMsr(bits, state);
    }
  }

  private giveMsr(bits: RandomBits, state: MutableCpuState): void {
    const drawn = drawMsr(bits);
    const name = drawn === "unknown" ? "star" : drawn;
    const { width } = this.context;
    const value = drawMsrValue(bits, name, { width, writable: this.writable, efer: state.efer });
    const mapped = [codePage(MEMORY_MAP.code), codePage(MEMORY_MAP.kernelEntry), codePage(MEMORY_MAP.gdt)];
    state.rcx = BigInt(MSR_INDICES[name]);
    // Pages whose entries have the bit that NXE makes legal are there already.
    const kept = name === "efer" ? (value & ~NXE) | (state.efer & NXE) : value;
    const written = isMapped(kept, mapped) ? MEMORY_MAP.userEntry : kept;
    state.rax = BigInt(lowWord(written));
    state.rdx = BigInt(highWord(written));
  }

  override admits(value: unknown): value is TestCase {
    return typeof value === "object" && value !== null && "before" in value && "steps" in value;
  }

  override simpler(value: TestCase): Iterable<TestCase> {
    return simplerCases(value);
  }
}
