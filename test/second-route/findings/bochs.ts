/** Bochs' findings. */
import { ADDRESS, DR6_RESET, EFER_DEFAULT, MSR, SELECTOR, SPIN, STAR_DEFAULT } from "../experiment.ts";
import { each, type Confirmation } from "../confirmation.ts";
import { FLAG, NOP, SYSCALL, SYSRET_W, WRMSR } from "./instructions.ts";
import { write } from "./qemu-msrs.ts";

const { target, code } = ADDRESS;
const EDGE = 0x8000_0000_0000n;
const at = (length: number): bigint => code + 0x1000n - BigInt(length);
const BAD = 0x0123_4567_89ab_cdefn;
const next = code + 0x1000n;
const landed = { vector: 14, cr2: next, frame: { rip: next } } as const;

export const BOCHS: readonly Confirmation[] = [
  {
    processor: "bochs",
    vendors: ["intel", "amd"],
    rule: "sysret.rf_cleared",
    does: "keeps RF from R11: an instruction breakpoint at the target does not fire",
    experiment: {
      mode: "64",
      cpl: 0,
      instruction: SYSRET_W,
      registers: { rcx: target, r11: FLAG.rf | 2n },
      stubs: [{ linear: target, bytes: [0x90, ...SPIN] }],
      breakpoint: target,
      watch: target + 1n,
    },
    shows: { kind: "watched", watched: { rip: target + 1n } },
  },
  {
    processor: "bochs",
    vendors: ["amd"],
    rule: "sysret.no_canonical_check",
    does: "raises #GP(0) at the SYSRET, in CPL 0",
    experiment: { mode: "64", cpl: 0, instruction: SYSRET_W, registers: { rcx: EDGE, r11: 2n } },
    shows: { kind: "exception", dump: { vector: 13, errorCode: 0n, frame: { rip: at(3), cs: 0x18n } } },
    other: { kind: "exception", dump: { vector: 13, errorCode: 0n, frame: { rip: EDGE, cs: 0x3bn } } },
  },
  {
    processor: "bochs",
    vendors: ["amd"],
    rule: "sysret.ss_rpl_verbatim",
    does: "forces the RPL of SS to 3",
    experiment: {
      mode: "64",
      cpl: 0,
      instruction: SYSRET_W,
      registers: { rcx: target, r11: 2n },
      msrs: [[MSR.star, STAR_DEFAULT & ~(3n << 48n)]],
    },
    shows: { kind: "exception", dump: { vector: 14, frame: { rip: target, ss: 0x33n } } },
  },
  {
    processor: "bochs",
    vendors: ["amd"],
    rule: "sysret.ss_hidden_kept",
    does: "keeps base and limit of SS, but makes its type plain writable data",
    experiment: {
      mode: "64",
      cpl: 0,
      instruction: SYSRET_W,
      registers: { rcx: target, r11: 2n },
      ss: SELECTOR.kernelDownData,
      stubs: [{ linear: target, bytes: SPIN }],
      watch: target,
    },
    shows: {
      kind: "watched",
      watched: { rip: target, ss: { selector: 0x33, base: 0x11_2000n, limit: 0x5_ffff, attributes: 0x50f3 } },
    },
  },
  {
    processor: "bochs",
    vendors: ["intel"],
    rule: "sysret.ss_flat",
    does: "keeps base and limit of SS",
    experiment: {
      mode: "64",
      cpl: 0,
      instruction: SYSRET_W,
      registers: { rcx: target, r11: 2n },
      ss: SELECTOR.kernelOddData,
      stubs: [{ linear: target, bytes: SPIN }],
      watch: target,
    },
    shows: { kind: "watched", watched: { rip: target, ss: { base: 0x11_2000n, limit: 0x5_ffff } } },
    other: { kind: "watched", watched: { rip: target, ss: { base: 0n, limit: 0xffff_ffff } } },
  },
  {
    processor: "bochs",
    vendors: ["intel"],
    rule: "sysret.ss_attributes",
    does: "keeps B of SS: 0 where SS had 0",
    experiment: {
      mode: "64",
      cpl: 0,
      instruction: SYSRET_W,
      registers: { rcx: target, r11: 2n },
      ss: SELECTOR.kernelData16,
      stubs: [{ linear: target, bytes: SPIN }],
      watch: target,
    },
    shows: { kind: "watched", watched: { rip: target, ss: { attributes: 0x80f3 } } },
    other: { kind: "watched", watched: { rip: target, ss: { attributes: 0xc0f3 } } },
  },
  {
    processor: "bochs",
    vendors: ["intel", "amd"],
    rule: "sysret.db_new_tf",
    does: "does not trap after a SYSRET that sets TF: the landing comes first",
    experiment: { mode: "64", cpl: 0, instruction: SYSRET_W, registers: { rcx: target, r11: FLAG.tf | 2n } },
    shows: { kind: "exception", dump: { vector: 14, cr2: target, frame: { rip: target } } },
    other: {
      kind: "exception",
      dump: { vector: 1, dr6: DR6_RESET | 0x4000n, frame: { rip: target, cs: 0x3bn } },
    },
  },
  {
    processor: "bochs",
    vendors: ["intel", "amd"],
    rule: "sysret.no_db_old_tf",
    does: "traps after a SYSRET that clears TF",
    experiment: {
      mode: "64",
      cpl: 0,
      instruction: SYSRET_W,
      rflags: FLAG.tf | 2n,
      registers: { rcx: target, r11: 2n },
    },
    shows: {
      kind: "exception",
      dump: { vector: 1, dr6: DR6_RESET | 0x4000n, frame: { rip: target, cs: 0x3bn } },
    },
    other: { kind: "exception", dump: { vector: 14, frame: { rip: target, cs: 0x3bn } } },
  },
  {
    processor: "bochs",
    vendors: ["intel", "amd"],
    rule: "syscall.no_db_masked_tf",
    does: "traps after a SYSCALL though SFMASK clears TF",
    experiment: {
      mode: "64",
      cpl: 3,
      instruction: SYSCALL,
      rflags: FLAG.tf | 2n,
      msrs: [
        [MSR.lstar, target],
        [MSR.fmask, FLAG.tf],
      ],
    },
    shows: {
      kind: "exception",
      dump: { vector: 1, dr6: DR6_RESET | 0x4000n, frame: { rip: target, cs: 0x10n, rflags: 2n } },
    },
    other: { kind: "exception", dump: { vector: 14, frame: { rip: target, cs: 0x10n } } },
  },
  {
    processor: "bochs",
    vendors: ["intel"],
    rule: "retire.rip_next",
    does: "does not wrap RIP at 4 GiB in compatibility mode",
    experiment: { mode: "compat", cpl: 0, instruction: NOP, codePage: 0xffff_f000n },
    shows: { kind: "exception", dump: { vector: 14, frame: { rip: 1n << 32n } } },
    other: { kind: "exception", dump: { vector: 14, cr2: 0n, frame: { rip: 0n } } },
  },
  ...each(["sysenterEsp", "sysenterEip"] as const, (name): Confirmation => ({
    processor: "bochs",
    vendors: ["amd"],
    rule: "wrmsr.sysenter_upper_ignored",
    does: `stores the upper half of ${name === "sysenterEsp" ? "SYSENTER_ESP" : "SYSENTER_EIP"}`,
    experiment: write(MSR[name], (1n << 32n) | 8n),
    shows: { kind: "exception", dump: { ...landed, msrs: { [name]: (1n << 32n) | 8n } } },
  })),
  ...each(["sysenterEsp", "sysenterEip"] as const, (name): Confirmation => ({
    processor: "bochs",
    vendors: ["amd"],
    rule: "wrmsr.sysenter_not_checked",
    does: `raises #GP(0) for a ${name === "sysenterEsp" ? "SYSENTER_ESP" : "SYSENTER_EIP"} that is not canonical`,
    experiment: write(MSR[name], BAD),
    shows: { kind: "exception", dump: { vector: 13, errorCode: 0n, frame: { rip: at(2) } } },
    other: { kind: "exception", dump: landed },
  })),
  ...each(
    [
      ["LMSLE", 0x2000n],
      ["TCE", 0x8000n],
    ] as const,
    ([name, bit]): Confirmation => ({
      processor: "bochs",
      vendors: ["amd"],
      rule: "wrmsr.completes",
      does: `raises #GP(0) for EFER.${name}, which its CPUID offers`,
      experiment: write(MSR.efer, EFER_DEFAULT | bit),
      shows: { kind: "exception", dump: { vector: 13, errorCode: 0n, frame: { rip: at(2) } } },
    }),
  ),
  {
    processor: "bochs",
    vendors: ["amd"],
    rule: "wrmsr.efer_low_bits_ignored",
    does: "raises #GP(0) for EFER[7:1]",
    experiment: write(MSR.efer, EFER_DEFAULT | 0x80n),
    shows: { kind: "exception", dump: { vector: 13, errorCode: 0n, frame: { rip: at(2) } } },
    other: { kind: "exception", dump: { ...landed, msrs: { efer: EFER_DEFAULT } } },
  },
];

/**
 * What a run through the VMCB once blamed on Bochs, and this route clears: #DB as SVM intercepts it
 * leaves DR6 behind, and other rules' failures looked like these.
 */
export const BOCHS_CLEARED: readonly Confirmation[] = [
  {
    processor: "bochs",
    vendors: ["intel", "amd"],
    rule: "debug.dr6_bs_set",
    does: "sets DR6.BS when the #DB is delivered; only its SVM intercept comes too early",
    experiment: { mode: "64", cpl: 0, instruction: NOP, rflags: FLAG.tf | 2n },
    shows: { kind: "exception", dump: { vector: 1, dr6: DR6_RESET | 0x4000n, frame: { rip: next } } },
    other: { kind: "exception", dump: { vector: 1, dr6: DR6_RESET | 0x4000n, frame: { rip: next } } },
  },
  {
    processor: "bochs",
    vendors: ["amd"],
    rule: "wrmsr.rcx_upper_half_ignored",
    does: "ignores the upper half of RCX",
    experiment: {
      mode: "64",
      cpl: 0,
      instruction: WRMSR,
      registers: { rcx: (1n << 32n) | BigInt(MSR.sysenterEip), rax: 8n },
    },
    shows: { kind: "exception", dump: { ...landed, msrs: { sysenterEip: 8n } } },
  },
  {
    processor: "bochs",
    vendors: ["amd"],
    rule: "wrmsr.efer_lma_change",
    does: "ignores a written LMA that differs",
    experiment: write(MSR.efer, EFER_DEFAULT & ~0x400n),
    shows: { kind: "exception", dump: { ...landed, msrs: { efer: EFER_DEFAULT } } },
  },
];
