/**
 * Which rules a failing case breaks. Under the predicted end each differing field blames the rule
 * that signed the differing bits; under another end only the rule that decided the end is to blame.
 * A rule about something that does not happen signs no field: it is broken when the processor does
 * just that, which explains more than the differences alone.
 */
import { predict } from "../oracles/index.ts";
import type { RuleId } from "../spec/generated/rule-id.ts";
import { RULES } from "../spec/generated/rules.ts";
import type { CpuState, End, Outcome, Prediction, TestCase } from "../spec/model.ts";
import { countBits } from "./count-bits.ts";
import { endsAs, sameEnd, stays, strays } from "./ends.ts";
import type { Difference, EndDifference, Verdict } from "./verdict.ts";

/** A failing case, and how to compare it with one outcome. */
export interface Failure {
  readonly testCase: TestCase;
  readonly prediction: Prediction;
  /** The end as judged. */
  readonly end: End;
  readonly after: CpuState;
  readonly differencesFrom: (outcome: Outcome) => readonly Difference[];
}

/** What happened, told as one outcome and what differs from it. */
interface Explanation {
  readonly outcome: Outcome;
  /** Rules that the outcome itself breaks: none for what the manual allows. */
  readonly broken: readonly RuleId[];
  /** Worked out when asked for: a case with another end differs in nearly every field. */
  readonly differences: () => readonly Difference[];
  /** The case ended as the outcome says. */
  readonly ended: boolean;
  /** How far the outcome is from what happened; the end counts more than any number of fields. */
  readonly rank: number;
}

/** More than all the bits of a state. */
const ONE_FIELD = 10_000;
const OTHER_END = 1000 * ONE_FIELD;
const DB = 1;
/** With these another instruction is read, or other memory, and the processor may lack one of the checks as well. */
const MISREADS: readonly RuleId[] = [
  "decode.dead_rex_ignored",
  "memory.bases_ignored",
  "loadfar.rex_w_ignored",
  "loadfar.rex_w_obeyed",
  "return.stack_64bit_for_every_size",
  "iret.same_level_pops_stack",
];
/** What happens between an instruction and the next, so that the instruction itself may hold another misbelief. */
const AFTERWARDS: RuleId = "retire.eip_not_cut_to_16_bits";

/** The broken rules of a failing case, each with its differences. */
export function blame(failure: Failure): Extract<Verdict, { status: "fail" }> {
  const { testCase, prediction } = failure;
  const allowed = prediction.outcomes.map((outcome) => explain(failure, outcome, []));
  const best = allowed.reduce((one, other) => (other.rank < one.rank ? other : one));
  const misbelief = misbeliefOf(failure, best);
  if (misbelief === undefined) {
    return failed(best, byRule(blamed(failure, best)), best.ended ? [] : best.outcome.orderRules);
  }
  const [rule, check] = misbelief.broken as readonly [RuleId, RuleId?];
  const broken = new Map<RuleId, readonly Difference[]>([
    [rule, blamed(failure, best).map((each) => ({ ...each, rule }))],
  ]);
  if (check !== undefined) {
    const [misread] = predict(testCase, [rule]).outcomes;
    const differences =
      rule === AFTERWARDS
        ? failure.differencesFrom(misread).map((each) => ({ ...each, rule: check }))
        : [endDifference(failure, misread, check)];
    broken.set(check, differences);
  }
  for (const [each, differences] of byRule(misbelief.differences())) broken.set(each, differences);
  return failed(best, broken, []);
}

function failed(
  best: Explanation,
  broken: ReadonlyMap<RuleId, readonly Difference[]>,
  orderRules: readonly RuleId[],
): Extract<Verdict, { status: "fail" }> {
  return {
    status: "fail",
    broken,
    get detail(): readonly Difference[] {
      return best.ended ? [] : best.differences();
    },
    orderRules,
  };
}

function explain(failure: Failure, outcome: Outcome, broken: readonly RuleId[]): Explanation {
  const ended = endsAs(outcome, failure.end, failure.testCase.before, failure.after);
  let known: readonly Difference[] | undefined;
  const differences = (): readonly Difference[] => (known ??= failure.differencesFrom(outcome));
  // How far outcomes with another end are matters only where there is a choice between them.
  const isOnly = broken.length === 0 && failure.prediction.outcomes.length === 1;
  const rank = ended ? farness(differences()) : OTHER_END + (isOnly ? 0 : farness(differences()));
  return { outcome, broken, differences, ended, rank };
}

/** Fields count first, then bits. */
function farness(differences: readonly Difference[]): number {
  const fields = new Set(differences.map((difference) => difference.field)).size;
  let bits = 0;
  for (const difference of differences) {
    if (difference.field === "end" || difference.field === "memory") continue;
    bits += countBits(difference.predicted ^ difference.observed);
  }
  return fields * ONE_FIELD + bits;
}

/** The explanations by a processor without the rules `broken`, as far as they end as the case did. */
function explainBroken(failure: Failure, ...broken: readonly RuleId[]): readonly Explanation[] {
  const { testCase, end, after } = failure;
  return predict(testCase, broken)
    .outcomes.filter((outcome) => endsAs(outcome, end, testCase.before, after))
    .map((outcome) => explain(failure, outcome, broken));
}

/**
 * The misbelief that explains the case better than everything simpler: than the allowed outcomes,
 * and than leaving out the rule that decided the end. Undefined when there is none.
 */
function misbeliefOf(failure: Failure, best: Explanation): Explanation | undefined {
  const misbeliefs = [...failure.prediction.exercised].filter((rule) => mayEndSo(rule, failure.end));
  if (misbeliefs.length === 0) return undefined;
  const simpler = best.ended ? [] : explainBroken(failure, best.outcome.endRule);
  const single = misbeliefs.flatMap((rule) => explainBroken(failure, rule));
  const known = Math.min(best.rank, ...simpler.map(({ rank }) => rank));
  const closest = closestBelow(single, known);
  const double = MISREADS.filter((rule) => misbeliefs.includes(rule)).flatMap((misread) =>
    [
      ...predict(failure.testCase, [misread]).outcomes.map(({ endRule }) => endRule),
      ...misbeliefs.filter((rule) => rule !== misread),
    ].flatMap((rule) => explainBroken(failure, misread, rule)),
  );
  if (misbeliefs.includes(AFTERWARDS)) {
    double.push(...misbeliefs.flatMap((rule) => explainBroken(failure, AFTERWARDS, rule)));
  }
  return closestBelow(double, closest?.rank ?? known) ?? closest;
}

/** Whether a processor that does what `rule` says does not happen could end a case like that. */
function mayEndSo(rule: RuleId, end: End): boolean {
  const mutantEnd = RULES.get(rule)?.mutantEnd;
  if (mutantEnd === undefined || mutantEnd === "completes") return mutantEnd !== undefined;
  return end.kind === "exception" && (end.vector === DB) === (mutantEnd === "trap");
}

/** Of equals the last: what is said last in an operation is nearest to its effect. */
function closestBelow(explanations: readonly Explanation[], limit: number): Explanation | undefined {
  return explanations
    .filter(({ rank }) => rank < limit)
    .reduce<Explanation | undefined>(
      (one, other) => (one === undefined || other.rank <= one.rank ? other : one),
      undefined,
    );
}

/** Under another end the end alone is to blame, whatever else differs. */
function blamed(failure: Failure, { outcome, differences, ended }: Explanation): readonly Difference[] {
  if (ended) return differences();
  const fell = stays(outcome, failure.end, failure.testCase.before, failure.after);
  return [endDifference(failure, outcome, fell ? completionOf(outcome) : outcome.endRule)];
}

function endDifference({ testCase, end, after }: Failure, outcome: Outcome, rule: RuleId): EndDifference {
  const moved = sameEnd(outcome.end, end) && strays(outcome, testCase.before, after);
  return { rule, field: "end", predicted: outcome.end, observed: end, ...(moved && { moved }) };
}

/** The rule that nothing but its own checks makes the instruction fault. */
function completionOf({ unchanged }: Outcome): RuleId {
  return unchanged.replace(".unchanged", ".completes") as RuleId;
}

function byRule(differences: readonly Difference[]): ReadonlyMap<RuleId, readonly Difference[]> {
  const found = new Map<RuleId, Difference[]>();
  for (const difference of differences) {
    const others = found.get(difference.rule);
    if (others === undefined) found.set(difference.rule, [difference]);
    else others.push(difference);
  }
  return found;
}
