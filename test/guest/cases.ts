/** Small hand-made cases for the tests of the guest and its adapters. */
import type { CpuState, Page, Profile, Segment, TestCase } from "../../spec/model.ts";
import { field, type MutableCpuState } from "../../spec/fields.ts";
import { CASE_CR3 } from "../../guest/layout.ts";

export const CODE = 0x40_1000n;
export const GDT = 0x60_0000n;

const NULL_SEGMENT: Segment = {
  selector: 0,
  base: 0n,
  limit: 0,
  type: 0,
  s: 0,
  dpl: 0,
  p: 0,
  avl: 0,
  l: 0,
  db: 0,
  g: 0,
};

export function codeSegment(selector: number, bits: 64 | 32 | 16): Segment {
  return {
    selector,
    base: 0n,
    limit: bits === 16 ? 0xffff : 0xffff_ffff,
    type: 11,
    s: 1,
    dpl: selector & 3,
    p: 1,
    avl: 0,
    l: bits === 64 ? 1 : 0,
    db: bits === 32 ? 1 : 0,
    g: bits === 16 ? 0 : 1,
  };
}

export function dataSegment(selector: number): Segment {
  return {
    selector,
    base: 0n,
    limit: 0xffff_ffff,
    type: 3,
    s: 1,
    dpl: selector & 3,
    p: 1,
    avl: 0,
    l: 0,
    db: 1,
    g: 1,
  };
}

/** null, kernel code, kernel data, user code 32, user data, user code 64, data with A=0, LDT and TSS. */
export const DESCRIPTORS: readonly bigint[] = [
  0n,
  0x00af_9b00_0000_ffffn,
  0x00cf_9300_0000_ffffn,
  0x00cf_fb00_0000_ffffn,
  0x00cf_f300_0000_ffffn,
  0x00af_fb00_0000_ffffn,
  0x00cf_9200_0000_ffffn, // 30h: data, not accessed
  0x1240_9234_5678_0fffn, // 38h: data, base 12345678h, byte limit, not accessed
  0x0000_8200_0000_0fffn | ((0x61_0000n << 16n) & 0xff_ffff_0000n), // 40h: LDT at 610000h
  0n,
  0x0000_8900_0000_0067n | ((0x63_0000n << 16n) & 0xff_ffff_0000n), // 50h: available 64-bit TSS at 630000h
  0n,
];

export function gdtBytes(): Uint8Array {
  const bytes = new Uint8Array(DESCRIPTORS.length * 8);
  const view = new DataView(bytes.buffer);
  DESCRIPTORS.forEach((descriptor, index) => view.setBigUint64(index * 8, descriptor, true));
  return bytes;
}

export interface CaseOptions {
  readonly profile: Profile;
  readonly code: readonly number[];
  /** 64 unless given. */
  readonly mode?: "64" | "compat32" | "compat16" | "legacy";
  /** 0 unless given. */
  readonly cpl?: 0 | 3;
  readonly before?: Partial<CpuState>;
  readonly pages?: readonly Page[];
  /** Linear address of the code page. */
  readonly codePage?: bigint;
  readonly gdt?: Page;
}

/** Gives a state the values that a processor holds to, whatever a case says. */
export function impose({ imposed }: Profile, state: MutableCpuState): void {
  for (const { field: name, mask, value } of imposed) {
    const { get, set } = field(name);
    set(state, (get(state) & ~mask) | (value & mask));
  }
}

/** A plain machine whose one instruction ends flush with its page. */
export function makeCase(options: CaseOptions): TestCase {
  const { profile, code } = options;
  const mode = options.mode ?? "64";
  const cpl = options.cpl ?? 0;
  const codePage = options.codePage ?? CODE;
  const long = mode !== "legacy";
  const codeSelector = cpl === 0 ? 0x08 : mode === "64" ? 0x2b : 0x1b;
  const stack = dataSegment(cpl === 0 ? 0x10 : 0x23);
  const before: MutableCpuState = {
    cpl,
    rip: codePage + 4096n - BigInt(code.length),
    rflags: 2n,
    cr0: 0x8001_0011n,
    cr3: CASE_CR3,
    cr4: long ? 0x20n : 0n,
    dr6: 0xffff_0ff0n,
    dr7: 0x400n,
    rax: 0x0a0an,
    rcx: 0x0c0cn,
    rdx: 0x0d0dn,
    rbx: 0x0b0bn,
    rsp: 0x50_0000n,
    rbp: 0x0505n,
    rsi: 0x0606n,
    rdi: 0x0707n,
    r8: 8n,
    r9: 9n,
    r10: 10n,
    r11: 11n,
    r12: 12n,
    r13: 13n,
    r14: 14n,
    r15: 15n,
    cs: codeSegment(codeSelector, mode === "64" ? 64 : mode === "compat16" ? 16 : 32),
    ss: stack,
    ds: stack,
    es: stack,
    fs: stack,
    gs: stack,
    ldtr: NULL_SEGMENT,
    tr: {
      selector: 0x50,
      base: 0x63_0000n,
      limit: 0x67,
      type: 11,
      s: 0,
      dpl: 0,
      p: 1,
      avl: 0,
      l: 0,
      db: 0,
      g: 0,
    },
    gdtr: { base: GDT, limit: DESCRIPTORS.length * 8 - 1 },
    idtr: { base: 0x62_0000n, limit: 0xfff },
    efer: long ? 0x1501n : 0x1001n,
    star: 0x0013_0008_0080_0000n,
    lstar: 0x80_0000n,
    cstar: 0x80_1000n,
    fmask: 0x4_7700n,
    kernelGsBase: 0x1_0000n,
    sysenterCs: 8n,
    sysenterEsp: 0x50_1000n,
    sysenterEip: 0x80_2000n,
    ...options.before,
  };
  impose(profile, before);
  const pages: Page[] = [
    { linear: codePage, user: cpl === 3, write: false, execute: true, data: [] },
    options.gdt ?? {
      linear: GDT,
      user: false,
      write: true,
      execute: false,
      data: [{ offset: 0, bytes: gdtBytes() }],
    },
    ...(options.pages ?? []),
  ];
  return { profile, before, pages, steps: [{ bytes: Uint8Array.from(code) }], delivery: "observe" };
}

export const SYSCALL: readonly number[] = [0x0f, 0x05];
export const SYSRET: readonly number[] = [0x0f, 0x07];
export const SYSRETQ: readonly number[] = [0x48, 0x0f, 0x07];
export const SWAPGS: readonly number[] = [0x0f, 0x01, 0xf8];
export const RDMSR: readonly number[] = [0x0f, 0x32];
export const WRMSR: readonly number[] = [0x0f, 0x30];
