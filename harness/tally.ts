/** Keeps the score of a run: verdicts by case, in the order of their index. */
import type { RuleId } from "../spec/generated/rule-id.ts";
import { RULES } from "../spec/generated/rules.ts";
import type { FieldName, Observation, Prediction } from "../spec/model.ts";
import type { Capabilities } from "./adapter.ts";
import type { Answer, Breakage } from "./ask.ts";
import type { CaseSource } from "./case-source.ts";
import { comparator, type Comparison } from "./compare.ts";
import type { Drawn } from "./draw.ts";
import type { Example, Finding, ProcessorIdentity, Totals } from "./finding.ts";
import { breaksOf, collectFindings, type Break } from "./findings.ts";
import { judged } from "./landing.ts";
import { CRASHES, HANGS } from "./own-rules.ts";
import type { Trouble } from "./report/reporter.ts";
import { isInformation } from "./report/rule-text.ts";
import { inconsistency, inconsistentExample, trackVariants } from "./variants.ts";

type Asked = Extract<Drawn, { testCase: unknown }>;

/** The score of one processor. */
export interface Tally {
  readonly findings: number;
  readonly exercised: ReadonlySet<RuleId>;
  /** Rules that an answer said something of: exercised, with the end that was predicted, in what the processor sees. */
  readonly judged: ReadonlySet<RuleId>;
  readonly skipReasons: ReadonlyMap<string, number>;
  readonly variants: ReadonlyMap<RuleId, ReadonlySet<string>>;
  totals(seconds: number): Totals;
  /**
   * Judges one case; `answer` is absent for a case that was not asked. Returns whether it fails the run:
   * a rule of confidence L never does.
   */
  count(drawn: Drawn, answer?: Answer): boolean;
  results(source: CaseSource): readonly Finding[];
}

/** A case whose end broke a rule that nobody asked about says nothing of the rules that somebody did. */
const OTHER_END = "ended otherwise, by a rule that --only leaves out";

/**
 * A score of zero. `onTrouble` hears of cases that could not be drawn, once per reason. Where `only` is
 * given, only breaks of the rules that it wants count.
 */
export function tally(
  processor: ProcessorIdentity,
  capabilities: Capabilities,
  onTrouble: (trouble: Trouble) => void,
  only: (rule: RuleId) => boolean = () => true,
): Tally {
  const compare = comparator(capabilities);
  const findings = collectFindings(processor);
  const variants = trackVariants();
  const exercised = new Set<RuleId>();
  const judgedRules = new Set<RuleId>();
  const skipReasons = new Map<string, number>();
  const drawErrors = new Set<string>();
  const score = { pass: 0, fail: 0, skip: 0, error: 0, maskedBits: 0 };

  const skip = (reason: string): boolean => {
    score.skip++;
    skipReasons.set(reason, (skipReasons.get(reason) ?? 0) + 1);
    return false;
  };

  function failedToDraw(index: number, error: string): boolean {
    score.error++;
    if (!drawErrors.has(error)) {
      drawErrors.add(error);
      onTrouble({ processor: processor.name, kind: "error", message: `case ${index}: ${error}` });
    }
    return false;
  }

  function broke({ index, testCase, prediction }: Asked, answer: Breakage): boolean {
    score.fail++;
    findings.add(breakOf(answer, prediction.outcomes[0].endRule), index, () => ({
      testCase,
      prediction,
      differences: [],
    }));
    return true;
  }

  /** Differences that nobody asked about: under the same end the wanted rules were kept. */
  function unwanted(breaks: readonly Break[]): boolean {
    if (breaks.some(({ differences }) => differences.some((each) => each.field === "end"))) {
      return skip(OTHER_END);
    }
    score.pass++;
    return false;
  }

  /** A rule that signs nothing shows in how the case ends and in what stays. */
  function sees(rule: RuleId, { outcomes: [{ fields }] }: Prediction, { unseen = [] }: Observation): boolean {
    let signs = false;
    for (const [name, signed] of fields) {
      const seen = unseen.includes(name) ? 0n : seenBits(name);
      for (const each of signed) {
        if (each.rule !== rule) continue;
        if ((each.mask & seen) !== 0n) return true;
        signs = true;
      }
    }
    return !signs;
  }

  function seenBits(name: FieldName): bigint {
    return capabilities.fields.get(name)?.seen ?? -1n;
  }

  function observed({ index, testCase, prediction }: Asked, observation: Observation): boolean {
    for (const rule of prediction.exercised) exercised.add(rule);
    const verdict = compare(testCase, prediction, observation);
    if (verdict.status === "pass" || !hasOtherEnd(verdict)) {
      for (const rule of prediction.exercised) {
        if (!judgedRules.has(rule) && sees(rule, prediction, observation)) judgedRules.add(rule);
      }
    }
    if (verdict.status === "fail") {
      const all = breaksOf(verdict);
      const breaks = all.filter(({ rule }) => only(rule));
      if (breaks.length === 0) return unwanted(all);
      score.fail++;
      for (const found of breaks) {
        findings.add(found, index, () => ({
          testCase,
          prediction,
          observation: judged(testCase, observation),
          differences: found.differences,
        }));
      }
      return breaks.some(({ rule }) => !isInformation(RULES, rule));
    }
    score.maskedBits += verdict.maskedBits;
    score.pass++;
    const choices = verdict.choices.filter(({ variant }) => only(variant));
    if (choices.length === 0) return false;
    return variants.note(choices, index, (choice) =>
      inconsistentExample(choice, capabilities, testCase, prediction, judged(testCase, observation)),
    );
  }

  return {
    get findings(): number {
      return findings.size;
    },
    exercised,
    judged: judgedRules,
    skipReasons,
    get variants(): ReadonlyMap<RuleId, ReadonlySet<string>> {
      return variants.shown;
    },
    totals: (seconds) => {
      // Which alternative is the exception is known only when many cases have shown theirs.
      const exceptional = variants.exceptional();
      const cases = score.pass + score.fail + score.skip + score.error;
      return { cases, ...score, pass: score.pass - exceptional, fail: score.fail + exceptional, seconds };
    },
    count: (drawn, answer) => {
      if ("error" in drawn) return failedToDraw(drawn.index, drawn.error);
      if (drawn.skip !== undefined) return skip(drawn.skip);
      if (answer === undefined) throw new Error(`case ${drawn.index} has no answer`);
      if ("unsupported" in answer) return skip(answer.unsupported);
      if ("breaks" in answer) return broke(drawn, answer);
      if ("lost" in answer) {
        score.error++;
        return false;
      }
      return observed(drawn, answer);
    },
    results: (source) => {
      for (const { choice, firstIndex, example, cases } of variants.exceptions()) {
        findings.add(inconsistency(choice), firstIndex, example, cases);
      }
      return findings.results((example: Example) => source.distance(example.testCase));
    },
  };
}

function hasOtherEnd({ broken }: Extract<Comparison, { status: "fail" }>): boolean {
  return [...broken.values()].some((differences) => differences.some(({ field }) => field === "end"));
}

/** A case that breaks the processor, told apart by the rule that decides the predicted end. */
export function breakOf({ breaks }: Pick<Breakage, "breaks">, endRule: RuleId): Break {
  return {
    rule: breaks === "hangs" ? HANGS : CRASHES,
    orderRules: [endRule],
    parts: [endRule],
    differences: [],
  };
}
