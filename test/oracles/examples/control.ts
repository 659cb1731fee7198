/** MOV to and from control registers, CLTS, LMSW and SMSW, example by example. */
import type { Example } from "../example.ts";
import { BYTES, type FieldValues } from "../machine.ts";
import { DATA, data } from "../pages.ts";

const INTEL = ["intel"] as const;
const AMD = ["amd"] as const;
const CR0 = 0x8001_0031n;
const HIGH = 0xffff_ffff_0000_0000n;
const FLAGS = 0x8d5n;
const REX_R = 0x44;
/** MOV rAX, CRn and MOV CRn, rAX. */
const from = (control: number): readonly number[] => [0x0f, 0x20, 0xc0 | (control << 3)];
const to = (control: number): readonly number[] => [0x0f, 0x22, 0xc0 | (control << 3)];
const write = (control: number, rax: bigint, set: FieldValues = {}): Example["on"] => ({
  bytes: to(control),
  set: { ...set, rax },
});
const faults = (title: string, rule: Example["rules"][number], on: Example["on"]): Example => ({
  title,
  rules: [rule, "movcr.fault_unchanged"],
  on,
  end: "#GP(0)",
  after: { rip: 0x40_1f00n, cr0: CR0, cr3: 0x20_0000n },
});

export const movcrExamples: readonly Example[] = [
  ...([0, 3, 4] as const).map((control): Example => ({
    title: `reads CR${control} in 64-bit mode without REX.W`,
    rules: ["movcr.completes", "movcr.unchanged", "movcr.register_from_cr", "movcr.register_upper_half"],
    on: { bytes: from(control) },
    end: "retired",
    after: { rax: { 0: CR0, 3: 0x20_0000n, 4: 0x1_0020n }[control], rip: 0x40_1f03n },
  })),
  {
    title: "zeroes the upper half of the register in compatibility mode",
    rules: ["movcr.register_upper_half"],
    on: { bytes: from(0), mode: "compat" },
    end: "retired",
    after: { rax: CR0 },
  },
  {
    title: "reads CR0 in legacy mode",
    rules: ["movcr.register_from_cr", "movcr.legacy_upper_half_unspecified"],
    vendors: AMD,
    on: { bytes: from(0), mode: "legacy" },
    end: "retired",
    after: { rax: CR0 },
    masked: { rax: HIGH },
  },
  {
    title: "leaves the arithmetic flags open on Intel",
    rules: ["movcr.flags_unspecified", "movcr.legacy_upper_half_unspecified"],
    vendors: INTEL,
    on: { bytes: from(0), mode: "legacy" },
    end: "retired",
    masked: { rax: HIGH, rflags: FLAGS },
  },
  {
    title: "takes the registers from ModRM whatever its mod is, and REX.B and REX.R",
    rules: ["movcr.register_from_cr"],
    on: { bytes: [0x49, 0x0f, 0x20, 0x04] },
    end: "retired",
    after: { r12: CR0 },
  },
  ...[1, 5, 6, 7].flatMap((control): readonly Example[] => [
    {
      title: `raises #UD for CR${control}`,
      rules: ["movcr.ud_no_such_register", "movcr.fault_unchanged"],
      on: { bytes: from(control) },
      end: "#UD",
    },
    {
      title: `raises #UD for CR${control} at CPL 3 too`,
      rules: ["movcr.ud_before_gp"],
      on: { bytes: to(control), cpl: 3, mode: "compat" },
      end: "#UD",
    },
  ]),
  ...[9, 12, 15].map((control): Example => ({
    title: `raises #UD for CR${control}`,
    rules: ["movcr.ud_no_such_register"],
    on: { bytes: [REX_R, ...to(control - 8)] },
    end: "#UD",
  })),
  ...[1, 2, 3].map((cpl): Example => ({
    title: `raises #GP(0) at CPL ${cpl}`,
    rules: ["movcr.gp_cpl_nonzero", "movcr.fault_unchanged"],
    on: { bytes: from(0), cpl },
    end: "#GP(0)",
    after: { rax: 0x1_0000_00a0n, cpl },
  })),
  {
    title: "writes every bit of CR0 that is stored",
    rules: ["movcr.cr0", "movcr.completes"],
    on: write(0, 0xe005_003fn),
    end: "retired",
    after: { cr0: 0xe005_003fn },
  },
  {
    title: "drops the reserved bits of CR0 and keeps ET",
    rules: ["movcr.cr0_reserved_ignored", "movcr.cr0_et_fixed"],
    on: write(0, 0x9ffb_ffe1n & ~0x1_0000n),
    end: "retired",
    after: { cr0: 0x8000_0031n },
  },
  {
    title: "does not clear ET",
    rules: ["movcr.cr0_et_fixed"],
    on: write(0, CR0 & ~0x10n),
    end: "retired",
    after: { cr0: CR0 },
  },
  faults("refuses bit 32 of CR0", "movcr.gp_cr0_upper_half", write(0, CR0 | (1n << 32n))),
  faults("refuses bit 63 of CR0", "movcr.gp_cr0_upper_half", write(0, CR0 | (1n << 63n))),
  {
    title: "takes 32 bits in compatibility mode",
    rules: ["movcr.cr0_upper_half_unused", "movcr.completes"],
    on: { ...write(0, HIGH | CR0), mode: "compat" },
    end: "retired",
    after: { cr0: CR0 },
  },
  faults("refuses PG without PE", "movcr.gp_cr0_pg_without_pe", write(0, CR0 & ~1n)),
  faults("refuses NW without CD", "movcr.gp_cr0_nw_without_cd", write(0, CR0 | 0x2000_0000n)),
  {
    title: "takes CD without NW",
    rules: ["movcr.cr0"],
    on: write(0, CR0 | 0x4000_0000n),
    end: "retired",
    after: { cr0: CR0 | 0x4000_0000n },
  },
  {
    ...faults("refuses to clear PG in 64-bit mode", "movcr.gp_cr0_pg_cleared_in_64bit", write(0, 0x31n)),
    vendors: INTEL,
  },
  {
    title: "writes CR3 with PWT and PCD",
    rules: ["movcr.cr3", "movcr.completes", "movcr.cr3_low_bits_unspecified"],
    on: write(3, 0x20_0018n),
    end: "retired",
    after: { cr3: 0x20_0018n },
  },
  ...[52n, 62n, 63n].map((bit) =>
    faults(`refuses bit ${bit} of CR3`, "movcr.gp_cr3_reserved", write(3, 0x20_0000n | (1n << bit))),
  ),
  {
    title: "writes every bit of CR4 that every CPU has",
    rules: ["movcr.cr4", "movcr.completes"],
    on: write(4, 0x1_07ffn),
    end: "retired",
    after: { cr4: 0x1_07ffn },
  },
  ...[15n, 26n, 29n, 30n, 31n, 33n, 63n].map((bit) =>
    faults(`refuses bit ${bit} of CR4`, "movcr.gp_cr4_reserved", write(4, 0x1_0020n | (1n << bit))),
  ),
  faults("refuses FSGSBASE on a CPU without it", "movcr.gp_cr4_reserved", {
    ...write(4, 0x1_0020n, { cr4: 0x20n }),
    features: { fsgsbase: false },
  }),
  faults("refuses to clear PAE in long mode", "movcr.gp_cr4_pae_cleared", write(4, 0x1_0000n)),
  faults("refuses to set LA57 in long mode", "movcr.gp_cr4_la57_changed", {
    ...write(4, 0x1_1020n),
    features: { la57: true },
  }),
  faults("refuses to clear LA57 in long mode", "movcr.gp_cr4_la57_changed", {
    ...write(4, 0x1_0020n, { cr4: 0x1_1020n }),
    features: { la57: true },
  }),
  {
    title: "leaves open whether UMIP exists",
    rules: ["movcr.cr4_other_features"],
    on: write(4, 0x1_0820n),
    end: "#GP(0)",
    otherwise: { "movcr.cr4_other_features=stored": { end: "retired", after: { cr4: 0x1_0820n } } },
  },
];

export const cltsExamples: readonly Example[] = [
  {
    title: "clears TS and nothing else",
    rules: ["clts.completes", "clts.unchanged", "clts.ts_cleared"],
    on: { bytes: BYTES.clts, set: { cr0: 0x8005_003fn } },
    end: "retired",
    after: { cr0: 0x8005_0037n, rip: 0x40_1f02n },
  },
  ...[1, 2, 3].map((cpl): Example => ({
    title: `raises #GP(0) at CPL ${cpl}`,
    rules: ["clts.gp_cpl_nonzero", "clts.fault_unchanged"],
    on: { bytes: BYTES.clts, cpl, set: { cr0: 0x8005_003fn } },
    end: "#GP(0)",
    after: { cr0: 0x8005_003fn },
  })),
];

export const lmswExamples: readonly Example[] = [
  {
    title: "sets MP, EM and TS",
    rules: ["lmsw.completes", "lmsw.unchanged", "lmsw.mp_em_ts"],
    on: { bytes: BYTES.lmsw, set: { rax: 0xfn } },
    end: "retired",
    after: { cr0: CR0 | 0xfn, rip: 0x40_1f03n },
  },
  {
    title: "clears MP, EM and TS, but not PE",
    rules: ["lmsw.mp_em_ts", "lmsw.pe_not_cleared"],
    on: { bytes: BYTES.lmsw, set: { rax: 0n, cr0: 0x8001_003fn } },
    end: "retired",
    after: { cr0: CR0 },
  },
  {
    title: "takes no other bit of its operand",
    rules: ["lmsw.other_bits_kept"],
    on: { bytes: BYTES.lmsw, set: { rax: 0xffff_ffff_ffff_fff1n } },
    end: "retired",
    after: { cr0: CR0 },
  },
  {
    title: "reads 16 bits of memory",
    rules: ["lmsw.mp_em_ts", "lmsw.completes"],
    // lmsw [rbx]
    on: { bytes: [0x0f, 0x01, 0x33], set: { rbx: DATA }, pages: [data([0xb, 0])] },
    end: "retired",
    after: { cr0: CR0 | 0xan, rip: 0x40_1f03n },
  },
  {
    title: "looks at CPL before it reads its operand",
    rules: ["lmsw.fault_unchanged"],
    on: { bytes: [0x0f, 0x01, 0x33], cpl: 3, set: { rbx: 0x8000_0000_0000n } },
    end: "#GP(0)",
  },
  ...[1, 2, 3].map((cpl): Example => ({
    title: `raises #GP(0) at CPL ${cpl}`,
    rules: ["lmsw.gp_cpl_nonzero", "lmsw.fault_unchanged"],
    on: { bytes: BYTES.lmsw, cpl },
    end: "#GP(0)",
    after: { cr0: CR0 },
  })),
];

const OLD = 0x1122_3344_5566_7788n;

export const smswExamples: readonly Example[] = [
  {
    title: "stores 32 bits on AMD",
    rules: [
      "smsw.completes",
      "smsw.unchanged",
      "smsw.register_from_cr0",
      "smsw.register_upper_word",
      "smsw.o32_upper_half_cleared",
    ],
    vendors: AMD,
    on: { bytes: BYTES.smsw, set: { rax: OLD } },
    end: "retired",
    after: { rax: CR0, rip: 0x40_1f03n },
  },
  {
    title: "leaves bits 31:16 open on Intel",
    rules: [
      "smsw.completes",
      "smsw.unchanged",
      "smsw.register_from_cr0",
      "smsw.o32_upper_half_cleared",
      "smsw.o32_upper_word_unspecified",
    ],
    vendors: INTEL,
    on: { bytes: BYTES.smsw, set: { rax: OLD } },
    end: "retired",
    masked: { rax: 0xffff_0000n },
  },
  {
    title: "keeps the rest of the register with 66h",
    rules: ["smsw.o16_rest_kept", "smsw.register_from_cr0"],
    on: { bytes: [0x66, ...BYTES.smsw], set: { rax: OLD } },
    end: "retired",
    after: { rax: (OLD & ~0xffffn) | 0x31n },
  },
  {
    title: "keeps the rest of the register in 16-bit code",
    rules: ["smsw.o16_rest_kept"],
    on: { bytes: BYTES.smsw, mode: "compat", set: { rax: OLD, "cs.db": 0 } },
    end: "retired",
    after: { rax: (OLD & ~0xffffn) | 0x31n },
  },
  {
    title: "stores 64 bits with REX.W, though 66h is there too",
    rules: ["smsw.o64_register_from_cr0", "smsw.register_from_cr0"],
    on: { bytes: [0x66, 0x48, ...BYTES.smsw], set: { rax: OLD } },
    end: "retired",
    after: { rax: CR0 },
  },
  {
    title: "leaves the upper half open in legacy mode",
    rules: ["smsw.legacy_upper_half_unspecified"],
    on: { bytes: BYTES.smsw, mode: "legacy", set: { rax: 0x5566_7788n, "cs.db": 1 } },
    end: "retired",
  },
  {
    title: "leaves everything as it is when LOCK makes it fault",
    rules: ["smsw.fault_unchanged", "decode.ud_lock"],
    on: { bytes: [0xf0, ...BYTES.smsw], set: { rax: OLD } },
    end: "#UD",
    after: { rax: OLD },
  },
  {
    title: "stores 16 bits in memory even with REX.W",
    rules: ["smsw.memory_from_cr0"],
    // smsw [rbx]
    on: { bytes: [0x48, 0x0f, 0x01, 0x23], set: { rbx: DATA }, pages: [data([1, 2, 3, 4])] },
    end: "retired",
    writes: { "502000h": "3100" },
  },
  ...[1, 2, 3].map((cpl): Example => ({
    title: `runs at CPL ${cpl}`,
    rules: ["smsw.legal_at_any_cpl", "smsw.completes"],
    on: { bytes: BYTES.smsw, cpl },
    end: "retired",
  })),
];
