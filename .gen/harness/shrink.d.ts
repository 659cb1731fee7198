/**
 * Makes the example of each finding small. In each round every finding puts forward a few simpler
 * cases, one batch carries those of all findings, and for each finding the first in order that
 * still breaks the same key wins. How many a finding puts forward depends on that finding alone,
 * so batch sizes and other findings do not change the result.
 */
import type { Prediction, TestCase } from "../spec/model.ts";
import type { Adapter } from "./adapter.ts";
import type { CaseSource } from "./case-source.ts";
import type { Finding } from "./finding.ts";
import type { Trouble } from "./report/reporter.ts";
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
export declare const SHRINK_BUDGET: ShrinkBudget;
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
/** The findings in the same order, each with the smallest example found within the budget. */
export declare function shrinkFindings(options: ShrinkOptions): Promise<readonly Finding[]>;
