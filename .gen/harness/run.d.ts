/**
 * Runs cases on one processor. While the processor works on one batch, the next is drawn and the
 * one before is compared, so that neither side waits for the other. Cases are judged in the order
 * of their index: neither batch sizes nor timing change what a run says of them.
 */
import type { RuleId } from "../spec/generated/rule-id.ts";
import type { Prediction, TestCase } from "../spec/model.ts";
import type { Adapter } from "./adapter.ts";
import { type BreakLimits } from "./ask.ts";
import type { CaseSource } from "./case-source.ts";
import type { Finding, ProcessorIdentity, Totals } from "./finding.ts";
import type { Trouble } from "./report/reporter.ts";
/** When a run ends by itself: after so many cases, or seconds, or whichever comes first. */
export type RunLimit = {
    readonly cases: number;
    readonly seconds?: number;
} | {
    readonly cases?: number;
    readonly seconds: number;
};
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
    readonly skipReasons: ReadonlyMap<string, number>;
    /** The alternatives shown at each variant point. */
    readonly variants: ReadonlyMap<RuleId, ReadonlySet<string>>;
    readonly troubles: readonly Trouble[];
    readonly interrupted: boolean;
    /** The processor broke too often or did not start: cases are missing. */
    readonly gaveUp: boolean;
    readonly times: StageTimes;
}
/** Which processor an adapter drives. */
export declare function identityOf({ name, version, model, profile }: Adapter): ProcessorIdentity;
/** Runs cases until a limit is reached, the signal comes or the processor is given up. */
export declare function runProcessor(options: RunOptions): Promise<RunResult>;
