import type { Observation, Prediction, TestCase } from "../spec/model.ts";
import type { Capabilities } from "./adapter.ts";
import type { Verdict } from "./verdict.ts";
/** The verdicts that a comparison can reach; skips and errors have nothing to compare. */
export type Comparison = Extract<Verdict, {
    status: "pass" | "fail";
}>;
/** Judges one case. Not reentrant: it owns scratch memory. */
export type Compare = (testCase: TestCase, prediction: Prediction, observation: Observation) => Comparison;
/** A compare function for a processor with these capabilities; only bits that it sees count. */
export declare function comparator(capabilities: Capabilities): Compare;
