/** QEMU's findings about SYSRET. */
import { ADDRESS, DR6_RESET, MSR, SELECTOR, SPIN, STAR_DEFAULT } from "../experiment.ts";
import type { Confirmation } from "../confirmation.ts";
import { DEAD_REX_W, FLAG, SYSRET, SYSRET_W } from "./instructions.ts";

const { target, code } = ADDRESS;
const EDGE = 0x8000_0000_0000n;
const at = (length: number): bigint => code + 0x1000n - BigInt(length);

export const QEMU_SYSRET: readonly Confirmation[] = [
  {
    processor: "qemu", vendors: ["intel"], rule: "sysret.gp_rcx_noncanonical",
    does: "completes, and the #GP(0) comes from the fetch, at CPL 3 with the user's CS",
    experiment: { mode: "64", cpl: 0, instruction: SYSRET_W, registers: { rcx: EDGE, r11: 2n } },
    shows: { kind: "exception", dump: { vector: 13, errorCode: 0n, frame: { rip: EDGE, cs: 0x3bn, ss: 0x33n } } },
    other: { kind: "exception", dump: { vector: 13, errorCode: 0n, frame: { rip: at(3), cs: 0x18n, ss: 0x10n } } },
  },
  {
    processor: "qemu", vendors: ["intel"], rule: "sysret.ud_not_64bit",
    does: "runs in compatibility mode and lands at ECX in CPL 3",
    experiment: { mode: "compat", cpl: 0, instruction: SYSRET, registers: { rcx: target, r11: 2n } },
    shows: { kind: "exception", dump: { vector: 14, cr2: target, frame: { rip: target, cs: 0x2bn } } },
    other: { kind: "exception", dump: { vector: 6, frame: { rip: at(2), cs: 0x08n } } },
  },
  {
    processor: "qemu", vendors: ["intel"], rule: "sysret.ud_before_gp",
    does: "raises #GP(0) for CPL 3 where compatibility mode alone is #UD",
    experiment: { mode: "compat", cpl: 3, instruction: SYSRET, registers: { rcx: target, r11: 2n } },
    shows: { kind: "exception", dump: { vector: 13, errorCode: 0n, frame: { rip: at(2), cs: 0x2bn } } },
    other: { kind: "exception", dump: { vector: 6, frame: { rip: at(2), cs: 0x2bn } } },
  },
  {
    processor: "qemu", vendors: ["intel", "amd"], rule: "sysret.rf_cleared",
    does: "keeps RF from R11: an instruction breakpoint at the target does not fire",
    experiment: {
      mode: "64", cpl: 0, instruction: SYSRET_W, registers: { rcx: target, r11: FLAG.rf | 2n },
      stubs: [{ linear: target, bytes: [0x90, ...SPIN] }], breakpoint: target, watch: target + 1n,
    },
    shows: { kind: "watched", watched: { rip: target + 1n } },
  },
  {
    processor: "qemu", vendors: ["intel", "amd"], rule: "sysret.vm_cleared",
    does: "keeps VM from R11: the frame of the landing has it",
    experiment: { mode: "64", cpl: 0, instruction: SYSRET_W, registers: { rcx: target, r11: FLAG.vm | 2n } },
    shows: { kind: "exception", dump: { vector: 14, frame: { rip: target, rflags: FLAG.vm | 2n } } },
    other: { kind: "exception", dump: { vector: 14, frame: { rip: target, rflags: FLAG.rf | 2n } } },
  },
  {
    processor: "qemu", vendors: ["intel", "amd"], rule: "sysret.vif_vip_from_r11",
    does: "leaves VIF and VIP as they were",
    experiment: {
      mode: "64", cpl: 0, instruction: SYSRET_W, registers: { rcx: target, r11: FLAG.vif | FLAG.vip | 2n },
    },
    shows: { kind: "exception", dump: { vector: 14, frame: { rip: target, rflags: 2n } } },
    other: {
      kind: "exception",
      dump: { vector: 14, frame: { rip: target, rflags: FLAG.rf | FLAG.vif | FLAG.vip | 2n } },
    },
  },
  {
    processor: "qemu", vendors: ["amd"], rule: "sysret.ss_rpl_verbatim",
    does: "forces the RPL of SS to 3",
    experiment: {
      mode: "64", cpl: 0, instruction: SYSRET_W, registers: { rcx: target, r11: 2n },
      msrs: [[MSR.star, STAR_DEFAULT & ~(3n << 48n)]],
    },
    shows: { kind: "exception", dump: { vector: 14, frame: { rip: target, ss: 0x33n } } },
  },
  {
    processor: "qemu", vendors: ["amd"], rule: "sysret.ss_hidden_kept",
    does: "loads SS with a flat segment of DPL 3",
    experiment: {
      mode: "64", cpl: 0, instruction: SYSRET_W, registers: { rcx: target, r11: 2n }, ss: SELECTOR.kernelOddData,
      stubs: [{ linear: target, bytes: SPIN }], watch: target,
    },
    shows: {
      kind: "watched",
      watched: { rip: target, ss: { selector: 0x33, base: 0n, limit: 0xffff_ffff, attributes: 0xc0f3 } },
    },
  },
  {
    processor: "qemu", vendors: ["intel", "amd"], rule: "sysret.o32_cs_selector",
    does: "obeys a REX.W that another prefix makes void: CS is that of the 64-bit form",
    experiment: {
      mode: "64", cpl: 0, instruction: [...DEAD_REX_W, ...SYSRET], registers: { rcx: target, r11: 2n },
    },
    shows: { kind: "exception", dump: { vector: 14, frame: { rip: target, cs: 0x3bn } } },
    other: { kind: "exception", dump: { vector: 14, frame: { rip: target, cs: 0x2bn } } },
  },
  {
    processor: "qemu", vendors: ["intel", "amd"], rule: "sysret.o32_cs_32bit",
    does: "obeys a REX.W that another prefix makes void: the code segment is a 64-bit one",
    experiment: {
      mode: "64", cpl: 0, instruction: [...DEAD_REX_W, ...SYSRET], registers: { rcx: target, r11: 2n },
      stubs: [{ linear: target, bytes: SPIN }], watch: target,
    },
    shows: { kind: "watched", watched: { rip: target, cs: { attributes: 0xa0fb } } },
    other: { kind: "watched", watched: { rip: target, cs: { attributes: 0xc0fb } } },
  },
  {
    processor: "qemu", vendors: ["intel", "amd"], rule: "sysret.rip_from_ecx",
    does: "obeys a REX.W that another prefix makes void: RIP takes all of RCX",
    experiment: {
      mode: "64", cpl: 0, instruction: [...DEAD_REX_W, ...SYSRET],
      registers: { rcx: (1n << 32n) | target, r11: 2n },
    },
    shows: { kind: "exception", dump: { vector: 14, frame: { rip: (1n << 32n) | target } } },
    other: { kind: "exception", dump: { vector: 14, frame: { rip: target } } },
  },
  {
    processor: "qemu", vendors: ["intel", "amd"], rule: "sysret.completes",
    does: "obeys a REX.W that another prefix makes void: a non-canonical RCX brings #GP(0) though only ECX counts",
    experiment: {
      mode: "64", cpl: 0, instruction: [...DEAD_REX_W, ...SYSRET], registers: { rcx: EDGE | target, r11: 2n },
    },
    shows: { kind: "exception", dump: { vector: 13, frame: { rip: EDGE | target, cs: 0x3bn } } },
    other: { kind: "exception", dump: { vector: 14, frame: { rip: target, cs: 0x2bn } } },
  },
  {
    processor: "qemu", vendors: ["amd"], rule: "sysret.non64_if_set",
    does: "takes IF from R11 in compatibility mode",
    experiment: { mode: "compat", cpl: 0, instruction: SYSRET, registers: { rcx: target, r11: 2n } },
    shows: { kind: "exception", dump: { vector: 14, frame: { rip: target, rflags: 2n } } },
    other: { kind: "exception", dump: { vector: 14, frame: { rip: target, rflags: FLAG.rf | FLAG.if | 2n } } },
  },
  {
    processor: "qemu", vendors: ["amd"], rule: "sysret.non64_rflags_kept",
    does: "takes the flags from R11 in compatibility mode",
    experiment: {
      mode: "compat", cpl: 0, instruction: SYSRET, rflags: FLAG.id | 2n,
      registers: { rcx: target, r11: FLAG.if | 2n },
    },
    shows: { kind: "exception", dump: { vector: 14, frame: { rip: target, rflags: FLAG.if | 2n } } },
    other: {
      kind: "exception",
      dump: { vector: 14, frame: { rip: target, rflags: FLAG.rf | FLAG.id | FLAG.if | 2n } },
    },
  },
  {
    processor: "qemu", vendors: ["amd"], rule: "sysret.non64_db_tf",
    does: "takes TF from R11 in compatibility mode, so that no #DB comes",
    experiment: {
      mode: "compat", cpl: 0, instruction: SYSRET, rflags: FLAG.tf | 2n, registers: { rcx: target, r11: 2n },
    },
    shows: { kind: "exception", dump: { vector: 14, frame: { rip: target } } },
    other: { kind: "exception", dump: { vector: 1, dr6: DR6_RESET | 0x4000n, frame: { rip: target, cs: 0x2bn } } },
  },
];
