/** Draws the cases of a run and predicts them, a slice at a time so that pipes and signals are served. */
import type { RuleId } from "../spec/generated/rule-id.ts";
import type { Prediction, TestCase } from "../spec/model.ts";
import type { CaseSource } from "./case-source.ts";
/** A case of a run and what is predicted of it, or why it cannot be asked. */
export type Drawn = {
    readonly index: number;
    readonly testCase: TestCase;
    readonly prediction: Prediction;
    readonly skip?: string;
} | {
    readonly index: number;
    readonly error: string;
};
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
/** Draws up to `size` cases with indices from `from` to before `end`; `stop` is asked between slices. */
export declare function draw(options: DrawOptions, range: {
    readonly from: number;
    readonly end: number;
    readonly size: number;
    readonly stop: () => boolean;
}, times: DrawTimes): Promise<Batch>;
