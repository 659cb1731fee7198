/** The report for a person: a block per finding as it comes, tables at the end. */
import type { TestCase } from "../../spec/model.ts";
import type { Finding } from "../finding.ts";
import type { Reporter } from "./reporter.ts";
import { type RuleTexts } from "./rule-text.ts";
/** Where and how to print. */
export interface TerminalOptions {
    readonly write: (text: string) => void;
    readonly coloured: boolean;
    readonly rules: RuleTexts;
    /** How the user calls the program here. */
    readonly command: string;
    /** The command that runs a finding's example again. */
    readonly replay: (finding: Finding) => string;
    /** The boring machine of a case, if it has one. */
    readonly plain: (testCase: TestCase) => TestCase | undefined;
    /** The width of the terminal; lines are as long as they are where it is not given. */
    readonly columns?: number;
}
/**
 * A report that prints to a terminal, or to whatever stands in for one. Findings wait until all models
 * of their product have run, so that each is told once.
 */
export declare function terminalReport(options: TerminalOptions): Reporter;
