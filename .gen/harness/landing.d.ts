/**
 * Where a step landed. The instruction under test ends where the next page is absent, and its
 * targets are absent too, so the fault of the next fetch says that the instruction completed.
 * Adapters report that fault as they saw it; only this file decides that it is a landing.
 */
import type { End, Observation, TestCase } from "../spec/model.ts";
/**
 * The end of a case as it is judged: a fault of the fetch at an address that the case does not map
 * is `retired`. Error codes say nothing here, since their fetch bit is 0 without NX and SMEP.
 */
export declare function judgedEnd(testCase: TestCase, observation: Observation): End;
/** The observation with its end as judged; the same object when nothing changes. */
export declare function judged(testCase: TestCase, observation: Observation): Observation;
