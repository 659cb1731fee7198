/** A report as asked for on the command line. */
export type ReportRequest = {
    readonly kind: "terminal";
} | {
    readonly kind: "jsonl";
    readonly file: string;
};
/** Reads `terminal` or `jsonl:FILE`. Errors: `UsageError` on anything else. */
export declare function parseReport(text: string): ReportRequest;
