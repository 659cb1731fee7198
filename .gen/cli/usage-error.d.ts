/** A command line, or a file named on it, that cannot be obeyed: exit code 2. */
export declare class UsageError extends Error {
    readonly name = "UsageError";
    /** What to do about it; empty when the message says it all. */
    readonly hint: string;
    constructor(message: string, hint?: string);
}
