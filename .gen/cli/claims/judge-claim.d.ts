/** Whom a processor sides with: the law, the notes, or neither. */
import type { Capabilities } from "../../harness/adapter.ts";
import type { ClaimCase, ClaimOutcome } from "../../spec/generated/documents.ts";
import type { Observation, TestCase } from "../../spec/model.ts";
/** `law` also where the notes agree with it. */
export type Side = "law" | "notes" | "neither";
/** What a processor did, and on which side that is. */
export interface Judged {
    readonly side: Side;
    /** The end and the fields in question: `retired; cpl 0, cs.selector 0x0020`. */
    readonly text: string;
}
/** Judges one answer by the end and the fields that the experiment names; what was not seen does not count. */
export declare function judgeClaim({ law, notes }: ClaimCase, { testCase, observation, capabilities }: SeenClaim): Judged;
/** An answer with what is needed to read it. */
export interface SeenClaim {
    readonly testCase: TestCase;
    readonly observation: Observation;
    readonly capabilities: Capabilities;
}
/** An outcome in one line: `retired; cpl 0, ss.selector 0x002b or 0x0028`. */
export declare function outcomeText({ end, after }: ClaimOutcome): string;
