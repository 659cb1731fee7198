import { operationOf } from "./decoded.js";
import { predictOperation, traceOperation } from "./operation.js";
/**
 * What the manual of the case's vendor allows, or what a processor would do that breaks the
 * rules `broken` and follows all others.
 * Errors: `OutOfModel` when the case has an instruction that the oracles do not model.
 */
export function predict(testCase, broken = []) {
    const { operation, subject } = operationOf(testCase, testCase.profile.vendor);
    return predictOperation(operation, subject, broken);
}
/** The signed lines that `vendor`'s oracle reaches on this case, in order. */
export function trace(testCase, vendor) {
    const { operation, subject } = operationOf(testCase, vendor);
    return traceOperation(operation, subject);
}
