/** The boring machine: the plain case of an instruction, where shrinking goes. */
import type { MutableCpuState } from "../spec/fields.ts";
import type { CpuState, Mode, Profile, TestCase } from "../spec/model.ts";
import {
  CR4_FSGSBASE,
  ENTRIES,
  IDT_LIMITS,
  LINUX_FMASK,
  PAE,
  PLAIN_CR0,
  PLAIN_DR6,
  PLAIN_DR7,
} from "./cpu-state.ts";
import { plainEfer } from "./efer.ts";
import { forcedValue, imposer } from "./imposed.ts";
import { imposePages } from "./imposed-memory.ts";
import { familyOf } from "./families/index.ts";
import { encode, plainInstruction } from "./instruction.ts";
import type { InstructionName } from "./instruction-name.ts";
import { MEMORY_MAP, PAGE_SIZE } from "./memory-map.ts";
import { MSR_INDICES, msrOfIndex, type MsrChoice } from "./msr-values.ts";
import { isBaseInstruction } from "./opcode-forms.ts";
import { codePage, tablePage } from "./placement.ts";
import { LINUX } from "./presets.ts";
import { fromWords, highWord, lowWord } from "./random-bits.ts";
import { plainSegment } from "./plain-segment.ts";
import { isPrivileged } from "./transition.ts";

/** Which boring machine. */
export interface BoringOptions {
  readonly profile: Profile;
  readonly instruction: InstructionName;
  readonly mode: Mode;
  /** The form with REX.W of SYSRET and RD/WRxSBASE; the default is true in 64-bit mode. */
  readonly wide?: boolean;
  /** ModRM.reg of an instruction that has one; DS by default. */
  readonly reg?: number;
  /** The MSR of RDMSR and WRMSR; STAR, which takes any value, by default. */
  readonly msr?: Exclude<MsrChoice, "unknown">;
}

/** What an MSR holds. */
function msrValue(state: CpuState, name: Exclude<MsrChoice, "unknown">): bigint {
  switch (name) {
    case "fs.base":
      return state.fs.base;
    case "gs.base":
      return state.gs.base;
    default:
      return state[name];
  }
}

/**
 * The plain case in which the instruction completes, if it does so at all in this mode: CPL 0 for SYSRET, SYSEXIT,
 * SWAPGS, RDMSR and WRMSR, CPL 3 for the others; flat segments; the GDT, STAR and FMASK of Linux; no point of variance.
 */
export function boringCase(options: BoringOptions): TestCase {
  const { profile, instruction, mode } = options;
  const wide = options.wide ?? mode === "64";
  const { reg } = options;
  const plain = plainInstruction(instruction, {
    wide: wide && mode === "64",
    ...(reg !== undefined && { reg }),
  });
  const state = boringState(options);
  const impose = imposer(profile, mode);
  impose(state);
  const family = familyOf(instruction);
  const whole = family?.boring({ profile, mode, state, instruction: plain });
  if (whole === undefined) giveRegisters(state, options);
  const bytes = encode(whole?.instruction ?? plain);
  state.rip = MEMORY_MAP.code + BigInt(PAGE_SIZE - bytes.length);
  // Operands may be MSRs, which an observer may force.
  impose(state);
  return {
    profile,
    before: state,
    pages: imposePages(profile, [
      codePage(MEMORY_MAP.code),
      tablePage(MEMORY_MAP.gdt, LINUX.gdt),
      ...(whole?.pages ?? []),
    ]),
    steps: [{ bytes }],
    delivery: "observe",
  };
}

function boringState(options: BoringOptions): MutableCpuState {
  const { profile, instruction, mode } = options;
  const { features } = profile;
  const forced = forcedValue(profile, mode, "cpl");
  const cpl =
    forced !== undefined
      ? Number(forced)
      : (familyOf(instruction)?.boringCpl ?? (isPrivileged(instruction) ? 0 : 3));
  const selectors = ((LINUX.sysretSelector << 16) | LINUX.syscallSelector) >>> 0;
  const of = { mode, cpl };
  const state: CpuState = {
    cpl,
    rip: 0n,
    rflags: 2n,
    cr0: PLAIN_CR0,
    cr3: MEMORY_MAP.cr3,
    // A bit that the instruction does not need would keep the case from processors without the feature.
    cr4:
      (mode === "legacy" ? 0n : PAE) |
      (features.fsgsbase && isBaseInstruction(instruction) ? CR4_FSGSBASE : 0n),
    dr6: PLAIN_DR6,
    dr7: PLAIN_DR7,
    rax: 0n,
    rcx: 0n,
    rdx: 0n,
    rbx: 0n,
    rsp: MEMORY_MAP.stack,
    rbp: 0n,
    rsi: 0n,
    rdi: 0n,
    r8: 0n,
    r9: 0n,
    r10: 0n,
    r11: 0n,
    r12: 0n,
    r13: 0n,
    r14: 0n,
    r15: 0n,
    es: plainSegment("es", of),
    cs: plainSegment("cs", of),
    ss: plainSegment("ss", of),
    ds: plainSegment("ds", of),
    fs: plainSegment("fs", of),
    gs: plainSegment("gs", of),
    ldtr: plainSegment("ldtr", of),
    tr: plainSegment("tr", of),
    gdtr: { base: MEMORY_MAP.gdt, limit: LINUX.gdt.length - 1 },
    idtr: { base: MEMORY_MAP.idt, limit: IDT_LIMITS[mode] },
    efer: plainEfer(features, mode),
    star: fromWords(selectors, mode === "legacy" ? ENTRIES.star : 0),
    lstar: ENTRIES.lstar,
    cstar: ENTRIES.cstar,
    fmask: LINUX_FMASK,
    kernelGsBase: 0n,
    sysenterCs: 0n,
    sysenterEsp: 0n,
    sysenterEip: 0n,
  };
  return state as MutableCpuState;
}

/** The registers that the instruction reads. */
function giveRegisters(state: MutableCpuState, options: BoringOptions): void {
  const { instruction, mode, msr = "star" } = options;
  if (instruction === "sysenter" || instruction === "sysexit") {
    state.sysenterCs = BigInt(LINUX.syscallSelector);
    state.sysenterEsp = MEMORY_MAP.stack;
    state.sysenterEip = ENTRIES.sysenterEip;
    if (instruction === "sysenter") return;
    state.rcx = MEMORY_MAP.stack;
    state.rdx = MEMORY_MAP.userEntry;
  } else if (instruction === "sysret") {
    state.rcx = MEMORY_MAP.userEntry;
    if (mode !== "legacy") state.r11 = 2n;
  } else if (instruction === "rdmsr" || instruction === "wrmsr") {
    state.rcx = BigInt(MSR_INDICES[msr]);
    if (instruction === "rdmsr") return;
    const value = msrValue(state, msr);
    state.rax = BigInt(lowWord(value));
    state.rdx = BigInt(highWord(value));
  }
}

/** The MSR under test that RDMSR or WRMSR names in ECX; undefined for another instruction or MSR. */
export function namedMsr(state: CpuState, name: InstructionName): Exclude<MsrChoice, "unknown"> | undefined {
  return name === "rdmsr" || name === "wrmsr" ? msrOfIndex(lowWord(state.rcx)) : undefined;
}
