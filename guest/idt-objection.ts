/** What observer B cannot run, and why: it has no VMCB, so the agent shares the processor with the case. */
import { GPR_NAMES } from "../spec/fields.ts";
import type { CpuState, GprName, Profile, Segment, SegmentName, TestCase } from "../spec/model.ts";
import { TRAMPOLINE_LINEAR, TRAMPOLINE_PAGE } from "./idt-layout.ts";

const EFER_LMA = 1n << 10n;
/** VME to OSXMMEXCPT, SMEP and SMAP. */
const CR4_COMMON = 0x30_07ffn;
const CR4_LA57 = 1n << 12n;
const CR4_FSGSBASE = 1n << 16n;
const DR7_GD = 1n << 13n;
const CONFORMING = 0xc;
/** The agent's own slots of the scratch GDT begin here. */
const AGENT_SLOTS = 0xffe0;

const isAgentSlot = (selector: number): boolean => selector >= AGENT_SLOTS && (selector & 4) === 0;

/** The agent's stretch, with some room for operands that begin below it. */
const FIRST = Number(BigInt.asUintN(32, TRAMPOLINE_LINEAR)) - 0x1_0000;
const LAST = Number(BigInt.asUintN(32, TRAMPOLINE_LINEAR)) + TRAMPOLINE_PAGE.count * 0x1000 + 0xffff;
const UPPER = Number(TRAMPOLINE_LINEAR >> 32n);

const DATA_SEGMENTS: readonly SegmentName[] = ["ds", "es", "fs", "gs"];

/** Whether one of the 64-bit values in `words[from, to)` is an address of the agent's. */
export function namesAgent(words: Uint32Array, from: number, to: number): boolean {
  for (let word = from; word < to; word += 2) {
    if (words[word + 1] !== UPPER) continue;
    const low = words[word] as number;
    if (low >= FIRST && low <= LAST) return true;
  }
  return false;
}

/** Why the agent cannot bring the processor into this state, or survive the case; undefined when it can. */
export function idtObjection(testCase: TestCase, msrs: ReadonlySet<number>): string | undefined {
  const { before, steps } = testCase;
  return (
    stateObjection(before) ??
    cr4Objection(testCase) ??
    stackObjection(before) ??
    dataObjection(before) ??
    stepObjection(steps[0]?.bytes ?? new Uint8Array(0), testCase, msrs)
  );
}

function stateObjection({ efer, dr7 }: CpuState): string | undefined {
  if ((efer & EFER_LMA) === 0n) return "the agent of observer B runs in long mode only";
  if ((dr7 & DR7_GD) !== 0n) return "DR7.GD would stop the agent of observer B";
  return undefined;
}

/**
 * MOV to CR4 of a reserved bit: QEMU up to 7.2 leaves an SVM guest then that it has never entered, and never comes
 * back. So these bits are not tried.
 */
function cr4Objection({ before, profile }: TestCase): string | undefined {
  return isDefinedCr4(before.cr4, profile) ? undefined : "CR4 holds bits that the processor does not define";
}

function isDefinedCr4(value: bigint, { features: { la57, fsgsbase } }: Profile): boolean {
  const defined = CR4_COMMON | (la57 ? CR4_LA57 : 0n) | (fsgsbase ? CR4_FSGSBASE : 0n);
  return (value & ~defined) === 0n;
}

const slotOf = ({ selector }: Segment): number => selector & 0xfffc;

function stackObjection({ cs, ss, cpl }: CpuState): string | undefined {
  if (cs.l === 0 && ss.db === 0) return "IRETQ to a 16-bit stack may set SP alone";
  if ((cs.selector & 0xfffc) === 0) return "IRETQ loads no null CS";
  if ((ss.selector & 3) !== cpl) return "IRETQ loads no SS whose RPL is not CPL";
  if (ss.p === 0 && ((ss.selector & 0xfffc) !== 0 || cpl === 3)) return "IRETQ loads no unusable SS here";
  if (ss.p === 1 && slotOf(ss) === slotOf(cs)) return "CS and SS name the same descriptor";
  if (isAgentSlot(cs.selector)) return "the agent of observer B owns CS's descriptor";
  if (isAgentSlot(ss.selector)) return "the agent of observer B owns SS's descriptor";
  return undefined;
}

function dataObjection(before: CpuState): string | undefined {
  const { cpl } = before;
  for (const name of DATA_SEGMENTS) {
    const { p, type, dpl, selector } = before[name];
    // QEMU leaves it in FS and GS, Bochs in none.
    if (p === 0 && cpl > 0 && selector !== 0) {
      return `IRETQ to an outer level clears the null selector in ${name.toUpperCase()}`;
    }
    if (p === 0) continue;
    if (type < CONFORMING && dpl < cpl) return `IRETQ clears ${name.toUpperCase()}, whose DPL is below CPL`;
    if (isAgentSlot(selector)) {
      return `the agent of observer B owns ${name.toUpperCase()}'s descriptor`;
    }
  }
  return undefined;
}

const LEGACY_PREFIXES: ReadonlySet<number> = new Set([
  0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67, 0xf0, 0xf2, 0xf3,
]);

/** Opcodes of one byte that read descriptors, reach a port, stop the processor or raise an interrupt. */
const ONE_BYTE: ReadonlyMap<number, string> = new Map([
  ...[0x07, 0x17, 0x1f, 0x8e, 0xc4, 0xc5].map((opcode) => [opcode, "loads a segment register"] as const),
  ...[0x9a, 0xca, 0xcb, 0xea].map((opcode) => [opcode, "transfers far"] as const),
  ...[0xcc, 0xcd, 0xce, 0xf1].map((opcode) => [opcode, "raises an interrupt"] as const),
  [0xcf, "is IRET"],
  ...[0x6c, 0x6d, 0x6e, 0x6f, 0xe4, 0xe5, 0xe6, 0xe7, 0xec, 0xed, 0xee, 0xef].map(
    (opcode) => [opcode, "reaches a port"] as const,
  ),
  [0xf4, "is HLT"],
]);

/** The same for opcodes after 0Fh. */
const TWO_BYTES: ReadonlyMap<number, string> = new Map([
  [0x00, "reads or loads a descriptor"],
  [0x02, "reads a descriptor"],
  [0x03, "reads a descriptor"],
  [0x08, "is INVD"],
  [0x09, "is WBINVD"],
  [0x33, "is RDPMC"],
  [0xa1, "loads a segment register"],
  [0xa9, "loads a segment register"],
  [0xaa, "is RSM"],
  [0xb2, "loads a segment register"],
  [0xb4, "loads a segment register"],
  [0xb5, "loads a segment register"],
]);

/** What the agent of observer B shares with the case and would lose. */
function stepObjection(bytes: Uint8Array, testCase: TestCase, msrs: ReadonlySet<number>): string | undefined {
  const { before } = testCase;
  const isPrefix = (byte: number): boolean =>
    LEGACY_PREFIXES.has(byte) || (before.cs.l === 1 && (byte & 0xf0) === 0x40);
  let at = 0;
  while (isPrefix(bytes[at] ?? 0)) at += 1;
  const first = bytes[at] ?? 0;
  const modrm = bytes[at + 2] ?? 0;
  let why = first === 0x0f ? TWO_BYTES.get(bytes[at + 1] ?? 0) : ONE_BYTE.get(first);
  if (first === 0x0f)
    why ??= systemObjection(bytes[at + 1] ?? 0, modrm, testCase, msrs, operandOf(bytes, at, before));
  if (first === 0xff && [3, 5].includes(((bytes[at + 1] ?? 0) >> 3) & 7)) why ??= "transfers far";
  return why === undefined ? undefined : `observer B cannot bear the instruction (it ${why})`;
}

const CR0_PG = 1n << 31n;
/** PAE and LA57: a processor that lets them change leaves the agent without its pages. */
const CR4_TABLES = (1n << 5n) | CR4_LA57;

/** The general register that ModRM.rm names after the two-byte opcode at `at`. */
function operandOf(bytes: Uint8Array, at: number, before: CpuState): bigint {
  const rex =
    before.cs.l === 1 && at > 0 && ((bytes[at - 1] ?? 0) & 0xf0) === 0x40 ? (bytes[at - 1] ?? 0) : 0;
  const number = ((bytes[at + 2] ?? 0) & 7) + 8 * (rex & 1);
  return before[GPR_NAMES[number] as GprName];
}

function systemObjection(
  opcode: number,
  modrm: number,
  { before, profile }: TestCase,
  msrs: ReadonlySet<number>,
  operand: bigint,
): string | undefined {
  const { cpl, rcx } = before;
  const register = (modrm >> 3) & 7;
  if (opcode === 0x30 || opcode === 0x32) {
    const msr = Number(rcx & 0xffff_ffffn);
    const outside = `reaches MSR ${msr.toString(16).toUpperCase()}h, which is outside the list under test`;
    return cpl === 0 && !msrs.has(msr) ? outside : undefined;
  }
  // SGDT and SIDT only read; SMSW, LMSW, INVLPG, SWAPGS and RDTSCP leave the agent alone.
  if (opcode === 0x01) {
    if (modrm < 0xc0) return register === 2 || register === 3 ? "is LGDT or LIDT" : undefined;
    return modrm < 0xe0 ? "belongs to virtualisation, monitors or XSAVE" : undefined;
  }
  if (cpl !== 0) return undefined;
  if (opcode === 0x20 || opcode === 0x22) {
    if (register === 0) {
      if (opcode === 0x20 || (operand & CR0_PG) !== 0n) return undefined;
      return "turns paging off";
    }
    if (opcode === 0x20 && register !== 0) return undefined;
    if (register !== 4) return "writes CR3 or CR8";
    if (!isDefinedCr4(operand, profile)) return "writes bits of CR4 that the processor does not define";
    return (operand & CR4_TABLES) === (before.cr4 & CR4_TABLES)
      ? undefined
      : "changes the format of the tables";
  }
  if (opcode === 0x21 || opcode === 0x23) {
    if (register < 4) return "reaches a debug address register";
    return opcode === 0x23 && (operand & DR7_GD) !== 0n && register !== 6 ? "sets DR7.GD" : undefined;
  }
  return undefined;
}
