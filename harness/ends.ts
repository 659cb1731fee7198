/** Whether a case ended as predicted: the same end, on the same side of the instruction's completion. */
import type { CpuState, End, Outcome } from "../spec/model.ts";

const DB = 1;

/** Whether both ends are of one kind, with the same vector, error code and predicted address. */
export function sameEnd(predicted: End, observed: End): boolean {
  if (predicted.kind !== observed.kind) return false;
  if (predicted.kind !== "exception" || observed.kind !== "exception") return true;
  return (
    predicted.vector === observed.vector &&
    predicted.errorCode === observed.errorCode &&
    (predicted.address === undefined || predicted.address === observed.address)
  );
}

/** Whether the case ended as `outcome` says: with the same end, before or after the instruction completed. */
export function endsAs(outcome: Outcome, end: End, before: CpuState, after: CpuState): boolean {
  return sameEnd(outcome.end, end) && !strays(outcome, before, after) && !stays(outcome, end, before, after);
}

/**
 * Whether an exception was raised at another RIP than the predicted fault of the instruction: then
 * the instruction did not fault, and something after it did.
 */
export function strays(outcome: Outcome, before: CpuState, after: CpuState): boolean {
  const { rip, completed } = lastOf(outcome, before);
  return outcome.end.kind === "exception" && !completed && after.rip !== rip;
}

/**
 * Whether a fault was raised at the instruction itself, which should have completed before a trap
 * or before the fault of the next fetch.
 */
export function stays(outcome: Outcome, end: End, before: CpuState, after: CpuState): boolean {
  const { rip, completed } = lastOf(outcome, before);
  if (end.kind !== "exception" || end.vector === DB || after.rip !== rip) return false;
  return outcome.end.kind === "exception" && completed;
}

/** RIP before the last step, and whether that step completes as predicted. */
function lastOf({ last, fields }: Outcome, before: CpuState): NonNullable<Outcome["last"]> {
  return last ?? { rip: before.rip, completed: fields.has("rip") };
}
