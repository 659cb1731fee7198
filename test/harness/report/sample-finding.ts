/** A finding as a run would report it, made by hand so that every word of a report can be foretold. */
import type { Finding, ProcessorIdentity } from "../../../harness/finding.ts";
import type { RuleTexts } from "../../../harness/report/rule-text.ts";
import type { RunFooter, RunHeader } from "../../../harness/report/reporter.ts";
import { boringCase } from "../../../generators/boring.ts";
import { copyState, type MutableCpuState } from "../../../spec/fields.ts";
import type { CpuState, Profile, TestCase } from "../../../spec/model.ts";

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

/** The boring machine of SYSRET. */
export const PLAIN: TestCase = boringCase({ profile: PROFILE, instruction: "sysret", mode: "64" });

/** Kernel code in 64-bit mode, about to execute SYSRET with REX.W. */
export function sampleState(change: (state: MutableCpuState) => void = () => {}): CpuState {
  const state = copyState(PLAIN.before);
  change(state);
  return state;
}

export function sampleCase(change?: (state: MutableCpuState) => void): TestCase {
  return { ...PLAIN, before: sampleState(change) };
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
            writes: [],
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
