import { describe, expect, it } from "vitest";
import type { Example } from "../../../harness/finding.ts";
import { comparisonText } from "../../../harness/report/comparison-text.ts";
import { copyState } from "../../../spec/fields.ts";
import type { Outcome } from "../../../spec/model.ts";
import { sampleFinding } from "./sample-finding.ts";

const GP = { kind: "exception", vector: 13, errorCode: 0 } as const;

describe("comparisonText", () => {
  it("shows whole values, and names the bits that the rule decides", () => {
    const { fields, endsAlike } = comparisonText(sampleFinding().example);
    expect(endsAlike).toBe(true);
    expect(fields).toEqual([
      {
        field: "rflags",
        predicted: "0x00000000_00000002",
        observed: "0x00000000_00010002",
        bits: "RF",
      },
    ]);
  });

  it("tells the end of the outcome that the values were compared with, not that of the default one", () => {
    const text = comparisonText(withVariant());
    expect(text.predicted).toBe("retired at CPL 3");
    expect(text.alternatives).toEqual(["#GP(0) at CPL 0: wrmsr.efer_lma_change"]);
    expect(text.endsAlike).toBe(true);
  });

  it("tells the end that the end difference speaks of", () => {
    const example = withVariant();
    const text = comparisonText({
      ...example,
      differences: [{ rule: "sysret.completes", field: "end", predicted: GP, observed: { kind: "retired" } }],
    });
    expect(text.predicted).toBe("#GP(0) at CPL 0");
    expect(text.alternatives).toEqual(["retired at CPL 3: wrmsr.efer_lma_change"]);
    expect(text.endsAlike).toBe(false);
  });

  it("tells apart the same fault at the instruction and after it", () => {
    const { example } = sampleFinding();
    const [outcome] = example.prediction.outcomes;
    const end: Outcome = { ...outcome, end: GP, fields: new Map() };
    const after = copyState(example.testCase.before);
    after.rip += 3n;
    const { predicted, observed } = comparisonText({
      ...example,
      prediction: { ...example.prediction, outcomes: [end] },
      observation: { end: GP, after, writes: [] },
      differences: [
        { rule: "sysret.gp_cpl_nonzero", field: "end", predicted: GP, observed: GP, moved: true },
      ],
    });
    expect(predicted).toBe("#GP(0) at CPL 0, at the instruction");
    expect(observed).toBe("#GP(0) at CPL 0, at the next one");
  });

  it("joins what several rules say of one field", () => {
    const { example } = sampleFinding();
    const { fields } = comparisonText({
      ...example,
      differences: [
        ...example.differences,
        { rule: "sysret.unchanged", field: "rflags", mask: 2n, predicted: 0n, observed: 2n },
      ],
    });
    expect(fields).toHaveLength(1);
    expect(fields[0]?.bits).toBe("bit 1, RF");
  });
});

/** An example whose default outcome is a fault, and whose differences are from the other one. */
function withVariant(): Example {
  const { example } = sampleFinding();
  const [outcome] = example.prediction.outcomes;
  const choice = (alternative: string): Outcome["choices"] => [
    { variant: "wrmsr.efer_lma_change", alternative },
  ];
  const fault: Outcome = { ...outcome, end: GP, fields: new Map(), choices: choice("gp") };
  return {
    ...example,
    prediction: {
      ...example.prediction,
      outcomes: [fault, { ...outcome, choices: choice("ignored") }],
    },
  };
}
