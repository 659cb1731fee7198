import type { Example } from "../finding.ts";
import { type DifferenceText } from "./notation.ts";
/** The two ends and the differing fields. */
export interface ComparisonText {
    readonly predicted: string;
    /** Other ends that the manual allows, each with the variant that leads to it. */
    readonly alternatives: readonly string[];
    /** `no answer` when the processor hung or died. */
    readonly observed: string;
    /** The case ended as predicted: what differs is the state. */
    readonly endsAlike: boolean;
    readonly fields: readonly DifferenceText[];
}
/** The comparison of an example, against the outcome that its differences were worked out from. */
export declare function comparisonText(example: Example): ComparisonText;
