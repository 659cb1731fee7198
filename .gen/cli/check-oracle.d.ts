/**
 * Prints how many vectors the oracle agrees with, and which rules they bear out. Returns the exit code: 5 when one
 * contradicts the oracle, 3 when there is none to judge by.
 * Errors: `UsageError` when there is no such file; `InvalidDocument` when it is no complete recording.
 */
export declare function checkOracle(file: string): number;
