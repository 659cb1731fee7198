/** A finding as a run would report it, made by hand so that every word of a report can be foretold. */
import type { Finding, ProcessorIdentity } from "../../../harness/finding.ts";
import type { RuleTexts } from "../../../harness/report/rule-text.ts";
import type { RunFooter, RunHeader } from "../../../harness/report/reporter.ts";
import { copyState, FIELD_NAMES, field, type MutableCpuState } from "../../../spec/fields.ts";
import type { CpuState, Profile, Segment, TestCase } from "../../../spec/model.ts";

export const IDENTITY: ProcessorIdentity = {
  name: "qemu",
  version: "7.2.22",
  model: "EPYC,+la57",
  vendor: "amd",
};

export const RULES: RuleTexts = new Map([
  [
    "sysret.rf_cleared",
    {
      statement: "SYSRET clears RF, whatever R11 holds.",
      sources: [
        { vendor: "intel", document: "Intel SDM", revision: "86", section: "Vol. 2B, SYSRET, Operation" },
        { vendor: "amd", document: "AMD APM", revision: "3.42", section: "Vol. 3, SYSRET, Action" },
      ],
      confidence: "H",
    },
  ],
  [
    "sysret.gp_cpl_nonzero",
    { statement: "SYSRET raises #GP(0) at CPL 1 to 3.", sources: [], confidence: "H" },
  ],
  ["sysret.ss_dpl", { statement: "Nobody knows.", sources: [], confidence: "L" }],
]);

export const PROFILE: Profile = {
  vendor: "amd",
  features: {
    nx: true,
    la57: false,
    fsgsbase: true,
    svm: true,
    ffxsr: false,
    tce: false,
    lmsle: false,
    mcommit: false,
    intwb: false,
    uaie: false,
    aibrse: false,
  },
  modes: ["64", "compat", "legacy"],
  imposed: [],
};

/** Kernel code in 64-bit mode, about to execute SYSRET. */
export function sampleState(change: (state: MutableCpuState) => void = () => {}): CpuState {
  const state = Object.fromEntries([
    ...["es", "cs", "ss", "ds", "fs", "gs", "ldtr", "tr"].map((name) => [name, { ...FLAT }]),
    ["gdtr", { base: 0x600000n, limit: 0xff }],
    ["idtr", { base: 0x620000n, limit: 0xfff }],
  ]) as MutableCpuState;
  for (const name of FIELD_NAMES) if (!name.includes(".")) field(name).set(state, 0n);
  state.cs = { ...FLAT, selector: 0x10, type: 0xb, l: 1, db: 0 };
  state.rip = 0x401000n;
  state.rflags = 2n;
  state.cr0 = 0x80000011n;
  state.cr4 = 0x20n;
  state.efer = 0x1d01n;
  change(state);
  return state;
}

export function sampleCase(change?: (state: MutableCpuState) => void): TestCase {
  return {
    profile: PROFILE,
    before: sampleState(change),
    pages: [],
    steps: [{ bytes: Uint8Array.of(0x48, 0x0f, 0x07) }],
    delivery: "observe",
  };
}

/** SYSRET that loads RF from R11, found in 1,234 cases. */
export function sampleFinding(change: Partial<Finding> = {}): Finding {
  const testCase = sampleCase((state) => {
    state.r11 = 0x10002n;
  });
  const after = copyState(testCase.before);
  after.cpl = 3;
  after.rflags = 0x10002n;
  const mask = 0x10000n;
  return {
    key: "qemu 7.2.22 EPYC,+la57 amd sysret.rf_cleared rflags:0x10000",
    processor: IDENTITY,
    rule: "sysret.rf_cleared",
    orderRules: [],
    cases: 1234,
    firstIndex: 7,
    distance: 1,
    differsIn: ["r11"],
    example: {
      testCase,
      prediction: {
        outcomes: [
          {
            choices: [],
            end: { kind: "retired" },
            endRule: "sysret.completes",
            orderRules: [],
            fields: new Map([
              ["cpl", [{ mask: 3n, value: 3n, rule: "sysret.cpl_3" }]],
              ["rflags", [{ mask, value: 0n, rule: "sysret.rf_cleared" }]],
            ]),
            masked: new Map(),
            unchanged: "sysret.unchanged",
          },
        ],
        exercised: new Set(["sysret.rf_cleared"]),
      },
      observation: { end: { kind: "retired" }, after, writes: [] },
      differences: [{ rule: "sysret.rf_cleared", field: "rflags", mask, predicted: 0n, observed: mask }],
    },
    ...change,
  };
}

export const HEADER: RunHeader = {
  seed: 42,
  generatorVersion: 1,
  processors: [{ identity: IDENTITY, profile: PROFILE }],
  cases: 20000,
};

export const FOOTER: RunFooter = {
  totals: { cases: 20000, pass: 18000, fail: 1234, skip: 766, error: 0, seconds: 0.5, maskedBits: 99 },
  findings: 1,
  exercised: ["sysret.rf_cleared"],
  notExercised: ["sysret.gp_cpl_nonzero"],
  variants: [{ processor: IDENTITY, variant: "sysret.ss_dpl", alternatives: ["3"] }],
  skipReasons: [{ processor: IDENTITY, reason: "VMRUN refused the state", cases: 766 }],
  interrupted: false,
  exitCode: 5,
};

const FLAT: Segment = {
  selector: 0x18,
  base: 0n,
  limit: 0xffff_ffff,
  type: 3,
  s: 1,
  dpl: 0,
  p: 1,
  avl: 0,
  l: 0,
  db: 1,
  g: 1,
};
