/** RDMSR and WRMSR, example by example. */
import type { RuleId } from "../../../spec/generated/rule-id.ts";
import type { Features, FieldName } from "../../../spec/model.ts";
import { BYTES } from "../machine.ts";
import type { Example } from "../example.ts";

const NONCANONICAL = 0x0000_8000_0000_0000n;
const EFER = 0xc000_0080n;
const CSTAR = 0xc000_0083n;
const FMASK = 0xc000_0084n;
const SYSENTER_CS = 0x174n;
const UNKNOWN = 0xc000_1f00n;

/** EDX:EAX with rubbish above, which must not matter. */
function written(msr: bigint, value: bigint): { rcx: bigint; rax: bigint; rdx: bigint } {
  const rubbish = 0xbad0_0000_0000_0000n;
  return { rcx: msr, rax: rubbish | (value & 0xffff_ffffn), rdx: rubbish | (value >> 32n) };
}

/** WRMSR of `value` to `msr`. */
function wrmsr(msr: bigint, value: bigint, more: { features?: Partial<Features> } = {}): Example["on"] {
  return { bytes: BYTES.wrmsr, set: written(msr, value), ...more };
}

const PLAIN: readonly { readonly msr: bigint; readonly name: string; readonly field: FieldName }[] = [
  { msr: EFER, name: "efer", field: "efer" },
  { msr: 0xc000_0081n, name: "star", field: "star" },
  { msr: 0xc000_0082n, name: "lstar", field: "lstar" },
  { msr: CSTAR, name: "cstar", field: "cstar" },
  { msr: FMASK, name: "fmask", field: "fmask" },
  { msr: 0xc000_0100n, name: "fs_base", field: "fs.base" },
  { msr: 0xc000_0101n, name: "gs_base", field: "gs.base" },
  { msr: 0xc000_0102n, name: "kernel_gs_base", field: "kernelGsBase" },
  { msr: SYSENTER_CS, name: "sysenter_cs", field: "sysenterCs" },
  { msr: 0x175n, name: "sysenter_esp", field: "sysenterEsp" },
  { msr: 0x176n, name: "sysenter_eip", field: "sysenterEip" },
];

const STAR_VALUE = 0x0023_0010_0090_0000n;

export const rdmsrExamples: readonly Example[] = [
  ...PLAIN.map(({ msr, name, field }): Example => ({
    title: `reads ${name} into EDX:EAX`,
    rules: [`rdmsr.${name}` as RuleId, "rdmsr.completes"],
    on: { bytes: BYTES.rdmsr, set: { rcx: msr, [field]: 0x1234_5678n } },
    end: "retired",
    after: { rax: 0x1234_5678n, rdx: 0n },
  })).filter(({ title }) => !title.includes("efer")),
  {
    title: "reads efer into EDX:EAX",
    rules: ["rdmsr.efer"],
    on: { bytes: BYTES.rdmsr, set: { rcx: EFER } },
    end: "retired",
    after: { rax: 0xd01n, rdx: 0n },
  },
  {
    title: "reads the high half into EDX and clears the upper halves",
    rules: ["rdmsr.star", "rdmsr.upper_halves_cleared", "rdmsr.unchanged", "retire.rip_next"],
    on: { bytes: BYTES.rdmsr, set: { rcx: 0xc000_0081n } },
    end: "retired",
    after: { rax: STAR_VALUE & 0xffff_ffffn, rdx: STAR_VALUE >> 32n, rip: 0x40_1f02n, rcx: 0xc000_0081n },
  },
  {
    title: "reads in compatibility mode at CPL 0 too",
    rules: ["rdmsr.completes", "rdmsr.upper_halves_cleared"],
    on: { bytes: BYTES.rdmsr, mode: "compat", set: { rcx: 0xc000_0081n } },
    end: "retired",
    after: { rax: 0x90_0000n, rdx: 0x23_0010n },
  },
  {
    title: "leaves the upper halves open in legacy mode",
    rules: ["rdmsr.legacy_upper_halves_unspecified", "rdmsr.completes"],
    on: { bytes: BYTES.rdmsr, mode: "legacy", set: { rcx: 0xc000_0081n } },
    end: "retired",
    after: { rax: 0x90_0000n, rdx: 0x23_0010n },
    masked: { rax: 0xffff_ffff_0000_0000n, rdx: 0xffff_ffff_0000_0000n },
  },
  {
    title: "looks at ECX only",
    rules: ["rdmsr.rcx_upper_half_ignored"],
    on: { bytes: BYTES.rdmsr, set: { rcx: 0xffff_ffff_c000_0081n } },
    end: "retired",
    after: { rax: 0x90_0000n },
  },
  {
    title: "raises #GP(0) at CPL 3",
    rules: ["rdmsr.gp_cpl_nonzero", "rdmsr.fault_unchanged"],
    on: { bytes: BYTES.rdmsr, cpl: 3, set: { rcx: 0xc000_0081n } },
    end: "#GP(0)",
    after: { rax: 0x1_0000_00a0n, rip: 0x40_1f00n },
  },
  {
    title: "raises #GP(0) at CPL 3 in compatibility mode",
    rules: ["rdmsr.gp_cpl_nonzero"],
    on: { bytes: BYTES.rdmsr, mode: "compat", cpl: 3, set: { rcx: 0xc000_0081n } },
    end: "#GP(0)",
  },
  {
    title: "raises #GP(0) for an unknown MSR",
    rules: ["rdmsr.gp_unknown_msr"],
    on: { bytes: BYTES.rdmsr, set: { rcx: UNKNOWN } },
    end: "#GP(0)",
  },
];

/** MSRs that hold a canonical address on both vendors. */
const ADDRESSES = PLAIN.filter(({ name }) =>
  ["lstar", "fs_base", "gs_base", "kernel_gs_base"].includes(name),
);
const SYSENTER_ADDRESSES = PLAIN.filter(({ name }) => ["sysenter_esp", "sysenter_eip"].includes(name));

function canonicalExamples(
  { msr, name, field }: (typeof PLAIN)[number],
  vendors: Example["vendors"] = ["intel", "amd"],
): readonly Example[] {
  const gp = `wrmsr.gp_${name}_noncanonical` as RuleId;
  return [
    {
      title: `writes the last canonical address to ${name}`,
      rules: [`wrmsr.${name}` as RuleId, "wrmsr.completes"],
      vendors,
      on: wrmsr(msr, NONCANONICAL - 1n),
      end: "retired",
      after: { [field]: NONCANONICAL - 1n, rip: 0x40_1f02n },
    },
    {
      title: `raises #GP(0) for ${name} one past the canonical edge`,
      rules: [gp, "wrmsr.fault_unchanged"],
      vendors,
      on: wrmsr(msr, NONCANONICAL),
      end: "#GP(0)",
    },
    {
      title: `goes by the CPU's width for ${name}, whatever CR4.LA57 says`,
      rules: ["wrmsr.canonical_by_cpu_width", `wrmsr.${name}` as RuleId],
      vendors,
      on: wrmsr(msr, NONCANONICAL, { features: { la57: true } }),
      end: "retired",
      after: { [field]: NONCANONICAL },
    },
    {
      title: `raises #GP(0) for ${name} one past the edge of 57 bits`,
      rules: [gp],
      vendors,
      on: wrmsr(msr, 0x0100_0000_0000_0000n, { features: { la57: true } }),
      end: "#GP(0)",
    },
  ];
}

/** Each feature with the bit of EFER that it brings. */
const EFER_BITS: readonly (readonly [keyof Features, bigint])[] = [
  ["nx", 11n],
  ["svm", 12n],
  ["lmsle", 13n],
  ["ffxsr", 14n],
  ["tce", 15n],
  ["mcommit", 17n],
  ["intwb", 18n],
  ["uaie", 20n],
  ["aibrse", 21n],
];

const eferExamples: readonly Example[] = [
  {
    title: "clears SCE",
    rules: ["wrmsr.efer", "wrmsr.completes"],
    on: wrmsr(EFER, 0xd00n),
    end: "retired",
    after: { efer: 0xd00n },
  },
  ...EFER_BITS.flatMap(([feature, bit]): readonly Example[] => [
    {
      title: `sets bit ${bit} of EFER where the CPU has ${feature}`,
      rules: ["wrmsr.efer"],
      on: {
        bytes: BYTES.wrmsr,
        features: { nx: false, [feature]: true },
        set: { ...written(EFER, 0x501n | (1n << bit)), efer: 0x501n },
      },
      end: "retired",
      after: { efer: 0x501n | (1n << bit) },
    },
    {
      title: `raises #GP(0) for bit ${bit} of EFER where the CPU lacks ${feature}`,
      rules: ["wrmsr.gp_efer_reserved"],
      on: {
        bytes: BYTES.wrmsr,
        features: { nx: false },
        set: { ...written(EFER, 0x501n | (1n << bit)), efer: 0x501n },
      },
      end: "#GP(0)",
    },
  ]),
  ...[9n, 16n, 19n, 22n, 32n, 63n].map((bit): Example => ({
    title: `raises #GP(0) for bit ${bit} of EFER`,
    rules: ["wrmsr.gp_efer_reserved"],
    on: wrmsr(EFER, 0xd01n | (1n << bit)),
    end: "#GP(0)",
  })),
  ...[1n, 7n].flatMap((bit): readonly Example[] => [
    {
      title: `raises #GP(0) for bit ${bit} of EFER on Intel`,
      rules: ["wrmsr.gp_efer_reserved"],
      vendors: ["intel"],
      on: wrmsr(EFER, 0xd01n | (1n << bit)),
      end: "#GP(0)",
    },
    {
      title: `ignores bit ${bit} of EFER on AMD`,
      rules: ["wrmsr.efer_low_bits_ignored"],
      vendors: ["amd"],
      on: wrmsr(EFER, 0xd00n | (1n << bit)),
      end: "retired",
      after: { efer: 0xd00n },
    },
  ]),
  {
    title: "raises #GP(0) when it clears LME while paging is on",
    rules: ["wrmsr.gp_efer_lme_while_paging"],
    on: wrmsr(EFER, 0xc01n),
    end: "#GP(0)",
  },
  {
    title: "raises #GP(0) when it sets LME while paging is on in legacy mode",
    rules: ["wrmsr.gp_efer_lme_while_paging"],
    on: { bytes: BYTES.wrmsr, mode: "legacy", set: { rcx: EFER, rax: 0x101n, rdx: 0n } },
    end: "#GP(0)",
  },
  {
    title: "sets LME while paging is off",
    rules: ["wrmsr.efer"],
    on: { bytes: BYTES.wrmsr, mode: "legacy", set: { rcx: EFER, rax: 0x101n, rdx: 0n, cr0: 0x11n } },
    end: "retired",
    after: { efer: 0x101n },
  },
  {
    title: "ignores LMA in the value on Intel",
    rules: ["wrmsr.efer_lma_ignored"],
    vendors: ["intel"],
    on: wrmsr(EFER, 0x901n),
    end: "retired",
    after: { efer: 0xd01n },
  },
  {
    title: "raises #GP(0), or ignores the bit, when LMA in the value differs on AMD",
    rules: ["wrmsr.efer_lma_change"],
    vendors: ["amd"],
    on: wrmsr(EFER, 0x900n),
    end: "#GP(0)",
    otherwise: { "wrmsr.efer_lma_change=ignored": { end: "retired", after: { efer: 0xd00n } } },
  },
];

export const wrmsrExamples: readonly Example[] = [
  ...eferExamples,
  {
    title: "writes any value to star",
    rules: ["wrmsr.star", "wrmsr.completes", "wrmsr.unchanged", "retire.rip_next"],
    on: wrmsr(0xc000_0081n, 0xffff_0000_8000_1234n),
    end: "retired",
    after: { star: 0xffff_0000_8000_1234n, rip: 0x40_1f02n },
  },
  ...ADDRESSES.flatMap((each) => canonicalExamples(each)),
  ...SYSENTER_ADDRESSES.flatMap((each) => canonicalExamples(each, ["intel"])),
  ...canonicalExamples({ msr: CSTAR, name: "cstar", field: "cstar" }, ["amd"]),
  {
    title: "writes cstar",
    rules: ["wrmsr.cstar"],
    on: wrmsr(CSTAR, NONCANONICAL - 1n),
    end: "retired",
    after: { cstar: NONCANONICAL - 1n },
  },
  {
    title: "raises #GP(0) for cstar, or stores the value, one past the canonical edge on Intel",
    rules: ["wrmsr.cstar_noncanonical"],
    vendors: ["intel"],
    on: wrmsr(CSTAR, NONCANONICAL),
    end: "#GP(0)",
    otherwise: { "wrmsr.cstar_noncanonical=stored": { end: "retired", after: { cstar: NONCANONICAL } } },
  },
  {
    title: "stores 57 bits in cstar on Intel where the CPU has them",
    rules: ["wrmsr.cstar"],
    vendors: ["intel"],
    on: wrmsr(CSTAR, NONCANONICAL, { features: { la57: true } }),
    end: "retired",
    after: { cstar: NONCANONICAL },
  },
  {
    title: "writes fmask",
    rules: ["wrmsr.fmask"],
    on: wrmsr(FMASK, 0xffff_ffffn),
    end: "retired",
    after: { fmask: 0xffff_ffffn },
  },
  {
    title: "ignores the upper half of fmask, or raises #GP(0) on Intel",
    rules: ["wrmsr.fmask_upper_ignored", "wrmsr.fmask_upper_half"],
    vendors: ["intel"],
    on: wrmsr(FMASK, 0x1_0000_0700n),
    end: "retired",
    after: { fmask: 0x700n },
    otherwise: { "wrmsr.fmask_upper_half=gp": { end: "#GP(0)", after: { fmask: 0x4_7700n } } },
  },
  {
    title: "ignores the upper half of fmask on AMD",
    rules: ["wrmsr.fmask_upper_ignored"],
    vendors: ["amd"],
    on: wrmsr(FMASK, 0x1_0000_0700n),
    end: "retired",
    after: { fmask: 0x700n },
  },
  {
    title: "keeps 32 bits of sysenter_cs on Intel",
    rules: ["wrmsr.sysenter_cs", "wrmsr.sysenter_cs_bits_31_16", "wrmsr.sysenter_cs_upper_unspecified"],
    vendors: ["intel"],
    on: wrmsr(SYSENTER_CS, 0x5_1234_5678n),
    end: "retired",
    after: { sysenterCs: 0x1234_5678n },
    masked: { sysenterCs: 0xffff_ffff_0000_0000n },
  },
  {
    title: "keeps 16 bits of sysenter_cs on AMD",
    rules: ["wrmsr.sysenter_cs", "wrmsr.sysenter_cs_upper_unspecified"],
    vendors: ["amd"],
    on: wrmsr(SYSENTER_CS, 0x5_1234_5678n),
    end: "retired",
    after: { sysenterCs: 0x5678n },
    masked: { sysenterCs: 0xffff_ffff_ffff_0000n },
  },
  ...SYSENTER_ADDRESSES.map(({ msr, name, field }): Example => ({
    title: `keeps 32 bits of ${name} on AMD, and checks nothing`,
    rules: [`wrmsr.${name}` as RuleId, "wrmsr.sysenter_upper_ignored", "wrmsr.sysenter_not_checked"],
    vendors: ["amd"],
    on: wrmsr(msr, NONCANONICAL | 0x77n),
    end: "retired",
    after: { [field]: 0x77n },
  })),
  {
    title: "keeps a value of 32 bits in sysenter_eip on AMD",
    rules: ["wrmsr.sysenter_eip", "wrmsr.completes"],
    vendors: ["amd"],
    on: wrmsr(0x176n, 0x8000_0077n),
    end: "retired",
    after: { sysenterEip: 0x8000_0077n },
  },
  {
    title: "looks at ECX only",
    rules: ["wrmsr.rcx_upper_half_ignored"],
    on: { bytes: BYTES.wrmsr, set: { ...written(0xc000_0081n, 5n), rcx: 0x1_c000_0081n } },
    end: "retired",
    after: { star: 5n },
  },
  {
    title: "raises #GP(0) at CPL 3",
    rules: ["wrmsr.gp_cpl_nonzero"],
    on: { bytes: BYTES.wrmsr, cpl: 3, set: written(0xc000_0081n, 5n) },
    end: "#GP(0)",
    after: { star: STAR_VALUE },
  },
  {
    title: "raises #GP(0) at CPL 1 in compatibility mode",
    rules: ["wrmsr.gp_cpl_nonzero"],
    on: { bytes: BYTES.wrmsr, mode: "compat", cpl: 1, set: written(0xc000_0081n, 5n) },
    end: "#GP(0)",
  },
  {
    title: "raises #GP(0) for an unknown MSR",
    rules: ["wrmsr.gp_unknown_msr"],
    on: wrmsr(UNKNOWN, 0n),
    end: "#GP(0)",
  },
];
