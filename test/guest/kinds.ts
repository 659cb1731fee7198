/** One case of every kind that the guest treats differently, and random cases between them. */
import type { MutableCpuState } from "../../spec/fields.ts";
import type { Profile, TestCase } from "../../spec/model.ts";
import {
  GDT,
  RDMSR,
  SWAPGS,
  SYSCALL,
  SYSRET,
  SYSRETQ,
  WRMSR,
  codeSegment,
  dataSegment,
  gdtBytes,
  impose,
  makeCase,
} from "./cases.ts";
import type { CaseOptions } from "./cases.ts";

type Kind = Omit<CaseOptions, "profile">;

const stackPage = { linear: 0x50_0000n, user: true, write: true, execute: false, data: [] };

const COMMON: { readonly [name: string]: Kind } = {
  "syscall in 64-bit mode": { code: SYSCALL, cpl: 3 },
  sysretq: { code: SYSRETQ, before: { rcx: 0x70_0000n } },
  "sysretq to a non-canonical address": { code: SYSRETQ, before: { rcx: 0x8000_0000_0000n } },
  "sysret to compatibility mode": { code: SYSRET, before: { rcx: 0x70_0000n } },
  "sysretq with every flag": { code: SYSRETQ, before: { rcx: 0x70_0000n, r11: 0xffff_ffffn } },
  swapgs: { code: SWAPGS, before: { kernelGsBase: 0xffff_8123_4567_8000n } },
  "wrmsr lstar": { code: WRMSR, before: { rcx: 0xc000_0082n, rax: 0x1234n, rdx: 0x5678n } },
  "wrmsr star": { code: WRMSR, before: { rcx: 0xc000_0081n } },
  "wrmsr fs base": { code: WRMSR, before: { rcx: 0xc000_0100n } },
  "wrmsr sysenter eip": { code: WRMSR, before: { rcx: 0x176n, rdx: 0n } },
  "wrmsr efer": { code: WRMSR, before: { rcx: 0xc000_0080n, rax: 0x1d01n, rdx: 0n } },
  "rdmsr efer": { code: RDMSR, before: { rcx: 0xc000_0080n } },
  "rdmsr of an unknown msr": { code: RDMSR, before: { rcx: 5n } },
  "wrmsr of an msr outside the list": { code: WRMSR, before: { rcx: 0xc001_0117n, rax: 0n, rdx: 0n } },
  hlt: { code: [0xf4] },
  "mov to dr0": { code: [0x0f, 0x23, 0xc0] },
  "mov to dr7": { code: [0x0f, 0x23, 0xf8], before: { rax: 0x700n } },
  "mov to dr6": { code: [0x0f, 0x23, 0xf0], before: { rax: 0xffff_4ff1n } },
  "mov to cr0": { code: [0x0f, 0x22, 0xc0], before: { rax: 0x8001_0019n } },
  "mov to cr4": { code: [0x0f, 0x22, 0xe0], before: { rax: 0xa0n } },
  lldt: { code: [0x0f, 0x00, 0xd0], before: { rax: 0x40n } },
  ltr: { code: [0x0f, 0x00, 0xd8], before: { rax: 0x50n } },
  "mov to ds sets the accessed bit": { code: [0x8e, 0xd8], before: { rax: 0x30n } },
  "push writes a page": { code: [0x50], before: { rsp: 0x50_0ff8n }, pages: [stackPage] },
  "push crosses two pages": {
    code: [0x50],
    before: { rsp: 0x50_1004n },
    pages: [stackPage, { ...stackPage, linear: 0x50_1000n }],
  },
  ud2: { code: [0x0f, 0x0b] },
  "trap flag": { code: [0x90], before: { rflags: 0x102n } },
  "interrupts enabled": { code: [0x90], before: { rflags: 0x202n } },
  "data page fault": { code: [0x48, 0x8b, 0x00], before: { rax: 0x12_3456n } },
  "refused by vmrun": { code: [0x90], before: { cr4: 0x8000_0020n } },
  "code page without a gdt limit": {
    code: [0x8e, 0xd8],
    before: { rax: 0x10n, gdtr: { base: GDT, limit: 7 } },
  },
  "gdt across chunks": {
    code: [0x8e, 0xe0],
    before: { rax: 0x38n },
    gdt: {
      linear: GDT,
      user: false,
      write: true,
      execute: false,
      data: [
        { offset: 0, bytes: gdtBytes().subarray(0, 0x3b) },
        { offset: 0x3b, bytes: gdtBytes().subarray(0x3b) },
        { offset: 0x801, bytes: Uint8Array.of(1, 2, 3) },
      ],
    },
  },
  "high addresses": {
    code: SYSCALL,
    cpl: 3,
    codePage: 0x7fff_1234_5000n,
    before: { lstar: 0xffff_ffff_8123_4567n },
  },
  "syscall in compatibility mode": { code: SYSCALL, cpl: 3, mode: "compat32" },
  "syscall in 16-bit code with a base": {
    code: SYSCALL,
    cpl: 3,
    mode: "compat16",
    before: { rip: 0xffen, cs: { ...codeSegment(0x1b, 16), base: 0x40_1000n } },
  },
};

const LEGACY: { readonly [name: string]: Kind } = {
  "syscall in legacy mode": { code: SYSCALL, cpl: 3, mode: "legacy" },
  "sysret in legacy mode": { code: SYSRET, mode: "legacy", before: { rcx: 0x70_0000n } },
  "two tables in legacy mode": { code: SYSCALL, cpl: 3, mode: "legacy", codePage: 0xffbf_f000n },
};

const LA57: { readonly [name: string]: Kind } = {
  "syscall to a 57-bit address": {
    code: SYSCALL,
    cpl: 3,
    before: { cr4: 0x1020n, lstar: 0x0080_0000_0000_1000n },
  },
  "code at a 57-bit address": {
    code: SYSRETQ,
    codePage: 0x00ff_1234_5678_9000n,
    before: { cr4: 0x1020n, rcx: 0xff00_0000_0000_0000n },
  },
  "sysretq beyond 57 bits": { code: SYSRETQ, before: { cr4: 0x1020n, rcx: 0x0100_0000_0000_1000n } },
  "57-bit bases under four levels": {
    code: SWAPGS,
    before: {
      kernelGsBase: 0x0081_2345_6789_a000n,
      fs: { ...dataSegment(0x10), base: 0x0012_0000_0000_0000n },
    },
  },
};

/**
 * Every kind that a processor with `profile` can run, by name. One without long mode gets all kinds in legacy mode; it
 * refuses some of them.
 */
export function kindsFor(profile: Profile): ReadonlyMap<string, TestCase> {
  const isLegacy = !profile.modes.includes("64");
  const kinds = {
    ...COMMON,
    ...(profile.modes.includes("legacy") ? LEGACY : {}),
    ...(profile.features.la57 ? LA57 : {}),
  };
  return new Map(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      makeCase({ ...kind, profile, ...(isLegacy && { mode: "legacy" }) }),
    ]),
  );
}

/** `count` cases of all kinds with other values in every register that does not decide where they run. */
export function otherCases(profile: Profile, count: number): readonly TestCase[] {
  const kinds = [...kindsFor(profile).values()];
  let seed = 1n;
  const random = (): bigint => {
    // Knuth's MMIX generator; only variety matters here.
    seed = BigInt.asUintN(64, seed * 6364136223846793005n + 1442695040888963407n);
    return seed ^ (seed >> 29n);
  };
  return Array.from({ length: count }, (_, index) => {
    const kind = kinds[index % kinds.length] as TestCase;
    const before: MutableCpuState = {
      ...kind.before,
      rbx: random(),
      rbp: random(),
      rsi: random(),
      rdi: random(),
      r8: random(),
      r9: random(),
      r10: random(),
      r12: random(),
      r13: random(),
      r14: random(),
      r15: random(),
      star: random(),
      fmask: random() & 0xffff_ffffn,
      cstar: random() & 0x7fff_ffff_ffffn,
      sysenterCs: random() & 0xffffn,
      sysenterEsp: random() & 0xffff_ffffn,
      dr6: 0xffff_0ff0n | (random() & 0xfn),
      dr7: 0x400n | (random() & 0xff_0000n),
      gs: { ...kind.before.gs, base: random() & 0x7fff_ffff_f000n },
      ldtr: { ...kind.before.ldtr, base: random() & 0xffff_f000n, selector: Number(random() & 0xfff8n) },
    };
    impose(profile, before);
    return { ...kind, before };
  });
}
