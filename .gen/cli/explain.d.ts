/** The options as commander hands them over. */
export interface ExplainOptionWords {
    /** Also print the whole state of a case. */
    readonly state?: boolean;
}
/** Prints what a rule says, or why a case ends as it does. Returns the exit code. */
export declare function explain(subject: string, { state }?: ExplainOptionWords): number;
