/** What `ringcross list` can list. */
export declare const LISTS: readonly string[];
/**
 * Prints one list; `patterns` narrow the rules. Returns the exit code.
 * Errors: `UsageError` when no rule matches.
 */
export declare function list(what: string, patterns: readonly string[]): number;
