/** What holds for every outcome that the oracles predict, on the generators' cases. */
import { describe, expect, it } from "vitest";
import { memoryFits } from "../../harness/memory-differences.ts";
import { predict, simulate, trace } from "../../oracles/index.ts";
import { valueAfter } from "../../oracles/operation.ts";
import { field, FIELD_NAMES } from "../../spec/fields.ts";
import { RULES } from "../../spec/generated/rules.ts";
import type { Outcome, Prediction, TestCase } from "../../spec/model.ts";
import { generatedCases } from "./arbitraries.ts";

const CASES = generatedCases(1200);
const PREDICTIONS: readonly (readonly [TestCase, Prediction])[] = CASES.map((each) => [each, predict(each)]);

/** Runs `check` on every outcome of every case. */
function onOutcomes(check: (outcome: Outcome, testCase: TestCase) => void): void {
  for (const [testCase, { outcomes }] of PREDICTIONS)
    for (const outcome of outcomes) check(outcome, testCase);
}

describe("every prediction", () => {
  it("uses rules of its vendor only", () => {
    for (const [{ profile }, { exercised, outcomes }] of PREDICTIONS) {
      const used = [...exercised, ...outcomes.flatMap(({ orderRules }) => orderRules)];
      const foreign = used.filter((rule) => RULES.get(rule)?.vendors.includes(profile.vendor) !== true);
      expect(foreign).toEqual([]);
    }
  });

  it("exercises the rule of its end and of every bit it signs", () => {
    for (const [, { exercised, outcomes }] of PREDICTIONS) {
      for (const { endRule, fields, masked, unchanged, choices } of outcomes) {
        const signers = [...fields.values(), ...masked.values()].flat().map(({ rule }) => rule);
        const used = [endRule, unchanged, ...signers, ...choices.map(({ variant }) => variant)];
        expect(used.filter((rule) => !exercised.has(rule))).toEqual([]);
      }
    }
  });

  it("signs each bit at most once", () => {
    onOutcomes(({ fields, masked }) => {
      for (const name of FIELD_NAMES) {
        let decided = 0n;
        for (const { mask } of [...(fields.get(name) ?? []), ...(masked.get(name) ?? [])]) {
          expect(mask & decided).toBe(0n);
          decided |= mask;
        }
      }
    });
  });

  it("signs bits that the field has, with values inside the mask", () => {
    onOutcomes(({ fields, masked }) => {
      for (const [name, signed] of [...fields, ...masked]) {
        for (const { mask, value } of signed) {
          expect(mask & ~field(name).mask).toBe(0n);
          expect(value & ~mask).toBe(0n);
        }
      }
    });
  });

  it("leaves the state alone at a fault, RF apart", () => {
    onOutcomes(({ end, unchanged, fields, masked }) => {
      // A fault that was delivered has brought the processor elsewhere.
      if (!unchanged.endsWith(".fault_unchanged") || end.kind === "delivered") return;
      expect(end.kind).toBe("exception");
      expect(fields.size).toBe(0);
      expect([...masked.keys()]).toEqual(["rflags"]);
    });
  });

  it("has outcomes that differ in their choices, the default ones first", () => {
    for (const [, { outcomes }] of PREDICTIONS) {
      const choices = outcomes.map((outcome) => JSON.stringify(outcome.choices));
      expect(new Set(choices).size).toBe(outcomes.length);
      for (const { variant, alternative } of outcomes[0].choices) {
        expect(alternative).toBe(RULES.get(variant)?.variant?.default);
      }
      for (const { variant, alternative } of outcomes.flatMap((outcome) => outcome.choices)) {
        expect(RULES.get(variant)?.variant?.alternatives).toContain(alternative);
      }
    }
  });

  it("is the same when it is made again, and that of the processor by default", () => {
    for (const [testCase, prediction] of PREDICTIONS) {
      expect(predict(testCase)).toEqual(prediction);
      const [outcome] = prediction.outcomes;
      const { end, after, writes } = simulate(testCase);
      expect(end).toEqual(outcome.end);
      expect(memoryFits(testCase.pages, outcome, writes)).toBe(true);
      const other = FIELD_NAMES.filter(
        (name) => field(name).get(after) !== valueAfter(outcome, testCase.before, name),
      );
      expect(other).toEqual([]);
    }
  });

  it("is explained by a trace that ends in what stays", () => {
    for (const [testCase, { outcomes }] of PREDICTIONS.slice(0, 200)) {
      const rules = trace(testCase, testCase.profile.vendor).map(({ rule }) => rule);
      expect(rules).toContain(outcomes[0].endRule);
      expect(rules.at(-1)).toBe(outcomes[0].unchanged);
    }
  });
});

describe("the generators' cases", () => {
  it("exercise nearly every rule", () => {
    const exercised = new Set(PREDICTIONS.flatMap(([, prediction]) => [...prediction.exercised]));
    expect(exercised.size / RULES.size).toBeGreaterThan(0.95);
  });
});
