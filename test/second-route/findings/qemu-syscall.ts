/** QEMU's findings about SYSCALL, decoding and what follows an instruction. */
import { ADDRESS, MSR, SELECTOR } from "../experiment.ts";
import { each, type Confirmation } from "../confirmation.ts";
import { FLAG, LOCK, RDMSR, SWAPGS, SYSCALL, SYSRET, WRMSR } from "./instructions.ts";

const { target, code } = ADDRESS;
const next = code + 0x1000n;
const at = (length: number): bigint => next - BigInt(length);
const CSTAR = target + 0x1000n;

export const QEMU_SYSCALL: readonly Confirmation[] = [
  {
    processor: "qemu",
    vendors: ["intel"],
    rule: "syscall.ud_not_64bit",
    does: "runs in compatibility mode and lands at CSTAR in CPL 0",
    experiment: {
      mode: "compat",
      cpl: 3,
      instruction: SYSCALL,
      msrs: [
        [MSR.lstar, target],
        [MSR.cstar, CSTAR],
      ],
    },
    shows: { kind: "exception", dump: { vector: 14, frame: { rip: CSTAR, cs: 0x10n } } },
    other: { kind: "exception", dump: { vector: 6, frame: { rip: at(2), cs: 0x2bn } } },
  },
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "syscall.rflags_masked_by_fmask",
    does: "clears CF, PF, AF, ZF, SF and OF though SFMASK is 0; R11 has them",
    experiment: {
      mode: "64",
      cpl: 3,
      instruction: SYSCALL,
      rflags: FLAG.status | 2n,
      msrs: [
        [MSR.lstar, target],
        [MSR.fmask, 0n],
      ],
    },
    shows: {
      kind: "exception",
      dump: { vector: 14, frame: { rip: target, rflags: 2n }, gprs: { r11: FLAG.status | 2n } },
    },
    other: {
      kind: "exception",
      dump: {
        vector: 14,
        frame: { rip: target, rflags: FLAG.rf | FLAG.status | 2n },
        gprs: { r11: FLAG.status | 2n },
      },
    },
  },
];

/** LOCK before an instruction at `cpl`, and where QEMU ends. */
interface Locked {
  readonly name: string;
  readonly instruction: readonly number[];
  readonly cpl: 0 | 3;
  readonly landing: bigint;
}

export const QEMU_DECODE: readonly Confirmation[] = [
  ...each<Locked>(
    [
      { name: "SYSCALL", instruction: SYSCALL, cpl: 3, landing: target },
      { name: "SYSRET", instruction: SYSRET, cpl: 0, landing: target },
      { name: "SWAPGS", instruction: SWAPGS, cpl: 0, landing: next },
      { name: "RDMSR", instruction: RDMSR, cpl: 0, landing: next },
      { name: "WRMSR", instruction: WRMSR, cpl: 0, landing: next },
    ],
    ({ name, instruction, cpl, landing }) => ({
      processor: "qemu",
      vendors: ["intel", "amd"],
      rule: "decode.ud_lock",
      does: `runs ${name} as if the LOCK prefix were not there`,
      experiment: {
        mode: "64",
        cpl,
        instruction: [LOCK, ...instruction],
        // MSR 174h for RDMSR and WRMSR, a target for SYSRET.
        registers: { rcx: name === "SYSRET" ? target : 0x174n, r11: 2n },
        msrs: [[MSR.lstar, target]],
      },
      shows: { kind: "exception", dump: { vector: 14, cr2: landing, frame: { rip: landing } } },
      other: { kind: "exception", dump: { vector: 6, frame: { rip: at(instruction.length + 1) } } },
    }),
  ),
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "fetch.gp_limit",
    does: "fetches beyond the limit of CS",
    experiment: {
      mode: "compat",
      cpl: 0,
      cs: SELECTOR.kernelShortCode32,
      instruction: RDMSR,
      registers: { rcx: 0x174n },
    },
    shows: { kind: "exception", dump: { vector: 14, cr2: next, frame: { rip: next } } },
    other: { kind: "exception", dump: { vector: 13, errorCode: 0n, frame: { rip: next } } },
  },
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "retire.eip_not_cut_to_16_bits",
    does: "cuts RIP to 16 bits after an instruction in a code segment with D=0",
    experiment: {
      mode: "compat",
      cpl: 0,
      cs: SELECTOR.kernelCode16,
      instruction: RDMSR,
      registers: { rcx: 0x174n },
    },
    shows: { kind: "exception", dump: { vector: 14, cr2: next & 0xffffn, frame: { rip: next & 0xffffn } } },
    other: { kind: "exception", dump: { vector: 14, frame: { rip: next } } },
  },
  {
    processor: "qemu",
    vendors: ["intel"],
    rule: "retire.rip_next",
    does: "does not wrap RIP at 4 GiB after a WRMSR in compatibility mode",
    experiment: {
      mode: "compat",
      cpl: 0,
      instruction: WRMSR,
      codePage: 0xffff_f000n,
      registers: { rcx: BigInt(MSR.gsBase) },
    },
    shows: { kind: "exception", dump: { vector: 14, frame: { rip: 1n << 32n } } },
  },
];
