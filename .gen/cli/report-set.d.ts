/** Several reports told as one: a report that breaks is told of and left out, the others go on. */
import { ReportError } from "../harness/report/report-error.ts";
import type { Reporter } from "../harness/report/reporter.ts";
/** A reporter that knows whether all of its reports could be written. */
export interface ReportSet extends Reporter {
    /** How many reports broke. */
    broken(): number;
}
/**
 * Tells `reports` in order. A broken report becomes a trouble of the others. The footer reaches
 * files before the terminal, so that what the terminal says of them is true: `reports` must hold
 * the terminal last. `onBroken` hears of each report that breaks.
 */
export declare function reportSet(reports: readonly Reporter[], onBroken?: (error: ReportError) => void): ReportSet;
