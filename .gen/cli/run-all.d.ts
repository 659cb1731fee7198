import type { Finding, ProcessorIdentity, Totals } from "../harness/finding.ts";
import type { Reporter, Trouble } from "../harness/report/reporter.ts";
import type { OpenProcessor } from "./open-processor.ts";
import type { RunRequest } from "./run-request.ts";
/** What to run, on what, and who hears of it. */
export interface RunAllOptions {
    readonly request: RunRequest;
    readonly processors: readonly OpenProcessor[];
    /** Processors that could not be opened. */
    readonly troubles: readonly Trouble[];
    readonly reporter: Reporter;
    /** Its reason is the name of the signal that ended the run. */
    readonly signal: AbortSignal;
    /** The cases of a processor are done and its findings are about to be shrunk. */
    readonly onShrink: (processor: ProcessorIdentity, totals: Totals, findings: number) => void;
    /** Which processor a finding is about, for its replay line. */
    readonly remember: (finding: Finding, processor: OpenProcessor) => void;
}
/** Returns the exit code of the run; the reports have had their footer. */
export declare function runAll(options: RunAllOptions): Promise<number>;
