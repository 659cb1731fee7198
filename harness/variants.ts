/** Which alternative a processor shows at each point where manuals leave a choice. */
import type { RuleId } from "../spec/generated/rule-id.ts";
import type { Choice, Prediction, TestCase, Observation } from "../spec/model.ts";
import type { Capabilities } from "./adapter.ts";
import { comparator } from "./compare.ts";
import type { Example } from "./finding.ts";
import type { Break } from "./findings.ts";
import { INCONSISTENT_VARIANT } from "./own-rules.ts";

/** Passing cases that took the same alternatives. */
interface Group {
  readonly choices: readonly Choice[];
  cases: number;
}

/** The first case that showed one alternative, and how many did. */
export interface Shown {
  readonly choice: Choice;
  readonly firstIndex: number;
  readonly example: () => Example;
  cases: number;
}

/** The alternatives that one processor has shown. */
export interface VariantTracker {
  readonly shown: ReadonlyMap<RuleId, ReadonlySet<string>>;
  /**
   * Notes the choices of passing case number `index`; `example` is called when they turn out to be the
   * exception. Returns whether an earlier case showed another alternative.
   */
  note(choices: readonly Choice[], index: number, example: (choice: Choice) => Example): boolean;
  /** The exceptions: at a variant with several alternatives shown, all but the one that most cases show. */
  exceptions(): readonly Shown[];
  /** How many cases showed an exception. */
  exceptional(): number;
}

/** A tracker that has seen nothing yet. */
export function trackVariants(): VariantTracker {
  const byVariant = new Map<RuleId, Map<string, Shown>>();
  const groups = new Map<string, Group>();
  const exceptions = (): readonly Shown[] =>
    [...byVariant.values()].flatMap((alternatives) =>
      [...alternatives.values()].toSorted((one, other) => other.cases - one.cases).slice(1),
    );
  return {
    get shown(): ReadonlyMap<RuleId, ReadonlySet<string>> {
      return new Map(
        [...byVariant].map(([variant, alternatives]) => [variant, new Set(alternatives.keys())]),
      );
    },
    note: (choices, index, example) => {
      const key = choices.map(({ variant, alternative }) => `${variant}=${alternative}`).join();
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { choices, cases: 1 });
      else group.cases++;
      let contradicts = false;
      for (const choice of choices) {
        const alternatives = byVariant.get(choice.variant) ?? new Map<string, Shown>();
        byVariant.set(choice.variant, alternatives);
        const present = alternatives.get(choice.alternative);
        if (present !== undefined) present.cases++;
        else {
          const first = { choice, firstIndex: index, example: () => example(choice), cases: 1 };
          alternatives.set(choice.alternative, first);
        }
        contradicts ||= alternatives.size > 1;
      }
      return contradicts;
    },
    exceptions,
    exceptional: () => {
      const found = exceptions().map(({ choice }) => choice);
      const isException = ({ variant, alternative }: Choice): boolean =>
        found.some((each) => each.variant === variant && each.alternative === alternative);
      let cases = 0;
      for (const group of groups.values()) if (group.choices.some(isException)) cases += group.cases;
      return cases;
    },
  };
}

/** The finding's share of a case that shows another alternative than most cases do. */
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
