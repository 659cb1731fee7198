import type { CpuState, End, Outcome, Prediction, TestCase } from "../spec/model.ts";
import type { Difference, Verdict } from "./verdict.ts";
/** A failing case, and how to compare it with one outcome. */
export interface Failure {
    readonly testCase: TestCase;
    readonly prediction: Prediction;
    /** The end as judged. */
    readonly end: End;
    readonly after: CpuState;
    readonly differencesFrom: (outcome: Outcome) => readonly Difference[];
}
/** The broken rules of a failing case, each with its differences. */
export declare function blame(failure: Failure): Extract<Verdict, {
    status: "fail";
}>;
