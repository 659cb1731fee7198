import type { Paint } from "../../harness/report/paint.ts";
import type { Claim } from "../../spec/generated/documents.ts";
import type { AskedProcessor } from "./ask-claims.ts";
/** What is told beside the claim itself. */
export interface ClaimLinesOptions {
    /** The processors, with their answers to this claim's experiments only. */
    readonly asked: readonly AskedProcessor[];
    readonly paint: Paint;
}
/** Everything about one claim. */
export declare function claimLines(claim: Claim, { asked, paint }: ClaimLinesOptions): readonly string[];
/** The processors by number: the answers name them so. */
export declare function processorLines(asked: readonly AskedProcessor[]): readonly string[];
