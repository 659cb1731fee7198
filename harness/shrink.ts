/**
 * Makes the example of each finding small. In each round every finding puts forward a few simpler
 * cases, one batch carries those of all findings, and for each finding the first in order that
 * still breaks the same key wins. How many a finding puts forward depends on that finding alone,
 * so batch sizes and other findings do not change the result.
 */
import type { Observation, Prediction, TestCase } from "../spec/model.ts";
import type { Adapter } from "./adapter.ts";
import { asker, attempt, breakage, type Answer, type Asker } from "./ask.ts";
import type { CaseSource } from "./case-source.ts";
import { comparator, type Compare } from "./compare.ts";
import type { Example, Finding } from "./finding.ts";
import { breaksOf, findingKey, type Break } from "./findings.ts";
import { judged } from "./landing.ts";
import { CRASHES, HANGS, INCONSISTENT_VARIANT } from "./own-rules.ts";
import type { Trouble } from "./report/reporter.ts";
import { breakOf } from "./tally.ts";
import { inconsistency } from "./variants.ts";

/** What shrinking one finding may cost. */
export interface ShrinkBudget {
  /** Cases tried per finding. */
  readonly cases: number;
  /** Times that a finding puts cases forward. */
  readonly rounds: number;
  /** For a case that breaks the processor: how often it may break again. Each costs a time limit and a start. */
  readonly breaks: number;
}

/** The budget of a run. */
export const SHRINK_BUDGET: ShrinkBudget = { cases: 2000, rounds: 20, breaks: 20 };

/** What to shrink, and with what. */
export interface ShrinkOptions {
  readonly adapter: Adapter;
  readonly source: CaseSource;
  readonly predict: (testCase: TestCase) => Prediction;
  readonly findings: readonly Finding[];
  readonly budget?: ShrinkBudget;
  /** Hears of a processor that breaks too often for its examples to be made small. */
  readonly onTrouble?: (trouble: Trouble) => void;
  /** Ends shrinking at once; each finding keeps the smallest example found by then. */
  readonly signal?: AbortSignal;
}

/** The first candidates of a case simplify most, so few of them are tried at first. */
const FIRST_WINDOW = 16;
const LAST_WINDOW = 256;

/** The findings in the same order, each with the smallest example found within the budget. */
export async function shrinkFindings(options: ShrinkOptions): Promise<readonly Finding[]> {
  const { adapter, findings, signal } = options;
  // A candidate that breaks the processor is another finding's matter; too many end the shrinking.
  const processor = asker({
    adapter,
    onTrouble: () => {},
    limits: { unreproduced: 5, hangs: 10, crashes: 200 },
    ...(signal && { signal }),
  });
  const searches = findings
    .filter((finding) => !isBreakage(finding))
    .map((finding) => search(options, finding));
  await shrinkTogether(options, processor, searches);
  const shrunk = new Map<Finding, Finding>();
  for (const each of searches) shrunk.set(each.finding, await verified(options, processor, each));
  for (const finding of findings.filter(isBreakage))
    shrunk.set(finding, await shrinkBreakage(options, finding));
  return findings.map((finding) => shrunk.get(finding) ?? finding);
}

/** One finding being shrunk. */
interface Search {
  readonly finding: Finding;
  best: Example;
  candidates: Iterator<TestCase>;
  window: number;
  rounds: number;
  cases: number;
}

interface Candidate {
  readonly testCase: TestCase;
  readonly prediction: Prediction;
}

function isBreakage({ rule }: Finding): boolean {
  return rule === HANGS || rule === CRASHES;
}

function search({ source }: ShrinkOptions, finding: Finding): Search {
  const { example } = finding;
  return {
    finding,
    best: example,
    candidates: source.shrink(example.testCase)[Symbol.iterator](),
    window: FIRST_WINDOW,
    rounds: 0,
    cases: 0,
  };
}

/** Shrinks all searches, one batch of candidates of all of them at a time. */
async function shrinkTogether(
  options: ShrinkOptions,
  processor: Asker,
  searches: readonly Search[],
): Promise<void> {
  const { adapter, source, budget = SHRINK_BUDGET } = options;
  const compare = comparator(adapter.capabilities);
  let active = searches;
  while (active.length > 0) {
    const turns = active.map((each) => ({ each, put: putForward(options, each, budget) }));
    const asked = turns.flatMap(({ put }) => put);
    const answers = await askAll(processor, adapter, asked);
    if (answers.length < asked.length) {
      if (options.signal?.aborted !== true) options.onTrouble?.(tooFragile(adapter));
      return;
    }
    let position = 0;
    for (const { each, put } of turns) {
      const example = firstBreaking(
        compare,
        each.finding,
        put,
        answers.slice(position, position + put.length),
      );
      position += put.length;
      each.rounds++;
      if (example === undefined) {
        each.window = Math.min(LAST_WINDOW, each.window * 2);
      } else {
        each.best = example;
        each.candidates = source.shrink(example.testCase)[Symbol.iterator]();
        each.window = FIRST_WINDOW;
      }
    }
    active = turns
      .filter(({ each, put }) => put.length > 0 && each.rounds < budget.rounds && each.cases < budget.cases)
      .map(({ each }) => each);
  }
}

function tooFragile({ name }: Adapter): Trouble {
  return {
    processor: name,
    kind: "error",
    message: "its examples are not as small as they could be: it broke too often while they were made small",
  };
}

/** The next candidates of a search; none when it has no more. Cases without a prediction are left out. */
function putForward({ predict }: ShrinkOptions, each: Search, budget: ShrinkBudget): readonly Candidate[] {
  const put: Candidate[] = [];
  while (put.length < each.window && each.cases < budget.cases) {
    const next = each.candidates.next();
    if (next.done === true) break;
    each.cases++;
    const prediction = predictOrNot(predict, next.value);
    if (prediction !== undefined) put.push({ testCase: next.value, prediction });
  }
  return put;
}

function predictOrNot(predict: ShrinkOptions["predict"], testCase: TestCase): Prediction | undefined {
  try {
    return predict(testCase);
  } catch {
    // Such a case shows a gap of the suite, not the finding; runs report these.
    return undefined;
  }
}

/** Fewer answers than candidates when the processor is given up. */
async function askAll(
  processor: Asker,
  { capabilities }: Adapter,
  candidates: readonly Candidate[],
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  while (answers.length < candidates.length) {
    const some = candidates.slice(answers.length, answers.length + capabilities.batch);
    const more = await processor.ask(
      some.map(({ testCase }) => testCase),
      () => "a case tried in shrinking",
    );
    answers.push(...more);
    if (more.length < some.length) break;
  }
  return answers;
}

function firstBreaking(
  compare: Compare,
  finding: Finding,
  candidates: readonly Candidate[],
  answers: readonly Answer[],
): Example | undefined {
  for (const [position, candidate] of candidates.entries()) {
    const answer = answers[position];
    const example = answer === undefined ? undefined : breaking(compare, finding, candidate, answer);
    if (example !== undefined) return example;
  }
  return undefined;
}

/** The case as an example of `finding`, or undefined when it does not break the same key. */
function breaking(
  compare: Compare,
  { key, processor, rule }: Finding,
  { testCase, prediction }: Candidate,
  answer: Answer,
): Example | undefined {
  if (!isObservation(answer)) return undefined;
  const verdict = compare(testCase, prediction, answer);
  const breaks: readonly Break[] =
    rule === INCONSISTENT_VARIANT && verdict.status === "pass"
      ? verdict.choices.map(inconsistency)
      : breaksOf(verdict);
  const found = breaks.find((each) => findingKey(processor, each) === key);
  if (found === undefined) return undefined;
  return { testCase, prediction, observation: judged(testCase, answer), differences: found.differences };
}

function isObservation(answer: Answer): answer is Observation {
  return !("unsupported" in answer || "breaks" in answer || "lost" in answer);
}

/** The shrunk finding, once its example has broken the same key alone, as a replay will run it. */
async function verified(
  options: ShrinkOptions,
  processor: Asker,
  { finding, best }: Search,
): Promise<Finding> {
  const compare = comparator(options.adapter.capabilities);
  const aloneIs = async (example: Example): Promise<boolean | undefined> => {
    const [answer] = await processor.ask([example.testCase], () => "the example of a finding");
    return answer === undefined ? undefined : breaking(compare, finding, example, answer) !== undefined;
  };
  const small = await aloneIs(best);
  if (small !== false) return withExample(options.source, finding, best);
  if (best === finding.example) return { ...finding, reproduced: false };
  return (await aloneIs(finding.example)) === false ? { ...finding, reproduced: false } : finding;
}

function withExample(source: CaseSource, finding: Finding, example: Example): Finding {
  const { distance, groups } = source.distance(example.testCase);
  return { ...finding, example, distance, differsIn: groups };
}

/** Shrinks a case that breaks the processor. Every candidate that wins has done so alone. */
async function shrinkBreakage(options: ShrinkOptions, finding: Finding): Promise<Finding> {
  const { adapter, source, signal, budget = SHRINK_BUDGET } = options;
  const each = search(options, finding);
  let breaks = 0;
  while (each.cases < budget.cases && each.rounds < budget.rounds && breaks < budget.breaks) {
    if (signal?.aborted === true) break;
    const put = putForward(options, each, budget);
    if (put.length === 0) break;
    each.rounds++;
    each.window = Math.min(LAST_WINDOW, each.window * 2);
    // Only cases with the same predicted end can have the same key.
    const alike = put.filter(({ prediction }) => keyOf(finding, prediction) === finding.key);
    for (let position = 0; position < alike.length && breaks < budget.breaks;) {
      const some = alike
        .slice(position, position + adapter.capabilities.batch)
        .map(({ testCase }) => testCase);
      const { answers, error } = await attempt(adapter, some);
      if (error === undefined) {
        position += answers.length;
        continue;
      }
      position += answers.length;
      const suspect = alike[position++];
      breaks++;
      if (suspect === undefined || error.code === "start-failed")
        return withExample(source, finding, each.best);
      if (!(await breaksAlone(adapter, suspect, finding))) continue;
      breaks++;
      const { testCase, prediction } = suspect;
      each.best = { testCase, prediction, differences: [] };
      each.candidates = source.shrink(testCase)[Symbol.iterator]();
      each.window = FIRST_WINDOW;
      break;
    }
  }
  return withExample(source, finding, each.best);
}

/** The key of the finding if the case, with another prediction, broke the processor the same way. */
function keyOf({ processor, rule }: Finding, { outcomes }: Prediction): string {
  return findingKey(
    processor,
    breakOf({ breaks: rule === HANGS ? "hangs" : "crashes" }, outcomes[0].endRule),
  );
}

async function breaksAlone(adapter: Adapter, { testCase }: Candidate, { rule }: Finding): Promise<boolean> {
  const { error } = await attempt(adapter, [testCase]);
  return error !== undefined && breakage(error) === (rule === HANGS ? "hangs" : "crashes");
}
