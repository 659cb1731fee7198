import { type RunOptionWords } from "./run-request.ts";
/**
 * Runs cases on processors and reports what differs. Returns the exit code.
 * Errors: `UsageError`; `ReportError` when a report cannot even be begun.
 */
export declare function run(names: readonly string[], words: RunOptionWords): Promise<number>;
