/**
 * Gets answers out of a processor that may hang, die or answer nonsense. The case that was next
 * when it broke is run again alone; what happens then decides whether the case or the adapter is
 * to blame. The cases after it go on with the restarted processor.
 */
import type { Observation, TestCase, Unsupported } from "../spec/model.ts";
import type { Adapter } from "./adapter.ts";
import { AdapterError } from "./errors.ts";
import { formatEnd } from "./report/notation.ts";
import type { Trouble } from "./report/reporter.ts";

/** A case on which the processor breaks every time. */
export interface Breakage {
  readonly breaks: "hangs" | "crashes";
  readonly message: string;
}

/** A case that has no answer because the adapter failed it. */
export interface Lost {
  readonly lost: string;
}

/** What became of one case. */
export type Answer = Observation | Unsupported | Breakage | Lost;

/** How often a processor may break before the rest of the run is given up. */
export interface BreakLimits {
  /** Failures that did not happen again. */
  readonly unreproduced: number;
  /** Cases that hang it every time; each costs up to two time limits and two starts. */
  readonly hangs: number;
  /** Cases that crash it every time. They cost little, so they must also be more than one in CRASH_SHARE. */
  readonly crashes: number;
}

/** A processor that crashes less often than on one case in this many is worth asking on. */
const CRASH_SHARE = 20;

/** The limits of a run. */
export const RUN_LIMITS: BreakLimits = { unreproduced: 5, hangs: 20, crashes: 20 };

/** One processor being asked. */
export interface Asker {
  /** Set once the processor is given up; nothing is asked after that. */
  readonly gaveUp: boolean;
  /**
   * Answers in the order of `cases`: one for each, or fewer once the processor is given up
   * or the signal came.
   * `label` names a case in messages.
   */
  ask(cases: readonly TestCase[], label: (position: number) => string): Promise<readonly Answer[]>;
}

/** How a processor is asked. */
export interface AskOptions {
  readonly adapter: Adapter;
  /** Hears of every failure that is no finding. */
  readonly onTrouble: (trouble: Trouble) => void;
  readonly limits?: BreakLimits;
  /** After it comes nothing is asked any more: a processor that was stopped must not start again. */
  readonly signal?: AbortSignal;
}

/** Asks the processor behind `adapter`. */
export function asker(options: AskOptions): Asker {
  const { adapter, onTrouble, limits = RUN_LIMITS, signal } = options;
  const over = (): boolean => gaveUp || signal?.aborted === true;
  let unreproduced = 0;
  let hangs = 0;
  let crashes = 0;
  let answered = 0;
  let gaveUp = false;

  const attemptUnlessOver = async (cases: readonly TestCase[]): Promise<Attempt> =>
    (await unlessAborted(attempt(adapter, cases), signal)) ?? { answers: [] };

  const tell = (error: AdapterError, message: string): void => {
    // A processor that is being stopped breaks by intent.
    if (signal?.aborted === true) return;
    const { code, hint } = error;
    onTrouble({ processor: adapter.name, kind: "error", code, message, ...(hint !== "" && { hint }) });
  };
  const giveUp = (error: AdapterError, message: string): void => {
    gaveUp = true;
    tell(error, message);
  };

  /** What to say of the case that was next when the processor broke; undefined when given up. */
  async function again(suspect: TestCase, first: AdapterError, name: string): Promise<Answer | undefined> {
    const alone = await attemptUnlessOver([suspect]);
    if (over()) return undefined;
    const second = alone.error;
    const breaks = second === undefined ? undefined : breakage(second);
    if (second !== undefined && breaks !== undefined) {
      if (breaks === "hangs") hangs++;
      else crashes++;
      const crashLimit = Math.max(limits.crashes, answered / CRASH_SHARE);
      if (hangs >= limits.hangs || crashes >= crashLimit) {
        const count = hangs + crashes;
        giveUp(second, `gave up after ${count} cases that broke the processor; the last: ${second.message}`);
      }
      return { breaks, message: second.message };
    }
    if (second?.code === "start-failed") {
      giveUp(second, `could not be started again after ${name}: ${second.message}`);
      return undefined;
    }
    unreproduced++;
    const [answer] = alone.answers;
    const gave = second?.message === first.message ? "the same" : second?.message;
    const then = second === undefined ? `alone it ${describe(answer)}` : `alone it gave: ${gave}`;
    const message = `${name} broke a batch: ${first.message}; ${then}`;
    if (unreproduced < limits.unreproduced) tell(second ?? first, message);
    else giveUp(second ?? first, `${message}; gave up after ${unreproduced} such failures`);
    return { lost: message };
  }

  return {
    get gaveUp(): boolean {
      return gaveUp;
    },
    ask: async (cases, label) => {
      const answers: Answer[] = [];
      while (answers.length < cases.length && !over()) {
        const { answers: some, error } = await attemptUnlessOver(cases.slice(answers.length));
        answers.push(...some);
        answered += some.length;
        if (error === undefined || over()) continue;
        const suspect = cases[answers.length];
        if (error.code === "start-failed") {
          giveUp(error, error.message);
        } else if (suspect !== undefined) {
          const answer = await again(suspect, error, label(answers.length));
          if (answer !== undefined) answers.push(answer);
        } else {
          unreproduced++;
          tell(error, `broke after its last answer: ${error.message}`);
        }
      }
      return answers;
    },
  };
}

/** What running some cases once gave. */
export interface Attempt {
  readonly answers: readonly (Observation | Unsupported)[];
  readonly error?: AdapterError;
}

/** Runs cases once. Answers that cannot be matched to cases are dropped. */
export async function attempt(adapter: Adapter, cases: readonly TestCase[]): Promise<Attempt> {
  try {
    const answers = await adapter.run(cases);
    if (answers.length === cases.length) return { answers };
    const message = `answered ${answers.length} cases of ${cases.length}`;
    return { answers: [], error: new AdapterError({ code: "invalid-response", message }) };
  } catch (thrown) {
    const error = thrown instanceof AdapterError ? thrown : unexpected(thrown);
    return { answers: error.answers.length > cases.length ? [] : error.answers, error };
  }
}

/** An adapter should throw nothing else; when it does, its stack helps its author. */
function unexpected(thrown: unknown): AdapterError {
  const stack = thrown instanceof Error ? (thrown.stack ?? "") : "";
  return new AdapterError({
    code: "invalid-response",
    message: `the adapter threw ${String(thrown)}`,
    hint: stack,
    cause: thrown,
  });
}

/** How an error breaks the processor; undefined when it is the adapter that failed. */
export function breakage(error: AdapterError): "hangs" | "crashes" | undefined {
  if (error.code === "timeout") return "hangs";
  return error.code === "crashed" ? "crashes" : undefined;
}

function describe(answer: Observation | Unsupported | undefined): string {
  if (answer === undefined) return "gave no answer";
  return "unsupported" in answer
    ? `was unsupported (${answer.unsupported})`
    : `ended with ${formatEnd(answer.end, answer.after.cpl)}`;
}

/** Undefined when the signal comes first; the processor's answer is then of no interest. */
async function unlessAborted<Value>(
  promise: Promise<Value>,
  signal: AbortSignal | undefined,
): Promise<Value | undefined> {
  if (signal === undefined) return promise;
  if (signal.aborted) return undefined;
  const cancel = new AbortController();
  const aborted = new Promise<undefined>((resolve) => {
    signal.addEventListener("abort", () => resolve(undefined), { once: true, signal: cancel.signal });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    cancel.abort();
  }
}
