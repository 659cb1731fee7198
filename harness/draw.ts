/** Draws the cases of a run and predicts them, a slice at a time so that pipes and signals are served. */
import type { RuleId } from "../spec/generated/rule-id.ts";
import type { Prediction, TestCase } from "../spec/model.ts";
import type { CaseSource } from "./case-source.ts";

/** A case of a run and what is predicted of it, or why it cannot be asked. */
export type Drawn =
  | {
      readonly index: number;
      readonly testCase: TestCase;
      readonly prediction: Prediction;
      readonly skip?: string;
    }
  | { readonly index: number; readonly error: string };

/** What decides which cases are drawn. */
export interface DrawOptions {
  readonly source: CaseSource;
  readonly predict: (testCase: TestCase) => Prediction;
  /** Instructions that the processor cannot be asked about, with the reason. */
  readonly noOpinion: ReadonlyMap<string, string>;
  /** Only cases in which one of these rules decides something. */
  readonly only?: (rule: RuleId) => boolean;
}

/** Cases that were drawn, and the index at which drawing goes on. */
export interface Batch {
  readonly drawn: readonly Drawn[];
  readonly next: number;
}

/** Milliseconds spent in generating and in predicting. */
export interface DrawTimes {
  generate: number;
  predict: number;
}

const SLICE = 64;

/** Draws up to `size` cases with indices from `from` to before `end`; `stop` is asked between slices. */
export async function draw(
  options: DrawOptions,
  range: { readonly from: number; readonly end: number; readonly size: number; readonly stop: () => boolean },
  times: DrawTimes,
): Promise<Batch> {
  const drawn: Drawn[] = [];
  let next = range.from;
  while (drawn.length < range.size && next < range.end && !range.stop()) {
    const count = Math.min(SLICE, range.size - drawn.length, range.end - next);
    const start = performance.now();
    const generated = Array.from({ length: count }, (_, offset) => generate(options.source, next + offset));
    const middle = performance.now();
    for (const each of generated) {
      const result = "error" in each ? each : predictOne(options, each);
      if (result !== undefined) drawn.push(result);
    }
    times.generate += middle - start;
    times.predict += performance.now() - middle;
    next += count;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { drawn, next };
}

function generate(
  source: CaseSource,
  index: number,
):
  | { readonly index: number; readonly testCase: TestCase }
  | { readonly index: number; readonly error: string } {
  try {
    return { index, testCase: source.at(index) };
  } catch (thrown) {
    return { index, error: `the generator failed: ${String(thrown)}` };
  }
}

/** Undefined when the case is not wanted. */
function predictOne(
  { predict, only, noOpinion }: DrawOptions,
  { index, testCase }: { readonly index: number; readonly testCase: TestCase },
): Drawn | undefined {
  let prediction: Prediction;
  try {
    prediction = predict(testCase);
  } catch (thrown) {
    return { index, error: `the oracle failed: ${String(thrown)}` };
  }
  if (only !== undefined && ![...prediction.exercised].some(only)) return undefined;
  const skip = noOpinion.size === 0 ? undefined : noOpinion.get(instructionOf(prediction));
  return skip === undefined ? { index, testCase, prediction } : { index, testCase, prediction, skip };
}

/** The family of the rule that keeps everything else; ends may be signed by other families. */
export function instructionOf(prediction: Prediction): string {
  const [{ unchanged }] = prediction.outcomes;
  return unchanged.slice(0, unchanged.indexOf("."));
}
