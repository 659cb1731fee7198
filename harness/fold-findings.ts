/**
 * Folds findings that are another one in disguise. A case may fit a rule about something that does
 * not happen by chance: a processor that faults for a reason of its own seems to make the check that
 * the rule rules out. Then a simpler neighbour of the smallest example still fails, as the other
 * finding.
 */
import { RULES } from "../spec/generated/rules.ts";
import type { Observation, Prediction, TestCase } from "../spec/model.ts";
import type { Adapter } from "./adapter.ts";
import type { CaseSource } from "./case-source.ts";
import { comparator } from "./compare.ts";
import { sameEnd } from "./ends.ts";
import { AdapterError } from "./errors.ts";
import type { Finding } from "./finding.ts";
import { breaksOf, findingKey } from "./findings.ts";
import { judgedEnd } from "./landing.ts";
import { INCONSISTENT_VARIANT } from "./own-rules.ts";

/** The simplest neighbours come first; beyond these they are as far from boring as the example. */
const NEIGHBOURS = 64;

/**
 * The findings without those that another one explains, whose cases count under that one. Where the
 * processor breaks on a neighbour, the finding stays as it is.
 */
export async function foldFindings(options: {
  readonly adapter: Adapter;
  readonly source: CaseSource;
  readonly predict: (testCase: TestCase) => Prediction;
  /** With their smallest examples. */
  readonly findings: readonly Finding[];
}): Promise<readonly Finding[]> {
  const { findings } = options;
  const folded = new Map<string, number>();
  const kept: Finding[] = [];
  for (const finding of findings) {
    // Of two guesses the one that more cases fit explains the other.
    const others = findings.filter((other) => !isGuess(other) || other.cases > finding.cases);
    const other = isGuess(finding) ? await explanationOf(options, finding, others) : undefined;
    if (other === undefined) kept.push(finding);
    else folded.set(other.key, (folded.get(other.key) ?? 0) + finding.cases);
  }
  return kept.map((finding) => ({ ...finding, cases: finding.cases + (folded.get(finding.key) ?? 0) }));
}

/** Whether the rule was blamed for what it looks like, and not for a field or an end that it signed. */
function isGuess({ rule }: Finding): boolean {
  return rule === INCONSISTENT_VARIANT || RULES.get(rule)?.kind === "absence";
}

/** The finding, no farther from the boring machine, that a simpler neighbour of the example shows. */
async function explanationOf(
  {
    adapter,
    source,
    predict,
  }: { adapter: Adapter; source: CaseSource; predict: (testCase: TestCase) => Prediction },
  finding: Finding,
  others: readonly Finding[],
): Promise<Finding | undefined> {
  const known = finding.rule === INCONSISTENT_VARIANT ? knownFault(finding, others) : undefined;
  if (known !== undefined) return known;
  const compare = comparator(adapter.capabilities);
  const { testCase: example, observation } = finding.example;
  // What the example breaks besides is no disguise: its neighbours break it, too.
  const broken = observation === undefined ? [] : breaksOf(compare(example, predict(example), observation));
  const besides = broken.some(({ rule }) => rule === finding.rule)
    ? new Set(broken.map(({ rule }) => rule))
    : new Set();
  const nearer = new Map(
    others
      .filter(({ distance, rule }) => distance <= finding.distance && !besides.has(rule))
      .map((other) => [other.key, other]),
  );
  if (nearer.size === 0) return undefined;
  const neighbours = [...take(source.shrink(example), NEIGHBOURS)];
  const answers = await adapter.run(neighbours).catch(answersBefore);
  for (const [position, testCase] of neighbours.entries()) {
    const answer = answers[position];
    // Another end is another matter, however close the case.
    if (answer === undefined || "unsupported" in answer || !endsAlike(finding, testCase, answer)) continue;
    const breaks = breaksOf(compare(testCase, predict(testCase), answer));
    const keys = breaks.map((each) => findingKey(finding.processor, each));
    const found = keys.map((key) => nearer.get(key)).find((each) => each !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The finding that the processor faults just so where the instruction should complete: what looks like
 * an alternative of a variant is then that fault.
 */
function knownFault({ orderRules, example }: Finding, others: readonly Finding[]): Finding | undefined {
  const [family] = orderRules[0]?.split(".") ?? [];
  const end = example.observation?.end;
  return others.find(
    ({ rule, example: { observation } }) =>
      rule === `${family}.completes` &&
      end !== undefined &&
      observation !== undefined &&
      sameEnd(observation.end, end),
  );
}

function endsAlike({ example }: Finding, testCase: TestCase, answer: Observation): boolean {
  return example.observation !== undefined && sameEnd(example.observation.end, judgedEnd(testCase, answer));
}

/** What the processor answered before it broke; the next `run` starts it anew. */
function answersBefore(error: unknown): AdapterError["answers"] {
  if (error instanceof AdapterError) return error.answers;
  throw error;
}

function* take<T>(values: Iterable<T>, count: number): Generator<T> {
  let taken = 0;
  for (const value of values) {
    if (taken++ >= count) return;
    yield value;
  }
}
