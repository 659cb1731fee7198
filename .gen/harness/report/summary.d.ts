import type { Finding, ProcessorIdentity, Totals } from "../finding.ts";
import type { Paint } from "./paint.ts";
import type { RunFooter } from "./reporter.ts";
import { type RuleTexts } from "./rule-text.ts";
import { type RepeatedTrouble } from "./trouble-text.ts";
/** What one processor did in the run, as last reported. */
export interface ProcessorSummary {
    readonly identity: ProcessorIdentity;
    readonly totals: Totals;
    readonly findings: readonly Finding[];
}
/** What the summary is made of. */
export interface SummaryOptions {
    readonly footer: RunFooter;
    readonly seed: number;
    /** What the run was narrowed to. */
    readonly only: readonly string[] | undefined;
    readonly processors: readonly ProcessorSummary[];
    readonly troubles: readonly RepeatedTrouble[];
    /** How many findings were told; several models may share one. */
    readonly blocks: number;
    readonly rules: RuleTexts;
    readonly paint: Paint;
    /** The width of the terminal. */
    readonly columns: number;
}
/** The summary as text that ends with a newline. */
export declare function summary(options: SummaryOptions): string;
