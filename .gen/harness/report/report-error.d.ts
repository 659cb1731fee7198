/** A report could not be written in full; what stands in it up to there is whole lines. */
export declare class ReportError extends Error {
    readonly name = "ReportError";
    readonly hint: string;
    constructor(options: {
        message: string;
        hint?: string;
        cause?: unknown;
    });
}
/** The error that says that `target` could not be written, and what to do about it. */
export declare function reportError(target: string, cause: unknown): ReportError;
