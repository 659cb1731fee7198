import { describe, expect, it } from "vitest";
import { disagreementClass } from "../../harness/disagreement.ts";
import type { Finding } from "../../harness/finding.ts";
import { CRASHES, INCONSISTENT_VARIANT } from "../../harness/own-rules.ts";
import { copyState } from "../../spec/fields.ts";
import type { Outcome, Prediction, TestCase } from "../../spec/model.ts";
import { sampleFinding } from "./report/sample-finding.ts";

const OUTCOME: Outcome = sampleFinding().example.prediction.outcomes[0];
const RF = 0x10000n;

/** An oracle for the other vendor that says this; the finding's own says that RF is cleared. */
function other(outcome: Outcome): (testCase: TestCase) => Prediction {
  return ({ profile }) => {
    expect(profile.vendor).toBe("intel");
    return { outcomes: [outcome], exercised: new Set() };
  };
}

/** RF is `value` after it, and CPL is 3. */
function outcome(value: bigint, change: Partial<Outcome> = {}): Outcome {
  const fields: Outcome["fields"] = new Map([
    ["cpl", [{ mask: 3n, value: 3n, rule: "sysret.cpl_3" }]],
    ["rflags", [{ mask: RF, value, rule: "sysret.rf_cleared" }]],
  ]);
  return { ...OUTCOME, fields, ...change };
}

function withOutcomes(...outcomes: readonly [Outcome, ...Outcome[]]): Finding {
  const finding = sampleFinding();
  const { example } = finding;
  return { ...finding, example: { ...example, prediction: { ...example.prediction, outcomes } } };
}

describe("disagreementClass", () => {
  it("is processor where neither oracle has it", () => {
    expect(disagreementClass(sampleFinding(), other(outcome(0n)))).toBe("processor");
  });

  it("is vendor difference where the other oracle has it", () => {
    expect(disagreementClass(sampleFinding(), other(outcome(RF)))).toBe("vendor difference");
  });

  it("is vendor difference whatever else the processor does wrong", () => {
    const finding = sampleFinding();
    const { observation } = finding.example;
    const after = copyState(finding.example.testCase.before);
    Object.assign(after, { cpl: 3, rflags: 0x10002n, rax: 7n });
    const example = { ...finding.example, observation: { ...observation, after } as never };
    expect(disagreementClass({ ...finding, example }, other(outcome(RF)))).toBe("vendor difference");
  });

  it("is processor where the other oracle has the same fields but another end", () => {
    const fault = outcome(RF, { end: { kind: "exception", vector: 13, errorCode: 0 } });
    expect(disagreementClass(sampleFinding(), other(fault))).toBe("processor");
  });

  it("is vendor difference where the other oracle has the end", () => {
    const end = { kind: "exception", vector: 13, errorCode: 0 } as const;
    const finding = withOutcomes(outcome(0n, { end }));
    const example = {
      ...finding.example,
      differences: [
        { rule: "sysret.gp_cpl_nonzero", field: "end", predicted: end, observed: { kind: "retired" } },
      ] as const,
    };
    expect(disagreementClass({ ...finding, example }, other(outcome(0n)))).toBe("vendor difference");
    expect(disagreementClass({ ...finding, example }, other(outcome(0n, { end })))).toBe("processor");
  });

  it("is processor where the other oracle does not model the case", () => {
    const fails = (): Prediction => {
      throw new Error("out of the model");
    };
    expect(disagreementClass(sampleFinding(), fails)).toBe("processor");
  });

  it("is variant where an alternative of the prediction has it", () => {
    const finding = withOutcomes(outcome(0n), outcome(RF));
    expect(disagreementClass(finding, other(outcome(RF)))).toBe("variant");
    expect(disagreementClass(withOutcomes(outcome(0n), outcome(0n)), other(outcome(0n)))).toBe("processor");
  });

  it("is variant for a choice that changes from case to case", () => {
    const finding = sampleFinding({ rule: INCONSISTENT_VARIANT });
    expect(disagreementClass(finding, other(outcome(0n)))).toBe("variant");
  });

  it("is harness where the example did not differ when it was run alone", () => {
    const finding = sampleFinding({ reproduced: false });
    expect(disagreementClass(finding, other(outcome(RF)))).toBe("harness");
  });

  it("is processor where it gave no answer", () => {
    const { testCase, prediction } = sampleFinding().example;
    const finding = sampleFinding({ rule: CRASHES, example: { testCase, prediction, differences: [] } });
    expect(disagreementClass(finding, other(outcome(RF)))).toBe("processor");
  });
});
