/** Whether a case ended as predicted: the same end, on the same side of the instruction's completion. */
import type { CpuState, End, Outcome } from "../spec/model.ts";
/** Whether both ends are of one kind, with the same vector, error code and predicted address. */
export declare function sameEnd(predicted: End, observed: End): boolean;
/** Whether the case ended as `outcome` says: with the same end, before or after the instruction completed. */
export declare function endsAs(outcome: Outcome, end: End, before: CpuState, after: CpuState): boolean;
/**
 * Whether an exception was raised at another RIP than the predicted fault of the instruction: then
 * the instruction did not fault, and something after it did.
 */
export declare function strays(outcome: Outcome, before: CpuState, after: CpuState): boolean;
/**
 * Whether a fault was raised at the instruction itself, which should have completed before a trap
 * or before the fault of the next fetch.
 */
export declare function stays(outcome: Outcome, end: End, before: CpuState, after: CpuState): boolean;
