/** An instruction together with the state and the memory that it runs in. */
import type { MutableCpuState } from "../spec/fields.ts";
import type { CpuState, GprName, Mode, Page, Profile } from "../spec/model.ts";
import { address, canonicalAddress } from "./address.ts";
import { drawState, pagingWidth, stateContext, type StateContext } from "./cpu-state.ts";
import { DrawnArbitrary } from "./drawn-arbitrary.ts";
import { writableEfer } from "./efer.ts";
import { forcedValue } from "./imposed.ts";
import { imposePages } from "./imposed-memory.ts";
import {
  drawEncoding,
  encode,
  instruction as instructions,
  operandRegister,
  type Instruction,
} from "./instruction.ts";
import { SETTLED_INSTRUCTIONS, type InstructionName } from "./instruction-name.ts";
import { familyOf, FAMILIES, hasModes } from "./families/index.ts";
import type { Drawn, Family } from "./families/family.ts";
import { MEMORY_MAP } from "./memory-map.ts";
import { drawIndex, drawMsr, drawMsrValue } from "./msr-values.ts";
import { hasWideForm } from "./opcode-forms.ts";
import { placeCode, placeGdt } from "./placement.ts";
import { fromWords, highWord, lowWord, type RandomBits } from "./random-bits.ts";
import { flagsImage } from "./rflags.ts";
import { selector } from "./selector.ts";
import { avoidPages, targetsInPages } from "./targets.ts";
import { weighted, type Weighted } from "./weighted.ts";
import {
  CPL_OF_OTHERS,
  CPL_OF_PRIVILEGED,
  HIGH_GARBAGE,
  INSTRUCTION,
  MODE,
  SYSENTER_CS,
  SYSENTER_IN_LEGACY,
  SYSEXIT_CANONICAL,
  SYSRET_TARGET,
  WIDE,
} from "./weights.ts";

/** What one case does: its instruction, and the state and pages before. */
export interface Transition {
  readonly mode: Mode;
  readonly instruction: Instruction;
  readonly bytes: Uint8Array;
  readonly before: CpuState;
  readonly pages: readonly Page[];
}

/** What an arbitrary of transitions may produce. */
export interface TransitionOptions {
  readonly profile: Profile;
  /** Names of instructions to choose from; the settled ones when it is absent. */
  readonly only?: readonly InstructionName[];
}

const PRIVILEGED_CPL = weighted(CPL_OF_PRIVILEGED);
const OTHER_CPL = weighted(CPL_OF_OTHERS);
const TARGET_KINDS = weighted(SYSRET_TARGET);
const SYSENTER_CS_KINDS = weighted(SYSENTER_CS);
const SELECTOR = selector();
const ADDRESSES = { 48: address(48), 57: address(57) };
const CANONICAL = { 48: canonicalAddress(48), 57: canonicalAddress(57) };
const FLAGS = flagsImage();
const FAMILY_CPLS = new Map(FAMILIES.map((family) => [family, weighted(family.cpls)]));

/** Whether an instruction completes only at CPL 0. */
export function isPrivileged(name: InstructionName): boolean {
  return name === "sysret" || name === "sysexit" || name === "swapgs" || name === "rdmsr" || name === "wrmsr";
}

/** Whether an instruction reads SYSENTER_CS. */
function usesSysenterMsrs(name: InstructionName): boolean {
  return name === "sysenter" || name === "sysexit";
}

/** A value whose low half is `low` and whose high half is ignored, hence often not 0. */
function withGarbage(bits: RandomBits, mode: Mode, low: number): bigint {
  return mode !== "legacy" && bits.chance(HIGH_GARBAGE) ? fromWords(bits.word(), low) : BigInt(low);
}

/** SYSENTER_CS with bits of each kind: those that count, the RPL, and the ones above. */
function drawSysenterCs(bits: RandomBits): bigint {
  switch (SYSENTER_CS_KINDS.pick(bits)) {
    case "null":
      return BigInt(((bits.chance(400) ? bits.word() & 0xffff_0000 : 0) | bits.below(4)) >>> 0);
    case "selector":
      return BigInt(SELECTOR.draw(bits));
    case "low":
      return bits.value32();
  }
}

/** RCX or RDX for SYSEXIT: the stack and the target to be. */
function drawSysexitAddress(bits: RandomBits, state: MutableCpuState, mode: Mode): bigint {
  const addresses = bits.chance(SYSEXIT_CANONICAL) ? CANONICAL : ADDRESSES;
  const value = addresses[pagingWidth(state)].draw(bits);
  return mode === "legacy" ? BigInt(lowWord(value)) : value;
}

/** Gives the registers that the instruction reads values at its edges. */
function drawOperands(
  bits: RandomBits,
  state: MutableCpuState,
  instruction: Instruction,
  options: { context: StateContext; writable: readonly bigint[] },
): void {
  const { mode, width } = options.context;
  switch (instruction.name) {
    case "syscall":
    case "swapgs":
      return;
    case "sysret": {
      const target =
        TARGET_KINDS.pick(bits) === "entry" ? MEMORY_MAP.userEntry : ADDRESSES[pagingWidth(state)].draw(bits);
      state.rcx = mode === "legacy" ? BigInt(lowWord(target)) : target;
      if (mode !== "legacy") state.r11 = FLAGS.draw(bits);
      return;
    }
    case "sysenter":
      state.sysenterCs = drawSysenterCs(bits);
      return;
    case "sysexit":
      state.sysenterCs = drawSysenterCs(bits);
      state.rcx = drawSysexitAddress(bits, state, mode);
      state.rdx = drawSysexitAddress(bits, state, mode);
      return;
    case "rdmsr":
      state.rcx = withGarbage(bits, mode, drawIndex(bits, drawMsr(bits)));
      return;
    case "wrmsr": {
      const name = drawMsr(bits);
      const value = drawMsrValue(bits, name, { width, writable: options.writable, efer: state.efer });
      state.rcx = withGarbage(bits, mode, drawIndex(bits, name));
      state.rax = withGarbage(bits, mode, lowWord(value));
      state.rdx = withGarbage(bits, mode, highWord(value));
      return;
    }
    case "wrfsbase":
    case "wrgsbase": {
      const register = operandRegister(instruction) as GprName;
      if (mode === "64")
        state[register] = ADDRESSES[bits.chance(700) ? pagingWidth(state) : width].draw(bits);
      return;
    }
    default:
      // RDFSBASE and RDGSBASE read none, and a family gives its own.
      return;
  }
}

/** An instruction of a family, and the memory that it looks at. */
function drawOfFamily(bits: RandomBits, family: Family, drawn: Drawn): Transition {
  const { context, draft } = drawn;
  const { mode } = context;
  const { state } = draft;
  const { instruction, pages: drawnPages } = family.draw(bits, drawn);
  context.impose(state);
  const pages = imposePages(context.profile, drawnPages);
  avoidPages(state, instruction, pages);
  return { mode, instruction, bytes: encode(instruction), before: state, pages };
}

const TRIES = 16;

/** Whether an instruction may go where something is. */
function lands({ before, instruction, pages }: Transition): boolean {
  return targetsInPages(before, instruction, pages);
}

class TransitionArbitrary extends DrawnArbitrary<Transition> {
  private readonly only: readonly InstructionName[] | undefined;
  private readonly modes: Weighted<Mode>;
  private readonly familyModes: ReadonlyMap<Family, Weighted<Mode>>;
  private readonly names: Weighted<InstructionName>;
  private readonly contexts: { readonly [mode in Mode]: StateContext };
  private readonly writable: readonly bigint[];
  /** In long mode AMD has neither SYSENTER nor SYSEXIT. */
  private readonly sysenterIsLegacy: boolean;
  private readonly forcedCpl: { readonly [mode in Mode]?: number };

  constructor(options: TransitionOptions) {
    super();
    const { profile, only } = options;
    this.only = only;
    this.modes = weighted(MODE, profile.modes);
    const names = (only ?? SETTLED_INSTRUCTIONS).filter((name) => hasModes(name, profile.modes));
    if (names.length === 0)
      throw new Error(`expected an instruction that has cases in the modes ${profile.modes.join(", ")}`);
    const families = FAMILIES.filter((family) => family.names.some((name) => names.includes(name)));
    this.familyModes = new Map(families.map((family) => [family, weighted(family.modes, profile.modes)]));
    this.names = weighted(INSTRUCTION, names);
    this.contexts = {
      "64": stateContext(profile, "64"),
      compat: stateContext(profile, "compat"),
      legacy: stateContext(profile, "legacy"),
    };
    this.writable = writableEfer(profile.features);
    this.sysenterIsLegacy = profile.vendor === "amd" && profile.modes.includes("legacy");
    const forced = profile.modes.map((mode) => [mode, forcedValue(profile, mode, "cpl")] as const);
    this.forcedCpl = Object.fromEntries(
      forced.flatMap(([mode, cpl]) => (cpl === undefined ? [] : [[mode, Number(cpl)]])),
    );
  }

  override draw(bits: RandomBits): Transition {
    const name = this.names.pick(bits);
    const family = familyOf(name);
    const anyMode = (
      family === undefined ? this.modes : (this.familyModes.get(family) as Weighted<Mode>)
    ).pick(bits);
    const mode =
      this.sysenterIsLegacy && usesSysenterMsrs(name) && bits.chance(SYSENTER_IN_LEGACY) ? "legacy" : anyMode;
    const context = this.contexts[mode];
    const wide = hasWideForm(name) && bits.chance(WIDE);
    const instruction = drawEncoding(bits, { name, wide, mode });
    const cpls =
      family === undefined ? (isPrivileged(name) ? PRIVILEGED_CPL : OTHER_CPL) : FAMILY_CPLS.get(family);
    const drawn = +(cpls as typeof OTHER_CPL).pick(bits);
    const cpl = this.forcedCpl[mode] ?? drawn;
    const draft = drawState(bits, context, cpl);
    if (family !== undefined) {
      let found = drawOfFamily(bits, family, { context, instruction, draft });
      // Tables that the observer forces may lead elsewhere than those that were drawn.
      for (let tries = 0; draft.fixed !== undefined && tries < TRIES && lands(found); tries++) {
        found = drawOfFamily(bits, family, { context, instruction, draft: drawState(bits, context, cpl) });
      }
      return found;
    }
    const bytes = encode(instruction);
    const { state } = draft;
    // Before the code is placed, since that looks at the paging; and after, since that sets RIP and CS.
    context.impose(state);
    const code = placeCode(bits, draft, context, bytes.length);
    const pages = imposePages(context.profile, [code, placeGdt(bits, draft, context, code.linear)]);
    context.impose(state);
    drawOperands(bits, state, instruction, { context, writable: this.writable });
    if (usesSysenterMsrs(name)) context.impose(state);
    avoidPages(state, instruction, pages);
    return { mode, instruction, bytes, before: state, pages };
  }

  override admits(value: unknown): value is Transition {
    return typeof value === "object" && value !== null && "instruction" in value && "before" in value;
  }

  /** Simpler encodings of the instruction, at the same end. Whole cases shrink further: see test-case.ts. */
  override *simpler(value: Transition): Generator<Transition> {
    const { mode, before, pages } = value;
    for (const candidate of instructions({ mode, ...(this.only && { only: this.only }) }).shrink(
      value.instruction,
    )) {
      const instruction = candidate.value;
      const bytes = encode(instruction);
      const rip = before.rip + BigInt(value.bytes.length - bytes.length);
      const next = { mode, instruction, bytes, before: { ...before, rip }, pages };
      if (!targetsInPages(next.before, instruction, pages)) yield next;
    }
  }
}

/** An instruction under test in a state that reaches as many of its paths as possible. */
export function transition(options: TransitionOptions): DrawnArbitrary<Transition> {
  return new TransitionArbitrary(options);
}
