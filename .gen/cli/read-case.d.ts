import type { TestCase } from "../spec/model.ts";
/** A case to run again, and what is known about it. */
export interface StoredCase {
    readonly testCase: TestCase;
    /** The processor that broke a rule on it, as one types it; unknown for a bare case. */
    readonly processor?: string;
    readonly rule?: string;
    /** Where it stood, for messages. */
    readonly origin: string;
}
/**
 * The cases that `source` names: a replay line, a finding line, or a file that holds a test case,
 * a finding line or a whole report (`-` is standard input).
 * Errors: `UsageError` when there is no such file or no case in it; `InvalidDocument`.
 */
export declare function readCases(source: string): readonly StoredCase[];
