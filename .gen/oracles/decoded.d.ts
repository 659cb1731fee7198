/** From a test case to the operation that runs on it. */
import type { TestCase, Vendor } from "../spec/model.ts";
import { type Operation, type Subject } from "./operation.ts";
/**
 * The operation of the case's instruction after `vendor`'s manual, and what it runs on.
 * Errors: `OutOfModel` when the step is no instruction that the oracles model.
 */
export declare function operationOf(testCase: TestCase, vendor: Vendor): {
    operation: Operation;
    subject: Subject;
};
