/** QEMU's findings about RDMSR, WRMSR and the FSGSBASE instructions. */
import { ADDRESS, EFER_DEFAULT, MSR, type Experiment, type MsrName } from "../experiment.ts";
import { each, type Confirmation } from "../confirmation.ts";
import type { RuleId } from "../../../spec/generated/rule-id.ts";
import type { Vendor } from "../../../spec/model.ts";
import { RDMSR, WRMSR } from "./instructions.ts";

const next = ADDRESS.code + 0x1000n;
const at = (length: number): bigint => next - BigInt(length);
/** Not canonical in 48 bits and not in 57. */
const BAD = 0x0123_4567_89ab_cdefn;
/** An index that no vendor defines. */
const UNKNOWN = 0xc000_1f00n;

/** WRMSR of `value` into MSR `index` in CPL 0 of 64-bit mode. */
export function write(index: number, value: bigint): Experiment {
  return {
    mode: "64",
    cpl: 0,
    instruction: WRMSR,
    registers: { rcx: BigInt(index), rax: value & 0xffff_ffffn, rdx: value >> 32n },
  };
}

const GP = {
  kind: "exception",
  dump: { vector: 13, errorCode: 0n, frame: { rip: at(2), cs: 0x18n } },
} as const;
const landed = { vector: 14, cr2: next, frame: { rip: next } } as const;

const NONCANONICAL: readonly (readonly [RuleId, MsrName, readonly Vendor[]])[] = [
  ["wrmsr.gp_lstar_noncanonical", "lstar", ["intel", "amd"]],
  ["wrmsr.gp_cstar_noncanonical", "cstar", ["amd"]],
  ["wrmsr.gp_fs_base_noncanonical", "fsBase", ["intel", "amd"]],
  ["wrmsr.gp_gs_base_noncanonical", "gsBase", ["intel", "amd"]],
  ["wrmsr.gp_kernel_gs_base_noncanonical", "kernelGsBase", ["intel", "amd"]],
  ["wrmsr.gp_sysenter_esp_noncanonical", "sysenterEsp", ["intel"]],
  ["wrmsr.gp_sysenter_eip_noncanonical", "sysenterEip", ["intel"]],
];

export const QEMU_MSRS: readonly Confirmation[] = [
  ...each(NONCANONICAL, ([rule, name, vendors]) => ({
    processor: "qemu",
    vendors,
    rule,
    does: "stores a value that is not canonical",
    experiment: write(MSR[name], BAD),
    shows: { kind: "exception", dump: { ...landed, msrs: { [name]: BAD } } },
    other: GP,
  })),
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "wrmsr.gp_unknown_msr",
    does: "ignores the write",
    experiment: write(Number(UNKNOWN), 1n),
    shows: { kind: "exception", dump: landed },
    other: GP,
  },
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "rdmsr.gp_unknown_msr",
    does: "reads 0",
    experiment: { mode: "64", cpl: 0, instruction: RDMSR, registers: { rcx: UNKNOWN, rax: 5n, rdx: 6n } },
    shows: { kind: "exception", dump: { ...landed, gprs: { rax: 0n, rdx: 0n } } },
    other: GP,
  },
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "wrmsr.gp_efer_reserved",
    does: "drops the reserved bits and completes",
    experiment: write(MSR.efer, EFER_DEFAULT | (1n << 9n) | (1n << 63n)),
    shows: { kind: "exception", dump: { ...landed, msrs: { efer: EFER_DEFAULT } } },
    other: GP,
  },
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "wrmsr.gp_efer_lme_while_paging",
    does: "clears LME while paging is on; LMA stays",
    experiment: write(MSR.efer, EFER_DEFAULT & ~0x100n),
    shows: { kind: "exception", dump: { ...landed, msrs: { efer: EFER_DEFAULT & ~0x100n } } },
    other: GP,
  },
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "wrmsr.fmask_upper_ignored",
    does: "stores the upper half",
    experiment: write(MSR.fmask, (1n << 32n) | 0x200n),
    shows: { kind: "exception", dump: { ...landed, msrs: { fmask: (1n << 32n) | 0x200n } } },
    other: { kind: "exception", dump: { ...landed, msrs: { fmask: 0x200n } } },
  },
  {
    processor: "qemu",
    vendors: ["intel"],
    rule: "wrmsr.sysenter_cs_bits_31_16",
    does: "keeps 16 bits",
    experiment: write(MSR.sysenterCs, 0x2_0008n),
    shows: { kind: "exception", dump: { ...landed, msrs: { sysenterCs: 8n } } },
    other: { kind: "exception", dump: { ...landed, msrs: { sysenterCs: 0x2_0008n } } },
  },
  ...each(["sysenterEsp", "sysenterEip"] as const, (name) => ({
    processor: "qemu",
    vendors: ["amd"],
    rule: "wrmsr.sysenter_upper_ignored",
    does: `stores the upper half of ${name === "sysenterEsp" ? "SYSENTER_ESP" : "SYSENTER_EIP"}`,
    experiment: write(MSR[name], (1n << 32n) | 8n),
    shows: { kind: "exception", dump: { ...landed, msrs: { [name]: (1n << 32n) | 8n } } },
  })),
  {
    processor: "qemu",
    vendors: ["amd"],
    rule: "wrmsr.efer",
    does: "drops LMSLE, which CPUID does not deny",
    experiment: write(MSR.efer, EFER_DEFAULT | 0x2000n),
    shows: { kind: "exception", dump: { ...landed, msrs: { efer: EFER_DEFAULT } } },
  },
];

const FSGSBASE = 1n << 16n;
const bases = [
  ["fsBase", 0xd0],
  ["gsBase", 0xd8],
] as const;

export const QEMU_FSGSBASE: readonly Confirmation[] = [
  ...each(bases, ([name, modrm]) => ({
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "fsgsbase.gp_base_noncanonical",
    does: `stores a value that is not canonical into ${name === "fsBase" ? "FS" : "GS"}`,
    experiment: {
      mode: "64",
      cpl: 3,
      instruction: [0xf3, 0x48, 0x0f, 0xae, modrm],
      registers: { rax: BAD },
      cr4: FSGSBASE,
    },
    shows: { kind: "exception", dump: { ...landed, msrs: { [name]: BAD } } },
    other: { kind: "exception", dump: { vector: 13, errorCode: 0n, frame: { rip: at(5), cs: 0x3bn } } },
  })),
  ...each(
    [
      ["fs", 0xd0, "fsBase"],
      ["gs", 0xd8, "gsBase"],
    ] as const,
    ([segment, modrm, name]) => ({
      processor: "qemu",
      vendors: ["intel", "amd"],
      rule: "fsgsbase.operand_size_prefix_ignored",
      does: `writes all 64 bits of ${segment.toUpperCase()}'s base when a 66h prefix stands before the F3h`,
      experiment: {
        mode: "64",
        cpl: 3,
        instruction: [0x66, 0xf3, 0x0f, 0xae, modrm],
        registers: { rax: 0x1_0000_0008n },
        cr4: FSGSBASE,
      },
      shows: { kind: "exception", dump: { ...landed, msrs: { [name]: 0x1_0000_0008n } } },
      other: { kind: "exception", dump: { ...landed, msrs: { [name]: 8n } } },
    }),
  ),
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "fsgsbase.operand_size_prefix_ignored",
    does: "reads all 64 bits when a 66h prefix stands before the F3h",
    experiment: {
      mode: "64",
      cpl: 3,
      instruction: [0x66, 0xf3, 0x0f, 0xae, 0xc9],
      cr4: FSGSBASE,
      msrs: [[MSR.gsBase, 0x1_0000_0008n]],
    },
    shows: { kind: "exception", dump: { ...landed, gprs: { rcx: 0x1_0000_0008n } } },
    other: { kind: "exception", dump: { ...landed, gprs: { rcx: 8n } } },
  },
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "decode.dead_rex_ignored",
    does: "obeys a REX.W that the F3h behind it makes void: WRGSBASE writes all 64 bits",
    experiment: {
      mode: "64",
      cpl: 3,
      instruction: [0x48, 0xf3, 0x0f, 0xae, 0xd8],
      registers: { rax: 0x1_0000_0008n },
      cr4: FSGSBASE,
    },
    shows: { kind: "exception", dump: { ...landed, msrs: { gsBase: 0x1_0000_0008n } } },
    other: { kind: "exception", dump: { ...landed, msrs: { gsBase: 8n } } },
  },
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "decode.dead_rex_ignored",
    does: "obeys a REX.B that the F3h behind it makes void: the base comes from R8 instead of RAX",
    experiment: {
      mode: "64",
      cpl: 3,
      instruction: [0x49, 0xf3, 0x0f, 0xae, 0xd8],
      registers: { rax: 1n, r8: 8n },
      cr4: FSGSBASE,
    },
    shows: { kind: "exception", dump: { ...landed, msrs: { gsBase: 8n } } },
    other: { kind: "exception", dump: { ...landed, msrs: { gsBase: 1n } } },
  },
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "decode.dead_rex_ignored",
    does: "obeys a REX.B that the F3h behind it makes void: RDGSBASE writes R9 and not RCX",
    experiment: {
      mode: "64",
      cpl: 3,
      instruction: [0x41, 0xf3, 0x0f, 0xae, 0xc9],
      registers: { r9: 1n, rcx: 2n },
      cr4: FSGSBASE,
      msrs: [[MSR.gsBase, 8n]],
    },
    shows: { kind: "exception", dump: { ...landed, gprs: { r9: 8n, rcx: 2n } } },
    other: { kind: "exception", dump: { ...landed, gprs: { r9: 1n, rcx: 8n } } },
  },
];
