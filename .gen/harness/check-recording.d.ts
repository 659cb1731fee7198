import type { RuleId } from "../spec/generated/rule-id.ts";
import type { Prediction } from "../spec/model.ts";
import type { Recorded, Recording } from "../spec/recording.ts";
/** A vector on which CPU and oracle differ. */
export interface Contradiction {
    readonly recorded: Recorded;
    readonly prediction: Prediction;
    readonly rules: readonly RuleId[];
}
/** What a recording says of the oracle. */
export interface RecordingVerdict {
    readonly agree: number;
    readonly contradictions: readonly Contradiction[];
    /** Rules that decided something which was seen, with the number of vectors that bear them out. */
    readonly confirmed: ReadonlyMap<RuleId, number>;
}
/** Compares every vector with the prediction of its case. Errors: what `predict` throws. */
export declare function checkRecording({ vectors, seen }: Recording): RecordingVerdict;
