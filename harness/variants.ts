/** Which alternative a processor shows at each point where manuals leave a choice. */
import type { RuleId } from "../spec/generated/rule-id.ts";
import type { Choice, Prediction, TestCase, Observation } from "../spec/model.ts";
import type { Capabilities } from "./adapter.ts";
import { comparator } from "./compare.ts";
import type { Example } from "./finding.ts";
import type { Break } from "./findings.ts";
import { INCONSISTENT_VARIANT } from "./own-rules.ts";

/** The alternatives that one processor has shown. */
export interface VariantTracker {
  readonly shown: ReadonlyMap<RuleId, ReadonlySet<string>>;
  /** Notes the choices of a passing case; returns those that contradict the first one shown. */
  note(choices: readonly Choice[]): readonly Choice[];
}

/** A tracker that has seen nothing yet. */
export function trackVariants(): VariantTracker {
  const shown = new Map<RuleId, Set<string>>();
  return {
    shown,
    note: (choices) =>
      choices.filter(({ variant, alternative }) => {
        const alternatives = shown.get(variant);
        if (alternatives === undefined) {
          shown.set(variant, new Set([alternative]));
          return false;
        }
        const [first] = alternatives;
        alternatives.add(alternative);
        return alternative !== first;
      }),
  };
}

/** The finding's share of a case that shows another alternative than an earlier one did. */
export function inconsistency({ variant, alternative }: Choice): Break {
  return {
    rule: INCONSISTENT_VARIANT,
    orderRules: [variant],
    parts: [`${variant} = ${alternative}`],
    differences: [],
  };
}

/** How the case differs from the outcomes with another alternative at the variant than its own. */
export function inconsistentExample(
  choice: Choice,
  capabilities: Capabilities,
  testCase: TestCase,
  prediction: Prediction,
  observation: Observation,
): Example {
  const [first, ...rest] = prediction.outcomes.filter(({ choices }) =>
    choices.every(
      ({ variant, alternative }) => variant !== choice.variant || alternative !== choice.alternative,
    ),
  );
  const others =
    first === undefined
      ? undefined
      : comparator(capabilities)(testCase, { ...prediction, outcomes: [first, ...rest] }, observation);
  const differences = others?.status === "fail" ? [...others.broken.values()].flat() : [];
  return { testCase, prediction, observation, differences };
}
