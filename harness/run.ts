/**
 * Runs cases on one processor. While the processor works on one batch, the next is drawn and the
 * one before is compared, so that neither side waits for the other. Cases are judged in the order
 * of their index: neither batch sizes nor timing change what a run says of them.
 */
import type { RuleId } from "../spec/generated/rule-id.ts";
import type { Prediction, TestCase } from "../spec/model.ts";
import type { Adapter } from "./adapter.ts";
import { asker, RUN_LIMITS, type Answer, type BreakLimits } from "./ask.ts";
import type { CaseSource } from "./case-source.ts";
import { draw, type Batch, type Drawn } from "./draw.ts";
import type { Finding, ProcessorIdentity, Totals } from "./finding.ts";
import type { Trouble } from "./report/reporter.ts";
import { tally } from "./tally.ts";

/** When a run ends by itself: after so many cases, or seconds, or whichever comes first. */
export type RunLimit =
  | { readonly cases: number; readonly seconds?: number }
  | { readonly cases?: number; readonly seconds: number };

/** What to run, and who hears of it. */
export interface RunOptions {
  readonly adapter: Adapter;
  readonly source: CaseSource;
  readonly predict: (testCase: TestCase) => Prediction;
  readonly limit: RunLimit;
  /** Index of the first case; 0 unless told. */
  readonly from?: number;
  /** Ends the run at the first case that breaks a rule of confidence H or M. */
  readonly failFast?: boolean;
  /** Runs only cases in which one of these rules decides something, and judges them by these rules alone. */
  readonly only?: (rule: RuleId) => boolean;
  /** Ends the run at once, with what is known by then. */
  readonly signal?: AbortSignal;
  readonly breakLimits?: BreakLimits;
  readonly onProgress?: (totals: Totals, findings: number) => void;
  readonly onTrouble?: (trouble: Trouble) => void;
}

/** Milliseconds by stage; `waiting` is the time in which only the processor worked. */
export interface StageTimes {
  readonly generate: number;
  readonly predict: number;
  readonly compare: number;
  readonly waiting: number;
}

/** What a run on one processor says. */
export interface RunResult {
  readonly processor: ProcessorIdentity;
  readonly totals: Totals;
  /** With the first example of each; shrinkFindings makes them small. */
  readonly findings: readonly Finding[];
  readonly exercised: ReadonlySet<RuleId>;
  /** Rules that the processor has an opinion on. */
  readonly judged: ReadonlySet<RuleId>;
  readonly skipReasons: ReadonlyMap<string, number>;
  /** The alternatives shown at each variant point. */
  readonly variants: ReadonlyMap<RuleId, ReadonlySet<string>>;
  readonly troubles: readonly Trouble[];
  readonly interrupted: boolean;
  /** The processor broke too often or did not start: cases are missing. */
  readonly gaveUp: boolean;
  readonly times: StageTimes;
}

/** The first batch is small, so that a run shows something at once. */
const FIRST_BATCH = 32;
const GROWTH = 4;

/** Which processor an adapter drives. */
export function identityOf({ name, version, model, profile }: Adapter): ProcessorIdentity {
  return { name, version, model, vendor: profile.vendor };
}

/** Runs cases until a limit is reached, the signal comes or the processor is given up. */
export async function runProcessor(options: RunOptions): Promise<RunResult> {
  const { adapter, source, predict, limit, only, signal } = options;
  const started = performance.now();
  const seconds = (): number => (performance.now() - started) / 1000;
  const troubles: Trouble[] = [];
  const onTrouble = (trouble: Trouble): void => {
    troubles.push(trouble);
    options.onTrouble?.(trouble);
  };
  const score = tally(identityOf(adapter), adapter.capabilities, onTrouble, only);
  const processor = asker({
    adapter,
    onTrouble,
    limits: options.breakLimits ?? RUN_LIMITS,
    ...(signal && { signal }),
  });
  const times = { generate: 0, predict: 0, compare: 0, waiting: 0 };
  const drawOptions = { source, predict, noOpinion: adapter.capabilities.noOpinion, ...(only && { only }) };

  const from = options.from ?? 0;
  const end = from + (limit.cases ?? Number.MAX_SAFE_INTEGER - from);
  const deadline = limit.seconds ?? Number.POSITIVE_INFINITY;
  const aborted = (): boolean => signal?.aborted === true;
  const over = (): boolean => aborted() || seconds() >= deadline;
  const sizes = batchSizes(adapter.capabilities.batch, () => deadline - seconds());
  const next = (index: number, rate: number | undefined): Promise<Batch> =>
    draw(drawOptions, { from: index, end, size: sizes.next(rate), stop: over }, times);

  /** Judges a batch; returns whether the run is to end. */
  const judge = ({ drawn, answers }: Judgeable): boolean => {
    const start = performance.now();
    const stop = judgeBatch(
      drawn,
      answers,
      (each, answer) => score.count(each, answer) && options.failFast === true,
    );
    times.compare += performance.now() - start;
    options.onProgress?.(score.totals(seconds()), score.findings);
    return stop;
  };

  let answered: Judgeable | undefined;
  let batch = await next(from, undefined);
  let stopped = false;
  let rate: number | undefined;
  while (batch.drawn.length > 0 && !stopped && !aborted()) {
    const { drawn } = batch;
    const sent = performance.now();
    const running = ask(processor, drawn);
    if (answered !== undefined) stopped = judge(answered);
    answered = undefined;
    const following: Batch = stopped ? { drawn: [], next: batch.next } : await next(batch.next, rate);
    const waited = performance.now();
    const answers = await running;
    times.waiting += performance.now() - waited;
    rate = drawn.length / ((performance.now() - sent) / 1000);
    if (!stopped) answered = { drawn, answers };
    batch = processor.gaveUp ? { drawn: [], next: following.next } : following;
  }
  if (answered !== undefined) judge(answered);

  return {
    processor: identityOf(adapter),
    totals: score.totals(seconds()),
    findings: score.results(source),
    exercised: score.exercised,
    judged: score.judged,
    skipReasons: score.skipReasons,
    variants: score.variants,
    troubles,
    interrupted: aborted(),
    gaveUp: processor.gaveUp,
    times,
  };
}

interface Judgeable {
  readonly drawn: readonly Drawn[];
  readonly answers: readonly Answer[];
}

/** Asks the processor about those cases of a batch that can be asked. */
function ask(processor: ReturnType<typeof asker>, drawn: readonly Drawn[]): Promise<readonly Answer[]> {
  const asked = drawn.filter(isAsked);
  if (asked.length === 0) return Promise.resolve([]);
  return processor.ask(
    asked.map(({ testCase }) => testCase),
    (position) => `case ${asked[position]?.index ?? "?"}`,
  );
}

function isAsked(drawn: Drawn): drawn is Extract<Drawn, { testCase: unknown }> {
  return !("error" in drawn) && drawn.skip === undefined;
}

/** Hands each case to `count` with its answer, until `count` says stop or a case has none. */
function judgeBatch(
  drawn: readonly Drawn[],
  answers: readonly Answer[],
  count: (drawn: Drawn, answer?: Answer) => boolean,
): boolean {
  let position = 0;
  for (const each of drawn) {
    if (!isAsked(each)) {
      if (count(each)) return true;
      continue;
    }
    const answer = answers[position++];
    // The processor was given up or the run interrupted here; what comes after was not run.
    if (answer === undefined) return true;
    if (count(each, answer)) return true;
  }
  return false;
}

/** How many cases to draw next: growing to the processor's best, and no more than the time allows. */
function batchSizes(best: number, secondsLeft: () => number): { next(rate: number | undefined): number } {
  let size = FIRST_BATCH / GROWTH;
  return {
    next: (rate) => {
      size = Math.min(best, size * GROWTH);
      const left = secondsLeft();
      const possible =
        rate === undefined || left === Number.POSITIVE_INFINITY ? size : Math.floor(rate * left);
      return Math.max(1, Math.min(size, possible));
    },
  };
}
