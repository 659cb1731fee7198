/** What the manual allows for a case, and why. */
import type { RuleId } from "../spec/generated/rule-id.ts";
import type { Prediction, TestCase, Vendor } from "../spec/model.ts";
import { type TraceStep } from "./operation.ts";
/**
 * What the manual of the case's vendor allows, or what a processor would do that breaks the
 * rules `broken` and follows all others.
 * Errors: `OutOfModel` when the case has an instruction that the oracles do not model.
 */
export declare function predict(testCase: TestCase, broken?: readonly RuleId[]): Prediction;
/** The signed lines that `vendor`'s oracle reaches on this case, in order. */
export declare function trace(testCase: TestCase, vendor: Vendor): readonly TraceStep[];
