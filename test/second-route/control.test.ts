/** The second route itself: where every manual agrees, every machine ends as it says. */
import { describe, expect, it } from "vitest";
import { ADDRESS, MSR, SPIN, type Experiment, type Expectation } from "./experiment.ts";
import { FLAG, RDMSR, SWAPGS, SYSCALL, SYSRET, SYSRET_W, WRMSR } from "./findings/instructions.ts";
import { MACHINES, REFERENCES, missing, type ProcessorName } from "./machines.ts";

const { target, code, stack } = ADDRESS;
const next = code + 0x1000n;

interface Control {
  readonly title: string;
  readonly experiment: Experiment;
  readonly shows: Expectation;
}

const CONTROLS: readonly Control[] = [
  {
    title: "SYSCALL from CPL 3 lands at LSTAR with RCX and R11",
    experiment: {
      mode: "64",
      cpl: 3,
      instruction: SYSCALL,
      rflags: FLAG.if | 2n,
      registers: { rbx: 0x1234n },
      msrs: [
        [MSR.lstar, target],
        [MSR.fmask, FLAG.if],
      ],
    },
    shows: {
      kind: "exception",
      dump: {
        stage: 1n,
        vector: 14,
        cr2: target,
        frame: { rip: target, cs: 0x10n, rsp: stack, ss: 0x18n },
        gprs: { rcx: next, r11: FLAG.if | 2n, rbx: 0x1234n },
      },
    },
  },
  {
    title: "SYSRET with REX.W lands at RCX in CPL 3",
    experiment: { mode: "64", cpl: 0, instruction: SYSRET_W, registers: { rcx: target, r11: 2n } },
    shows: {
      kind: "exception",
      dump: {
        stage: 1n,
        vector: 14,
        errorCode: 0x14n,
        cr2: target,
        frame: { rip: target, cs: 0x3bn, rsp: stack, ss: 0x33n },
      },
    },
  },
  {
    title: "SYSRET without REX.W lands in compatibility mode",
    experiment: {
      mode: "64",
      cpl: 0,
      instruction: SYSRET,
      registers: { rcx: target, r11: 2n },
      stubs: [{ linear: target, bytes: SPIN }],
      watch: target,
    },
    shows: {
      kind: "watched",
      watched: {
        rip: target,
        rflags: 2n,
        cs: { selector: 0x2b, attributes: 0xc0fb },
        ss: { selector: 0x33, attributes: 0xc0f3 },
      },
    },
  },
  {
    title: "an instruction breakpoint at SYSRET's target fires when RF is 0",
    experiment: {
      mode: "64",
      cpl: 0,
      instruction: SYSRET_W,
      registers: { rcx: target, r11: 2n },
      stubs: [{ linear: target, bytes: [0x90, ...SPIN] }],
      breakpoint: target,
    },
    shows: { kind: "exception", dump: { vector: 1, frame: { rip: target, cs: 0x3bn } } },
  },
  {
    title: "SYSRET at CPL 3 is #GP(0)",
    experiment: { mode: "64", cpl: 3, instruction: SYSRET_W, registers: { rcx: target } },
    shows: {
      kind: "exception",
      dump: { vector: 13, errorCode: 0n, frame: { rip: next - 3n, cs: 0x3bn, ss: 0x33n } },
    },
  },
  {
    title: "SWAPGS exchanges the bases",
    experiment: {
      mode: "64",
      cpl: 0,
      instruction: SWAPGS,
      msrs: [
        [MSR.gsBase, 1n],
        [MSR.kernelGsBase, 2n],
      ],
    },
    shows: { kind: "exception", dump: { vector: 14, cr2: next, msrs: { gsBase: 2n, kernelGsBase: 1n } } },
  },
  {
    title: "WRMSR stores and RDMSR reads",
    experiment: {
      mode: "64",
      cpl: 0,
      instruction: WRMSR,
      registers: { rcx: BigInt(MSR.star), rax: 5n, rdx: 6n },
    },
    shows: { kind: "exception", dump: { vector: 14, cr2: next, msrs: { star: 0x6_0000_0005n } } },
  },
  {
    title: "code in compatibility mode runs on to the next page",
    experiment: {
      mode: "compat",
      cpl: 0,
      instruction: RDMSR,
      registers: { rcx: BigInt(MSR.star) },
      msrs: [[MSR.star, 0x6_0000_0005n]],
    },
    shows: {
      kind: "exception",
      dump: { vector: 14, cr2: next, frame: { rip: next, cs: 0x08n }, gprs: { rax: 5n, rdx: 6n } },
    },
  },
  {
    title: "five levels of page tables reach 57 bits",
    experiment: {
      mode: "64",
      cpl: 0,
      fiveLevels: true,
      instruction: SYSRET_W,
      registers: { rcx: 0x80_0000_0000_0000n, r11: 2n },
      stubs: [{ linear: 0x80_0000_0000_0000n, bytes: SPIN }],
      watch: 0x80_0000_0000_0000n,
    },
    shows: { kind: "watched", watched: { rip: 0x80_0000_0000_0000n, cs: { selector: 0x3b } } },
  },
];

const NAMES: readonly ProcessorName[] = ["qemu", "bochs"];

for (const name of NAMES) {
  const all = [...Object.values(MACHINES[name]).flat(), ...Object.values(REFERENCES[name])];
  for (const machine of new Map(all.map((one) => [one.model, one])).values()) {
    describe.skipIf(missing(name) !== undefined)(`${name}, ${machine.model}`, () => {
      const hasLa57 = machine.model.includes("la57");
      const possible = CONTROLS.filter(({ experiment }) => hasLa57 || experiment.fiveLevels !== true);
      for (const { title, experiment, shows } of possible) {
        it(title, async () => {
          expect(await machine.run(experiment)).toMatchObject(shows);
        });
      }
    });
  }
}
