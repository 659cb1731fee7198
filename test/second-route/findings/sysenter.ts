/** Findings about SYSENTER and SYSEXIT. */
import { each, type Confirmation } from "../confirmation.ts";
import { ADDRESS, MSR, SELECTOR, SPIN, type Experiment, type Expectation } from "../experiment.ts";
import { LOCK, SYSENTER, SYSEXIT, SYSEXIT_W } from "./instructions.ts";

const { target, stack, code } = ADDRESS;
const EDGE = 0x8000_0000_0000n;
const HIGH = 1n << 32n;
const at = (length: number): bigint => code + 0x1000n - BigInt(length);
/** With it SYSENTER goes to 18h, SYSEXIT to 28h + 3 or, with REX.W, 38h + 3. */
const CS = BigInt(SELECTOR.kernelCode64);
const spin = { stubs: [{ linear: target, bytes: SPIN }], watch: target } as const;

function sysenter(options: Partial<Experiment> & { readonly selectors?: bigint } = {}): Experiment {
  const { selectors = CS, ...rest } = options;
  return {
    mode: "64",
    cpl: 3,
    instruction: SYSENTER,
    msrs: [
      [MSR.sysenterCs, selectors],
      [MSR.sysenterEsp, stack],
      [MSR.sysenterEip, target],
    ],
    ...rest,
  };
}

function sysexit(options: Partial<Experiment> & { readonly selectors?: bigint } = {}): Experiment {
  const { selectors = CS, registers, ...rest } = options;
  return {
    mode: "64",
    cpl: 0,
    instruction: SYSEXIT_W,
    registers: { rcx: stack, rdx: target, ...registers },
    msrs: [[MSR.sysenterCs, selectors]],
    ...rest,
  };
}

function landed(cs: bigint): Expectation {
  return { kind: "exception", dump: { vector: 14, cr2: target, frame: { rip: target, cs } } };
}

function faults(vector: 6 | 13, length: number, cs: number): Expectation {
  return { kind: "exception", dump: { vector, frame: { rip: at(length), cs: BigInt(cs) } } };
}

const LOCKED = [
  ["SYSENTER", sysenter({ instruction: [LOCK, ...SYSENTER] }), landed(CS), faults(6, 3, SELECTOR.userCode64)],
  [
    "SYSEXIT",
    sysexit({ instruction: [LOCK, ...SYSEXIT_W] }),
    landed(0x3bn),
    faults(6, 4, SELECTOR.kernelCode64),
  ],
] as const;

export const QEMU_SYSENTER: readonly Confirmation[] = [
  {
    processor: "qemu",
    vendors: ["intel"],
    rule: "sysenter.gp_cs_null",
    does: "takes 1 in SYSENTER_CS for a selector and enters the kernel",
    experiment: sysenter({ selectors: 1n }),
    shows: landed(0n),
    other: faults(13, 2, SELECTOR.userCode64),
  },
  {
    processor: "qemu",
    vendors: ["amd"],
    rule: "sysenter.gp_cs_null",
    does: "takes 1 in SYSENTER_CS for a selector and enters the kernel, in 32-bit code",
    experiment: sysenter({ mode: "compat", selectors: 1n }),
    shows: landed(0n),
  },
  {
    processor: "qemu",
    vendors: ["intel"],
    rule: "sysexit.gp_cs_null",
    does: "takes 1 in SYSENTER_CS for a selector and goes to CPL 3",
    experiment: sysexit({ selectors: 1n }),
    shows: landed(0x23n),
    other: faults(13, 3, SELECTOR.kernelCode64),
  },
  {
    processor: "qemu",
    vendors: ["amd"],
    rule: "sysexit.gp_cs_null",
    does: "takes 1 in SYSENTER_CS for a selector and goes to CPL 3, in 32-bit code",
    experiment: sysexit({ mode: "compat", instruction: SYSEXIT, selectors: 1n }),
    shows: landed(0x13n),
  },
  {
    processor: "qemu",
    vendors: ["intel"],
    rule: "sysenter.cs_64bit",
    does: "sets D besides L",
    experiment: sysenter(spin),
    shows: { kind: "watched", watched: { rip: target, cs: { selector: 0x18, attributes: 0xe09b } } },
    other: { kind: "watched", watched: { rip: target, cs: { selector: 0x18, attributes: 0xa09b } } },
  },
  {
    processor: "qemu",
    vendors: ["intel"],
    rule: "sysexit.cs_64bit",
    does: "sets D besides L",
    experiment: sysexit(spin),
    shows: { kind: "watched", watched: { rip: target, cs: { selector: 0x3b, attributes: 0xe0fb } } },
    other: { kind: "watched", watched: { rip: target, cs: { selector: 0x3b, attributes: 0xa0fb } } },
  },
  {
    processor: "qemu",
    vendors: ["intel"],
    rule: "sysexit.rip_from_edx",
    does: "takes all of RDX",
    experiment: sysexit({ instruction: SYSEXIT, registers: { rdx: HIGH | target } }),
    shows: { kind: "exception", dump: { vector: 14, frame: { rip: HIGH | target, cs: 0x2bn } } },
    other: landed(0x2bn),
  },
  {
    processor: "qemu",
    vendors: ["intel"],
    rule: "sysexit.rsp_from_ecx",
    does: "takes all of RCX",
    experiment: sysexit({ instruction: SYSEXIT, registers: { rcx: HIGH | stack } }),
    shows: { kind: "exception", dump: { vector: 14, frame: { rip: target, rsp: HIGH | stack } } },
    other: { kind: "exception", dump: { vector: 14, frame: { rip: target, rsp: stack } } },
  },
  {
    processor: "qemu",
    vendors: ["intel"],
    rule: "sysexit.gp_rdx_noncanonical",
    does: "completes, and faults at the fetch in CPL 3",
    experiment: sysexit({ registers: { rdx: EDGE } }),
    shows: { kind: "exception", dump: { vector: 13, errorCode: 0n, frame: { rip: EDGE, cs: 0x3bn } } },
    other: faults(13, 3, SELECTOR.kernelCode64),
  },
  {
    processor: "qemu",
    vendors: ["intel"],
    rule: "sysexit.gp_rcx_noncanonical",
    does: "completes",
    experiment: sysexit({ registers: { rcx: EDGE } }),
    shows: { kind: "exception", dump: { vector: 14, frame: { rip: target, rsp: EDGE, cs: 0x3bn } } },
    other: faults(13, 3, SELECTOR.kernelCode64),
  },
  {
    processor: "qemu",
    vendors: ["amd"],
    rule: "sysenter.ud_long_mode",
    does: "runs in compatibility mode",
    experiment: sysenter({ mode: "compat" }),
    shows: landed(CS),
  },
  {
    processor: "qemu",
    vendors: ["amd"],
    rule: "sysexit.ud_long_mode",
    does: "runs in compatibility mode",
    experiment: sysexit({ mode: "compat", instruction: SYSEXIT }),
    shows: landed(0x2bn),
  },
  ...each(LOCKED, ([name, experiment, shows, other]) => ({
    processor: "qemu",
    vendors: ["intel"],
    rule: "decode.ud_lock",
    does: `runs ${name} as if the LOCK prefix were not there`,
    experiment,
    shows,
    other,
  })),
];

export const BOCHS_SYSENTER: readonly Confirmation[] = [
  {
    processor: "bochs",
    vendors: ["amd"],
    rule: "sysenter.ud_long_mode",
    does: "runs in 64-bit mode",
    experiment: sysenter(),
    shows: landed(CS),
    other: faults(6, 2, SELECTOR.userCode64),
  },
  {
    processor: "bochs",
    vendors: ["amd"],
    rule: "sysenter.ud_long_mode",
    does: "runs in compatibility mode",
    experiment: sysenter({ mode: "compat" }),
    shows: landed(CS),
  },
  {
    processor: "bochs",
    vendors: ["amd"],
    rule: "sysexit.ud_long_mode",
    does: "runs in 64-bit mode",
    experiment: sysexit(),
    shows: landed(0x3bn),
    other: faults(6, 3, SELECTOR.kernelCode64),
  },
  {
    processor: "bochs",
    vendors: ["amd"],
    rule: "sysexit.ud_long_mode",
    does: "runs in compatibility mode",
    experiment: sysexit({ mode: "compat", instruction: SYSEXIT }),
    shows: landed(0x2bn),
  },
];
