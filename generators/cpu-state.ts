/** Whole CPU states, valid ones only. */
import { GPR_NAMES, TABLE_NAMES, type MutableCpuState } from "../spec/fields.ts";
import type { CpuState, Mode, Profile, SegmentName } from "../spec/model.ts";
import { validateState } from "../spec/validity.ts";
import { address, canonicalAddress } from "./address.ts";
import type { AddressWidth } from "./canonical.ts";
import { DrawnArbitrary } from "./drawn-arbitrary.ts";
import { EFER_FEATURE_BITS, LMA, LME, NXE, SCE } from "./efer.ts";
import { gdt } from "./gdt.ts";
import { forcedValue, imposer, type Impose } from "./imposed.ts";
import { fixedTables, type FixedTables } from "./imposed-memory.ts";
import { MEMORY_MAP } from "./memory-map.ts";
import { LINUX, PRESETS, type Preset } from "./presets.ts";
import { fromWords, lowWord, type RandomBits } from "./random-bits.ts";
import type { ReachClass } from "./reach.ts";
import { rflags } from "./rflags.ts";
import { drawHiddenBase, drawSegment } from "./segment.ts";
import { selector } from "./selector.ts";
import { simplerValues } from "./simplify.ts";
import { weighted } from "./weighted.ts";
import * as weights from "./weights.ts";

/** CR0 of a plain system: PG, WP, NE, ET, PE. */
export const PLAIN_CR0: bigint = 0x8001_0031n;
/** MP, EM, TS, NE, WP, AM, and CD with and without NW: all that may vary under PG and PE. */
const CR0_OPTIONAL = 0x0005_002e;
const CD = 0x4000_0000;
const NW = 0x2000_0000;
/** CR4.PAE, LA57 and FSGSBASE. */
export const PAE: bigint = 1n << 5n;
export const CR4_LA57: bigint = 1n << 12n;
export const CR4_FSGSBASE: bigint = 1n << 16n;
/** TSD, DE, PSE, MCE, PGE, PCE, OSFXSR, OSXMMEXCPT: without effect on ring crossings. */
const CR4_OPTIONAL = 0x7dc;
/** DR6 and DR7 after reset. */
export const PLAIN_DR6: bigint = 0xffff_0ff0n;
export const PLAIN_DR7: bigint = 0x400n;
/** BD, BS, BT of DR6. */
const DR6_OPTIONAL = 0xe000;
/** LE, GE and the conditions of breakpoints that are not enabled. */
const DR7_OPTIONAL = 0xffff_0300;
/** FMASK that hides TF, IF, DF, IOPL, NT and AC from the kernel, as Linux sets it. */
export const LINUX_FMASK: bigint = 0x4_7700n;
/** Limits of the default IDT: 256 gates of 16 or 8 bytes. */
export const IDT_LIMITS: { readonly [mode in Mode]: number } = { "64": 0xfff, compat: 0xfff, legacy: 0x7ff };

/** What stays the same over all draws for one profile and mode. */
export interface StateContext {
  readonly profile: Profile;
  readonly mode: Mode;
  /** Width of addresses in MSRs and hidden bases. */
  readonly width: AddressWidth;
  /** The bits of EFER, besides SCE and NXE, that the features bring. */
  readonly eferOptions: readonly number[];
  /** Gives a state what the observer forces. */
  readonly impose: Impose;
  /** The observer forces bit 63 of RIP to be 0. */
  readonly lowerHalf: boolean;
  /** The observer forces the base of the GDT. */
  readonly fixedGdt: boolean;
  /** CS.base where the observer forces it. */
  readonly fixedCodeBase: bigint | undefined;
  /** The observer forces CS.limit. */
  readonly fixedCodeLimit: boolean;
}

/** Prepares drawing states for one profile and mode. */
export function stateContext(profile: Profile, mode: Mode): StateContext {
  const { features } = profile;
  const options = Object.entries(EFER_FEATURE_BITS) as [keyof typeof features, bigint][];
  return {
    profile,
    mode,
    width: features.la57 ? 57 : 48,
    eferOptions: options.filter(([name]) => name !== "nx" && features[name]).map(([, bit]) => Number(bit)),
    impose: imposer(profile, mode),
    lowerHalf: profile.imposed.some(
      ({ field: name, mask, value }) => name === "rip" && (mask & ~value) >> 63n === 1n,
    ),
    fixedCodeBase: forcedValue(profile, mode, "cs.base"),
    fixedCodeLimit: forcedValue(profile, mode, "cs.limit") !== undefined,
    fixedGdt: forcedValue(profile, mode, "gdtr.base") !== undefined,
  };
}

const ADDRESSES = { 48: address(48), 57: address(57) };
const CANONICAL = { 48: canonicalAddress(48), 57: canonicalAddress(57) };
const RFLAGS = rflags();
const GDT = gdt();
const SELECTOR = selector();
const GPR_KINDS = weighted(weights.GPR);
const STAR_KINDS = weighted(weights.STAR);
const STAR_TARGETS = weighted(weights.STAR_TARGET);
const ENTRY_KINDS = weighted(weights.ENTRY);
const FMASK_KINDS = weighted(weights.FMASK);
const KERNEL_GS_BASE_KINDS = weighted(weights.KERNEL_GS_BASE);
const SYSENTER_KINDS = weighted(weights.SYSENTER);
const GDT_LIMIT_KINDS = weighted(weights.GDT_LIMIT);
const IDT_KINDS = weighted(weights.IDT);

/** Width of the linear addresses that paging translates. */
export function pagingWidth(state: { readonly cr4: bigint }): AddressWidth {
  return (state.cr4 & CR4_LA57) !== 0n ? 57 : 48;
}

function drawRegister(bits: RandomBits, mode: Mode, width: AddressWidth): bigint {
  switch (GPR_KINDS.pick(bits)) {
    case "zero":
      return 0n;
    case "address":
      return mode === "legacy" ? BigInt(lowWord(ADDRESSES[width].draw(bits))) : ADDRESSES[width].draw(bits);
    case "uniform":
      return mode === "legacy" ? bits.value32() : bits.value64();
  }
}

function drawEfer(bits: RandomBits, context: StateContext): bigint {
  const { mode, profile, eferOptions } = context;
  let efer = mode === "legacy" ? 0 : Number(LME | LMA);
  if (bits.chance(weights.SCE)) efer |= Number(SCE);
  if (profile.features.nx && bits.chance(weights.NXE)) efer |= Number(NXE);
  for (const option of eferOptions) if (bits.chance(weights.EFER_OPTION)) efer |= option;
  return BigInt(efer);
}

function drawCr0(bits: RandomBits): bigint {
  if (!bits.chance(weights.CR0_OPTIONS)) return PLAIN_CR0;
  const cache = bits.chance(200) ? (bits.chance(500) ? CD | NW : CD) : 0;
  return BigInt((0x8000_0011 | cache | (bits.word() & CR0_OPTIONAL)) >>> 0);
}

function drawCr4(bits: RandomBits, context: StateContext): bigint {
  const { features } = context.profile;
  let cr4 = 0;
  if (context.mode !== "legacy") {
    cr4 = Number(PAE);
    if (features.la57 && bits.chance(weights.LA57)) cr4 |= Number(CR4_LA57);
  }
  if (features.fsgsbase && bits.chance(weights.FSGSBASE)) cr4 |= Number(CR4_FSGSBASE);
  if (bits.chance(weights.CR4_OPTIONS)) cr4 |= bits.word() & CR4_OPTIONAL;
  return BigInt(cr4);
}

function drawFmask(bits: RandomBits): bigint {
  switch (FMASK_KINDS.pick(bits)) {
    case "linux":
      return LINUX_FMASK;
    case "zero":
      return 0n;
    case "ones":
      return 0xffff_ffffn;
    case "random":
      return bits.value32();
  }
}

function drawEntry(bits: RandomBits, paging: AddressWidth, context: StateContext, entry: bigint): bigint {
  if (ENTRY_KINDS.pick(bits) === "entry") return entry;
  return CANONICAL[bits.chance(weights.ENTRY_OF_PAGING) ? paging : context.width].draw(bits);
}

function drawSysenterAddress(bits: RandomBits, context: StateContext): bigint {
  if (SYSENTER_KINDS.pick(bits) === "zero") return 0n;
  // AMD's registers have 32 bits.
  return context.profile.vendor === "amd" ? bits.value32() : CANONICAL[context.width].draw(bits);
}

/** The default targets of SYSCALL and SYSENTER, one page apart so that a mix-up shows. */
export const ENTRIES: {
  readonly lstar: bigint;
  readonly cstar: bigint;
  readonly star: number;
  readonly sysenterEip: bigint;
} = {
  lstar: MEMORY_MAP.kernelEntry,
  cstar: MEMORY_MAP.kernelEntry + 0x1000n,
  star: Number(MEMORY_MAP.kernelEntry) + 0x2000,
  sysenterEip: MEMORY_MAP.kernelEntry + 0x3000n,
};

function drawStar(bits: RandomBits, preset: Preset | undefined): bigint {
  const syscall = preset?.syscallSelector ?? SELECTOR.draw(bits);
  const sysret = preset?.sysretSelector ?? SELECTOR.draw(bits);
  const target = STAR_TARGETS.pick(bits);
  const low = target === "entry" ? ENTRIES.star : target === "zero" ? 0 : bits.word();
  return fromWords(((sysret << 16) | syscall) >>> 0, low);
}

function drawPreset(bits: RandomBits): Preset | undefined {
  const kind = STAR_KINDS.pick(bits);
  return kind === "linux" ? LINUX : kind === "preset" ? bits.oneOf(PRESETS) : undefined;
}

function drawGdtLimit(bits: RandomBits, size: number): number {
  switch (GDT_LIMIT_KINDS.pick(bits)) {
    case "exact":
      return size - 1;
    case "short":
      return bits.below(size);
    case "maximum":
      return 0xffff;
    case "random":
      return bits.word() & 0xffff;
  }
}

/** A state under construction and the table that GDTR shall point at. */
export interface Draft {
  readonly state: MutableCpuState;
  readonly gdt: Uint8Array;
  /** The tables that are there whatever is drawn; absent where the case has its own. */
  readonly fixed?: FixedTables;
}

/** A random state but for RIP, which is 0, and GDTR's base, which is the default. */
export function drawState(bits: RandomBits, context: StateContext, cpl: number): Draft {
  const { profile, mode } = context;
  const cr4 = drawCr4(bits, context);
  const width = pagingWidth({ cr4 });
  const preset = drawPreset(bits);
  const fixed = fixedTables(profile);
  const table = fixed?.gdt ?? preset?.gdt ?? GDT.draw(bits);
  const options = { profile, mode, cpl };
  const high = mode === "legacy" ? 0n : undefined;
  const defaultIdt = IDT_KINDS.pick(bits) === "default";
  const state: CpuState = {
    cpl,
    rip: 0n,
    rflags: RFLAGS.draw(bits),
    cr0: drawCr0(bits),
    cr3: MEMORY_MAP.cr3,
    cr4,
    dr6: bits.chance(weights.DR6_OPTIONS) ? PLAIN_DR6 | BigInt(bits.word() & DR6_OPTIONAL) : PLAIN_DR6,
    dr7: bits.chance(weights.DR7_OPTIONS)
      ? PLAIN_DR7 | BigInt((bits.word() & DR7_OPTIONAL) >>> 0)
      : PLAIN_DR7,
    rax: drawRegister(bits, mode, width),
    rcx: drawRegister(bits, mode, width),
    rdx: drawRegister(bits, mode, width),
    rbx: drawRegister(bits, mode, width),
    // Entering compat mode cuts RSP to 32 bits.
    rsp: drawRegister(bits, mode === "64" ? mode : "legacy", width),
    rbp: drawRegister(bits, mode, width),
    rsi: drawRegister(bits, mode, width),
    rdi: drawRegister(bits, mode, width),
    r8: high ?? drawRegister(bits, mode, width),
    r9: high ?? drawRegister(bits, mode, width),
    r10: high ?? drawRegister(bits, mode, width),
    r11: high ?? drawRegister(bits, mode, width),
    r12: high ?? drawRegister(bits, mode, width),
    r13: high ?? drawRegister(bits, mode, width),
    r14: high ?? drawRegister(bits, mode, width),
    r15: high ?? drawRegister(bits, mode, width),
    es: drawSegment(bits, "es", options),
    cs: drawSegment(bits, "cs", options),
    ss: drawSegment(bits, "ss", options),
    ds: drawSegment(bits, "ds", options),
    fs: drawSegment(bits, "fs", options),
    gs: drawSegment(bits, "gs", options),
    ldtr: drawSegment(bits, "ldtr", options),
    tr: drawSegment(bits, "tr", options),
    gdtr: { base: MEMORY_MAP.gdt, limit: drawGdtLimit(bits, table.length) },
    idtr: {
      base: defaultIdt ? MEMORY_MAP.idt : drawHiddenBase(bits, context),
      limit: defaultIdt ? IDT_LIMITS[mode] : bits.word() & 0xffff,
    },
    efer: drawEfer(bits, context),
    star: drawStar(bits, preset),
    lstar: drawEntry(bits, width, context, ENTRIES.lstar),
    cstar: drawEntry(bits, width, context, ENTRIES.cstar),
    fmask: drawFmask(bits),
    kernelGsBase: KERNEL_GS_BASE_KINDS.pick(bits) === "zero" ? 0n : CANONICAL[context.width].draw(bits),
    sysenterCs:
      SYSENTER_KINDS.pick(bits) === "zero"
        ? 0n
        : bits.chance(700)
          ? BigInt(SELECTOR.draw(bits))
          : bits.value32(),
    sysenterEsp: drawSysenterAddress(bits, context),
    sysenterEip: drawSysenterAddress(bits, context),
  };
  return { state: state as MutableCpuState, gdt: table, ...(fixed !== undefined && { fixed }) };
}

/** What an arbitrary of CPU states may produce. */
export interface CpuStateOptions {
  readonly profile: Profile;
  readonly mode: Mode;
  readonly cpl: number;
}

class CpuStateArbitrary extends DrawnArbitrary<CpuState> {
  private readonly options: CpuStateOptions;
  private readonly context: StateContext;

  constructor(options: CpuStateOptions) {
    super();
    this.options = options;
    this.context = stateContext(options.profile, options.mode);
  }

  override draw(bits: RandomBits): CpuState {
    const { state } = drawState(bits, this.context, this.options.cpl);
    state.rip = this.options.mode === "64" ? CANONICAL[pagingWidth(state)].draw(bits) : bits.value32();
    this.context.impose(state);
    return state;
  }

  override admits(value: unknown): value is CpuState {
    return typeof value === "object" && value !== null && "efer" in value && "gdtr" in value;
  }

  /** General registers and the bases of tables, one by one. Whole cases shrink further: see test-case.ts. */
  override *simpler(value: CpuState): Generator<CpuState> {
    for (const candidate of simplerStates(value)) {
      if (validateState(candidate, this.options.profile).length === 0) yield candidate;
    }
  }
}

function* simplerStates(value: CpuState): Generator<CpuState> {
  for (const name of GPR_NAMES)
    for (const simpler of simplerValues(value[name])) yield { ...value, [name]: simpler };
  for (const name of TABLE_NAMES) {
    const { base, limit } = value[name];
    for (const simpler of simplerValues(base)) yield { ...value, [name]: { base: simpler, limit } };
  }
}

/** A valid CPU state of a profile in one mode at one CPL. */
export function cpuState(options: CpuStateOptions): DrawnArbitrary<CpuState> {
  return new CpuStateArbitrary(options);
}

const usable = (state: CpuState, name: SegmentName): boolean => state[name].p === 1;

/** What `cpuState` must hit in 64-bit mode. */
export const CPU_STATE_REACH: readonly ReachClass<CpuState>[] = [
  { name: "EFER.SCE = 0", least: 0.04, matches: (state) => (state.efer & SCE) === 0n },
  { name: "EFER.NXE = 0", least: 0.1, matches: (state) => (state.efer & NXE) === 0n },
  { name: "STAR[33:32] not 0", least: 0.25, matches: (state) => ((state.star >> 32n) & 3n) !== 0n },
  { name: "STAR[49:48] = 3", least: 0.4, matches: (state) => ((state.star >> 48n) & 3n) === 3n },
  { name: "STAR[49:48] not 3", least: 0.25, matches: (state) => ((state.star >> 48n) & 3n) !== 3n },
  { name: "SYSCALL's CS null", least: 0.03, matches: (state) => ((state.star >> 32n) & 0xfffcn) === 0n },
  {
    name: "SYSCALL's SS wraps",
    least: 0.003,
    matches: (state) => ((state.star >> 32n) & 0xfff8n) === 0xfff8n,
  },
  { name: "SYSRET's selectors wrap", least: 0.008, matches: (state) => state.star >> 48n >= 0xfff0n },
  { name: "LSTAR is not the default", least: 0.4, matches: (state) => state.lstar !== ENTRIES.lstar },
  { name: "FMASK leaves TF and IF alone", least: 0.1, matches: (state) => (state.fmask & 0x300n) === 0n },
  { name: "FMASK has bit 1", least: 0.1, matches: (state) => (state.fmask & 2n) !== 0n },
  { name: "data segment unusable", least: 0.1, matches: (state) => !usable(state, "ds") },
  { name: "GDT limit short", least: 0.05, matches: (state) => state.gdtr.limit < 39 },
  { name: "conforming code", least: 0.05, matches: (state) => state.cs.type >= 0xc },
  { name: "unusable LDTR", least: 0.05, matches: (state) => !usable(state, "ldtr") },
];
