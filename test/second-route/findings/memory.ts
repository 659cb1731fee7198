/** Findings about operands in memory and loads of segment registers. */
import type { Vendor } from "../../../spec/model.ts";
import type { Confirmation } from "../confirmation.ts";
import { ADDRESS, SELECTOR, type Experiment, type Expectation } from "../experiment.ts";
import { FLAG, LOCK } from "./instructions.ts";

const { target, code, stack } = ADDRESS;
const next = code + 0x1000n;
const EDGE = 0x8000_0000_0000n;
const BOTH: readonly Vendor[] = ["intel", "amd"];
/** Base and limit of SELECTOR.kernelOddData. */
const ODD = { base: 0x11_2000n, limit: 0x5_ffffn } as const;
const CR0_AM = 1n << 18n;
const CR4_SMAP = 1n << 21n;

/** mov ds,eax; mov es,eax; mov ss,eax; mov [rbx],cs; mov [rbp+0],cs; mov es,[rbx]. */
const DS_EAX = [0x8e, 0xd8];
const ES_EAX = [0x8e, 0xc0];
const SS_EAX = [0x8e, 0xd0];
const RBX_CS = [0x8c, 0x0b];
const RBP_CS = [0x8c, 0x4d, 0];
const ES_RBX = [0x8e, 0x03];

const faults = (vector: number, errorCode: bigint, length: number): Expectation => ({
  kind: "exception",
  dump: { vector, errorCode, frame: { rip: next - BigInt(length) } },
});
/** The access went on to its page, which is not mapped. */
const accesses = (cr2: bigint): Expectation => ({ kind: "exception", dump: { vector: 14, cr2 } });
const retires: Expectation = accesses(next);

/** QEMU does not make a check that Bochs makes. */
function unchecked(
  rule: Confirmation["rule"],
  does: string,
  how: {
    readonly experiment: Experiment;
    readonly shows: Expectation;
    readonly other?: Expectation;
    readonly vendors?: readonly Vendor[];
  },
): Confirmation {
  const { vendors = BOTH, ...rest } = how;
  return { processor: "qemu", vendors, rule, does, ...rest };
}

/** At CPL 0 of compatibility mode. */
function compat(instruction: readonly number[], options: Partial<Experiment> = {}): Experiment {
  return { mode: "compat", cpl: 0, instruction, ...options };
}

/** A GDT in a user page, with the agent's code and flat data of the kernel, and LGDT's operand for it. */
const USER_GDT = {
  linear: target,
  bytes: [
    ...new Uint8Array(
      BigUint64Array.of(0n, 0n, 0x00cf_9300_0000_ffffn, 0x00af_9b00_0000_ffffn, 0x00cf_9300_0000_ffffn)
        .buffer,
    ),
    0x27,
    0,
    ...new Uint8Array(BigUint64Array.of(target).buffer),
  ],
} as const;

/** LGDT [RBX], then a load of DS from it, all with RFLAGS.AC. */
const SMAP: Experiment = {
  mode: "64",
  cpl: 0,
  cr4: CR4_SMAP,
  rflags: FLAG.ac | 2n,
  instruction: [0x0f, 0x01, 0x13, ...DS_EAX],
  registers: { rbx: target + 0x28n, rax: BigInt(SELECTOR.kernelData) },
  stubs: [USER_GDT],
};

export const QEMU_MEMORY: readonly Confirmation[] = [
  unchecked("memory.bases_ignored", "adds the base of ES to an address with an ES override in 64-bit mode", {
    experiment: {
      mode: "64",
      cpl: 0,
      instruction: [...ES_EAX, 0x26, ...RBX_CS],
      registers: { rax: BigInt(SELECTOR.kernelOddData), rbx: target },
    },
    shows: accesses(target + ODD.base),
    other: accesses(target),
  }),
  unchecked("memory.ac_misaligned", "writes to an odd address at CPL 3 under AM and AC", {
    experiment: {
      mode: "64",
      cpl: 3,
      cr0: CR0_AM,
      rflags: FLAG.ac | 2n,
      instruction: RBX_CS,
      registers: { rbx: stack + 1n },
    },
    shows: retires,
    other: faults(17, 0n, 2),
  }),
  unchecked("memory.gp_limit", "writes beyond the limit of DS", {
    experiment: compat([...DS_EAX, ...RBX_CS], {
      registers: { rax: BigInt(SELECTOR.kernelOddData), rbx: ODD.limit + 1n },
    }),
    shows: accesses(ODD.base + ODD.limit + 1n),
    other: faults(13, 0n, 2),
  }),
  unchecked("memory.ss_limit", "writes beyond the limit of SS", {
    experiment: compat(RBP_CS, { ss: SELECTOR.kernelOddData, registers: { rbp: ODD.limit + 1n } }),
    shows: accesses(ODD.base + ODD.limit + 1n),
    other: faults(12, 0n, 3),
  }),
  unchecked("memory.gp_not_writable", "writes through read-only data", {
    experiment: compat([...DS_EAX, ...RBX_CS], {
      registers: { rax: BigInt(SELECTOR.kernelReadOnlyData), rbx: target },
    }),
    shows: accesses(target),
    other: faults(13, 0n, 2),
  }),
  unchecked("memory.gp_not_readable", "reads through execute-only code", {
    experiment: compat([0x2e, ...ES_RBX], { cs: SELECTOR.kernelExecuteOnly32, registers: { rbx: target } }),
    shows: accesses(target),
    other: faults(13, 0n, 3),
  }),
  unchecked("memory.null_segment", "writes through a null DS", {
    experiment: compat([...DS_EAX, ...RBX_CS], { registers: { rbx: target } }),
    shows: accesses(target),
    other: faults(13, 0n, 2),
  }),
  unchecked(
    "memory.null_ss",
    "writes through a null SS, which a far jump has taken into compatibility mode",
    {
      vendors: ["amd"],
      experiment: {
        mode: "64",
        cpl: 0,
        // mov ss,eax; jmp far [rcx]
        instruction: [...SS_EAX, 0xff, 0x29],
        registers: { rcx: target, rbx: target + 0x2000n },
        stubs: [
          { linear: target, bytes: [0x40, 0, 0x10, 0x40, SELECTOR.kernelCode32, 0, 0x36, ...RBX_CS] },
          { linear: 0x4010_0040n, bytes: [0x36, ...RBX_CS] },
        ],
      },
      shows: accesses(target + 0x2000n),
      other: { kind: "exception", dump: { vector: 12, errorCode: 0n, frame: { rip: 0x4010_0040n } } },
    },
  ),
  unchecked("memory.ss_noncanonical", "raises #GP(0) instead of #SS(0)", {
    experiment: { mode: "64", cpl: 3, instruction: RBP_CS, registers: { rbp: EDGE } },
    shows: faults(13, 0n, 3),
    other: faults(12, 0n, 3),
  }),
  unchecked("memory.pf_smap_table", "reads a GDT in a user page when RFLAGS.AC is set", {
    experiment: SMAP,
    shows: retires,
  }),
  unchecked("segload.gp_ss_null_rpl", "takes a null SS of RPL 3 at CPL 0", {
    vendors: ["intel"],
    experiment: { mode: "64", cpl: 0, instruction: SS_EAX, registers: { rax: 3n } },
    shows: retires,
    other: faults(13, 0n, 2),
  }),
  unchecked("segload.null_ss_cpl_kept", "reads CR0 at CPL 1 after a null SS: it goes on at CPL 0", {
    experiment: {
      mode: "64",
      cpl: 0,
      cs: SELECTOR.innerCode64,
      ss: SELECTOR.innerData,
      // mov ss,eax; mov rax,cr0
      instruction: [...SS_EAX, 0x0f, 0x20, 0xc0],
      registers: { rax: 1n },
    },
    shows: {
      kind: "exception",
      dump: {
        vector: 14,
        cr2: next,
        frame: { cs: BigInt(SELECTOR.innerCode64) },
        gprs: { rax: 0x8000_0011n },
      },
    },
    other: faults(13, 0n, 3),
  }),
  unchecked("decode.ud_lock", "runs MOV from and to a segment register with LOCK", {
    experiment: {
      mode: "64",
      cpl: 3,
      instruction: [LOCK, 0x8c, 0xd8, LOCK, ...ES_EAX],
      registers: { rax: 0n },
    },
    shows: retires,
    other: faults(6, 0n, 6),
  }),
];

export const BOCHS_MEMORY: readonly Confirmation[] = [
  {
    processor: "bochs",
    vendors: ["amd"],
    rule: "memory.pf_smap_table",
    does: "reads a GDT in a user page when RFLAGS.AC is set",
    experiment: SMAP,
    shows: retires,
  },
];
