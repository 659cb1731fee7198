/** Before and after the instruction itself: decoding, running on, single-stepping, the next fetch. */
import { BYTES } from "../machine.ts";
import type { Example } from "../example.ts";

const LOCK = 0xf0;
const COMPAT_TOP = { rip: 0xffff_fffen, "cs.limit": 0xffff_ffff } as const;
/** `count` prefixes without meaning. */
const prefixes = (count: number): readonly number[] => Array.from({ length: count }, () => 0x3e);

export const decodeExamples: readonly Example[] = [
  {
    title: "runs an instruction of 15 bytes",
    rules: ["syscall.completes", "syscall.rcx_from_next_rip"],
    on: { bytes: [...prefixes(13), ...BYTES.syscall], cpl: 3 },
    end: "retired",
    after: { rcx: 0x40_1f0fn },
  },
  {
    title: "raises #GP(0) for an instruction of 16 bytes",
    rules: ["decode.gp_too_long"],
    on: { bytes: [...prefixes(14), ...BYTES.syscall], cpl: 3 },
    end: "#GP(0)",
    after: { rip: 0x40_1f00n, cpl: 3 },
  },
  ...Object.entries(BYTES).map(([name, bytes]): Example => ({
    title: `raises #UD for LOCK ${name}`,
    rules: ["decode.ud_lock"],
    // In legacy mode, where AMD has SYSENTER and SYSEXIT too, LOCK alone makes these two raise #UD.
    on: {
      bytes: [LOCK, ...(name === "sysexitq" ? BYTES.sysexit : bytes)],
      mode: name.startsWith("sysen") || name.startsWith("sysex") ? "legacy" : "64",
      set: { rcx: name.startsWith("sysex") ? 0x50_1000n : 0xc000_0081n },
    },
    end: "#UD",
  })),
  {
    title: "raises #UD for LOCK SYSRET at CPL 3, where SYSRET raises #GP(0)",
    rules: ["decode.ud_lock"],
    on: { bytes: [LOCK, ...BYTES.sysretq], cpl: 3 },
    end: "#UD",
  },
  {
    title: "raises #GP(0) for an instruction that is too long and locked",
    rules: ["decode.too_long_before_lock"],
    on: { bytes: [LOCK, ...prefixes(13), ...BYTES.syscall], cpl: 3 },
    end: "#GP(0)",
  },
  {
    title: "ignores 66h, F2h, F3h, 67h, segment and REX prefixes on SYSCALL",
    rules: ["syscall.completes"],
    on: { bytes: [0x66, 0xf2, 0xf3, 0x67, 0x2e, 0x65, 0x4f, ...BYTES.syscall], cpl: 3 },
    end: "retired",
    after: { rip: 0xffff_ffff_8100_0000n, rcx: 0x40_1f09n },
  },
  {
    title: "does not make SYSRET 64-bit by 66h",
    rules: ["sysret.o32_cs_32bit"],
    on: { bytes: [0x66, ...BYTES.sysret] },
    end: "retired",
    after: { "cs.l": 0 },
  },
  {
    title: "takes REX.W for dead when a legacy prefix follows it",
    rules: ["sysret.o32_cs_32bit", "decode.dead_rex_ignored"],
    on: { bytes: [0x48, 0x66, ...BYTES.sysret] },
    end: "retired",
    after: { "cs.l": 0 },
  },
  {
    title: "takes REX.B for dead when a legacy prefix follows it",
    rules: ["decode.dead_rex_ignored"],
    on: { bytes: [0x49, ...BYTES.rdfsbaseEax] },
    end: "retired",
    after: { rax: 0x2222_3333n, r8: 8n },
  },
  {
    title: "takes the last of two REX prefixes",
    rules: ["sysret.cs_64bit"],
    on: { bytes: [0x40, 0x66, 0x4f, ...BYTES.sysret] },
    end: "retired",
    after: { "cs.l": 1 },
  },
];

export const retireExamples: readonly Example[] = [
  {
    title: "goes on after the instruction and clears RF",
    rules: ["retire.rip_next", "retire.rf_cleared"],
    on: { bytes: BYTES.swapgs, set: { rflags: 0x1_0203n } },
    end: "retired",
    after: { rip: 0x40_1f03n, rflags: 0x203n },
  },
  {
    title: "wraps at 2^64 in 64-bit mode",
    rules: ["retire.rip_next"],
    on: { bytes: BYTES.swapgs, set: { rip: 0xffff_ffff_ffff_fffdn } },
    end: "retired",
    after: { rip: 0n },
  },
  {
    title: "wraps at 2^32 in compatibility mode",
    rules: ["retire.rip_next"],
    on: { bytes: BYTES.rdmsr, mode: "compat", set: { ...COMPAT_TOP, rcx: 0x174n } },
    end: "retired",
    after: { rip: 0n },
  },
  {
    title: "does not wrap at 2^16 in 16-bit code",
    rules: ["retire.eip_not_cut_to_16_bits"],
    on: { bytes: BYTES.rdmsr, mode: "compat", set: { rip: 0xfffen, rcx: 0x174n, "cs.db": 0 } },
    end: "retired",
    after: { rip: 0x1_0000n },
  },
];

export const debugExamples: readonly Example[] = [
  {
    title: "single-steps after an instruction that began with TF",
    rules: [
      "debug.db_single_step",
      "debug.dr6_bs_set",
      "debug.dr6_b0_to_b3_unspecified",
      "retire.rf_cleared",
    ],
    on: { bytes: BYTES.swapgs, set: { rflags: 0x1_0103n } },
    end: "#DB",
    after: { rip: 0x40_1f03n, rflags: 0x103n, dr6: 0xffff_4ff0n, kernelGsBase: 0xffff_8888_0000_4444n },
    masked: { dr6: 0xfn },
  },
  {
    title: "gives only the fault when an instruction that began with TF faults",
    rules: ["swapgs.gp_cpl_nonzero", "fault.rf_unspecified"],
    on: { bytes: BYTES.swapgs, cpl: 3, set: { rflags: 0x103n } },
    end: "#GP(0)",
    after: { rflags: 0x103n, dr6: 0xffff_0ff0n },
    masked: { rflags: 0x1_0000n },
  },
];

export const fetchExamples: readonly Example[] = [
  {
    title: "faults at the fetch after an instruction that ends at the canonical edge",
    rules: ["fetch.gp_noncanonical"],
    on: { bytes: BYTES.swapgs, set: { rip: 0x7fff_ffff_fffdn } },
    end: "#GP(0)",
    after: { rip: 0x8000_0000_0000n, kernelGsBase: 0xffff_8888_0000_4444n },
    masked: { rflags: 0x1_0000n },
  },
  {
    title: "runs on when one byte is left",
    rules: ["retire.rip_next"],
    on: { bytes: BYTES.swapgs, set: { rip: 0x7fff_ffff_fffcn } },
    end: "retired",
    after: { rip: 0x7fff_ffff_ffffn },
  },
  {
    title: "single-steps before the fetch faults",
    rules: ["debug.db_single_step"],
    on: { bytes: BYTES.swapgs, set: { rip: 0x7fff_ffff_fffdn, rflags: 0x103n } },
    end: "#DB",
    after: { rip: 0x8000_0000_0000n },
  },
  {
    title: "faults at the fetch beyond CS.limit",
    rules: ["fetch.gp_limit"],
    on: {
      bytes: BYTES.rdmsr,
      mode: "compat",
      set: { rip: 0xffffen, "cs.limit": 0xfffff, "cs.g": 0, rcx: 0x174n },
    },
    end: "#GP(0)",
    after: { rip: 0x10_0000n, rax: 0x10n },
  },
  {
    title: "runs on at CS.limit",
    rules: ["retire.rip_next"],
    on: {
      bytes: BYTES.rdmsr,
      mode: "compat",
      set: { rip: 0xffffdn, "cs.limit": 0xfffff, "cs.g": 0, rcx: 0x174n },
    },
    end: "retired",
    after: { rip: 0xfffffn },
  },
  {
    title: "ignores CS.limit in 64-bit mode",
    rules: ["retire.rip_next"],
    on: { bytes: BYTES.rdmsr, set: { rip: 0x7fff_0000_0000n, rcx: 0x174n } },
    end: "retired",
    after: { rip: 0x7fff_0000_0002n },
  },
];
