/** What the manual allows for a case, and why. */
import type { RuleId } from "../spec/generated/rule-id.ts";
import type { Prediction, TestCase, Vendor } from "../spec/model.ts";
import { traceOperation, type TraceStep } from "./operation.ts";
import { predictSteps, runSteps, stateAfter } from "./sequence.ts";

/**
 * What the manual of the case's vendor allows, or what a processor would do that breaks the
 * rules `broken` and follows all others.
 * Errors: `OutOfModel` when the case has an instruction that the oracles do not model.
 */
export function predict(testCase: TestCase, broken: readonly RuleId[] = []): Prediction {
  return predictSteps(testCase, broken);
}

/** The signed lines that `vendor`'s oracle reaches on this case, in order, with the default at each variant. */
export function trace(testCase: TestCase, vendor: Vendor): readonly TraceStep[] {
  const lines: TraceStep[] = [];
  runSteps(testCase, vendor, (operation, subject) => {
    const traced = traceOperation(operation, subject);
    lines.push(...traced.lines);
    return { outcome: traced.outcome, after: stateAfter(subject.cpu, traced.outcome) };
  });
  return lines;
}
