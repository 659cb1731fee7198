import { describe, expect, it } from "vitest";
import { foldFindings } from "../../harness/fold-findings.ts";
import type { Finding } from "../../harness/finding.ts";
import { findingKey, type Break } from "../../harness/findings.ts";
import type { RuleId } from "../../spec/generated/rule-id.ts";
import type { Observation, Prediction, TestCase } from "../../spec/model.ts";
import { fakeAdapter } from "./fake-adapter.ts";
import { exception, observation, outcome, prediction, retired, rule, testCase } from "./support.ts";

const processor = { name: "qemu", version: "7.2", model: "EPYC", vendor: "amd" } as const;

function finding(
  id: RuleId,
  options: { end: Observation["end"]; distance?: number; variant?: RuleId; cases?: number },
): Finding {
  const broken: Break = {
    rule: id,
    orderRules: options.variant === undefined ? [] : [options.variant],
    parts: ["completes -> #GP(0)"],
    differences: [],
  };
  return {
    key: findingKey(processor, broken),
    processor,
    rule: id,
    orderRules: broken.orderRules,
    cases: options.cases ?? 1,
    firstIndex: 0,
    example: {
      testCase: testCase(),
      prediction: prediction(outcome()),
      observation: observation({ end: options.end }),
      differences: [],
    },
    distance: options.distance ?? 1,
    differsIn: [],
  };
}

/** A processor that ends every case with `end`, where `wrmsr` should complete. */
function fold(findings: readonly Finding[], end: Observation["end"]): Promise<readonly Finding[]> {
  const predict = (): Prediction =>
    prediction(outcome({ endRule: "wrmsr.completes", unchanged: "wrmsr.unchanged" }));
  const source = {
    at: () => testCase(),
    shrink: (): readonly TestCase[] => [testCase()],
    beginnings: (value: TestCase): readonly TestCase[] => [value],
    distance: () => ({ distance: 0, groups: [] }),
  };
  const adapter = fakeAdapter({ answer: () => observation({ end }) });
  return foldFindings({ adapter, source, predict, findings });
}

const fault = exception(13, 0);

describe("foldFindings", () => {
  const completes = finding("wrmsr.completes", { end: fault, cases: 5 });

  it("folds a guess whose simpler neighbour fails as another finding", async () => {
    const guess = finding("wrmsr.rcx_upper_half_ignored", { end: fault, distance: 2, cases: 3 });
    expect(await fold([guess, completes], fault)).toEqual([{ ...completes, cases: 8 }]);
  });

  it("keeps a guess beside which the example shows the other finding", async () => {
    const guess = finding("wrmsr.rcx_upper_half_ignored", { end: retired, distance: 2 });
    const wrong = { ...observation({ end: retired }), after: { ...testCase().before, lstar: 1n } };
    const both = { ...guess, example: { ...guess.example, observation: wrong } };
    const solid = finding("wrmsr.unchanged", { end: retired });
    expect(await fold([both, solid], retired)).toEqual([both, solid]);
  });

  it("keeps a guess when the neighbour ends otherwise than the example", async () => {
    const guess = finding("wrmsr.rcx_upper_half_ignored", { end: retired, distance: 2 });
    expect(await fold([guess, completes], fault)).toEqual([guess, completes]);
  });

  it("keeps a guess that is simpler than the other finding", async () => {
    const guess = finding("wrmsr.rcx_upper_half_ignored", { end: fault, distance: 0 });
    expect(await fold([guess, completes], fault)).toEqual([guess, completes]);
  });

  it("keeps a guess that another guess with fewer cases could explain", async () => {
    const guess = finding("wrmsr.rcx_upper_half_ignored", { end: fault, distance: 2, cases: 3 });
    const rarer = finding("wrmsr.efer_low_bits_ignored", { end: fault, cases: 2 });
    expect(await fold([guess, rarer], fault)).toContainEqual(guess);
  });

  it("keeps what was blamed for a field or an end of its own", async () => {
    const solid = finding("wrmsr.lstar", { end: fault, distance: 2 });
    expect(await fold([solid, completes], fault)).toEqual([solid, completes]);
  });

  it("folds an alternative that is a fault known from elsewhere", async () => {
    const guess = finding(rule("inconsistent_variant"), { end: fault, variant: "wrmsr.efer_lma_change" });
    expect(await fold([guess, completes], retired)).toEqual([{ ...completes, cases: 6 }]);
  });

  it("keeps an alternative that no other finding explains", async () => {
    const guess = finding(rule("inconsistent_variant"), { end: fault, variant: "sysret.ss_dpl" });
    expect(await fold([guess, completes], retired)).toEqual([guess, completes]);
  });
});
