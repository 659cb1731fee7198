/**
 * What kind of disagreement a finding is:
 *
 * - `harness`: the example did not differ again when it was run alone, so that nothing is said of the
 *   processor. Observers that contradict each other and adapters that break are the same, but are told
 *   as troubles and make no finding.
 * - `variant`: the processor follows another alternative that the manuals permit: in everything that the
 *   finding is about it does what an alternative of the prediction says, or it takes one alternative in
 *   some cases and another in others.
 * - `vendor difference`: in everything that the finding is about, the processor does what the other
 *   vendor's oracle says of the same case.
 * - `processor`: no oracle has it.
 *
 * The first that fits counts.
 */
import type { Observation, Outcome, Prediction, TestCase, Vendor } from "../spec/model.ts";
import { comparator } from "./compare.ts";
import type { DisagreementClass, Finding } from "./finding.ts";
import { INCONSISTENT_VARIANT } from "./own-rules.ts";
import type { Difference } from "./verdict.ts";

const OTHER: Readonly<Record<Vendor, Vendor>> = { intel: "amd", amd: "intel" };

/** What a processor does not see is not among the differences of a finding, so all of it may be compared. */
const compare = comparator({ fields: new Map(), noOpinion: new Map(), batch: 1 });

/** The kind of a finding whose example is as small as it gets. */
export function disagreementClass(
  { rule, reproduced, example }: Finding,
  predict: (testCase: TestCase) => Prediction,
): DisagreementClass {
  if (reproduced === false) return "harness";
  if (rule === INCONSISTENT_VARIANT) return "variant";
  const { testCase, prediction, observation, differences } = example;
  if (observation === undefined) return "processor";
  const does = (each: TestCase, outcome: Outcome): boolean =>
    isCovered(differences, differencesFrom(each, outcome, observation));
  if (prediction.outcomes.some((outcome) => does(testCase, outcome))) return "variant";
  const { profile } = testCase;
  const foreign = { ...testCase, profile: { ...profile, vendor: OTHER[profile.vendor] } };
  const isForeign = outcomesOf(foreign, predict).some((outcome) => does(foreign, outcome));
  return isForeign ? "vendor difference" : "processor";
}

/** None where the oracle has nothing to say of the case. */
function outcomesOf(testCase: TestCase, predict: (testCase: TestCase) => Prediction): readonly Outcome[] {
  try {
    return predict(testCase).outcomes;
  } catch {
    return [];
  }
}

function differencesFrom(
  testCase: TestCase,
  outcome: Outcome,
  observation: Observation,
): readonly Difference[] {
  const verdict = compare(testCase, { outcomes: [outcome], exercised: new Set() }, observation);
  return verdict.status === "pass" ? [] : [...[...verdict.broken.values()].flat(), ...verdict.detail];
}

/** Whether nothing of `found` differs in `others` too, and the ends are alike. */
function isCovered(found: readonly Difference[], others: readonly Difference[]): boolean {
  return !others.some(
    (other) => other.field === "end" || found.some((difference) => isAbout(difference, other)),
  );
}

function isAbout(one: Difference, other: Difference): boolean {
  if (one.field !== other.field) return false;
  if (!("mask" in one) || !("mask" in other)) return true;
  const differing = (one.predicted ^ one.observed) & one.mask;
  return ((other.predicted ^ other.observed) & other.mask & differing) !== 0n;
}
