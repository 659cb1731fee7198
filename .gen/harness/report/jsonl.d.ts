import type { FindingLine } from "../../spec/generated/documents.ts";
import type { Finding } from "../finding.ts";
import type { Reporter } from "./reporter.ts";
import { type RuleTexts } from "./rule-text.ts";
/** Where and how to write a JSON Lines report. */
export interface JsonlOptions {
    /** The file; `-` is standard output. */
    readonly file: string;
    /** The version of ringcross. */
    readonly version: string;
    readonly rules: RuleTexts;
    /** The command that runs a finding's example again. */
    readonly replay: (finding: Finding) => string;
}
/**
 * A report that is written line by line, each line whole before the next event, so that a crash
 * loses nothing. Errors: `ReportError` when the file cannot be opened or written.
 */
export declare function jsonlReport(options: JsonlOptions): Reporter;
/** The line of one finding, as a report holds it and as `ringcross replay` reads it. */
export declare function findingLine(finding: Finding, options: Pick<JsonlOptions, "rules" | "replay">): FindingLine;
