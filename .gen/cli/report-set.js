/** Several reports told as one: a report that breaks is told of and left out, the others go on. */
import { ReportError } from "../harness/report/report-error.js";
import { ERROR, USAGE } from "./exit-code.js";
/**
 * Tells `reports` in order. A broken report becomes a trouble of the others. The footer reaches
 * files before the terminal, so that what the terminal says of them is true: `reports` must hold
 * the terminal last. `onBroken` hears of each report that breaks.
 */
export function reportSet(reports, onBroken = () => { }) {
    const working = new Set(reports);
    const failures = [];
    const fail = (report, error) => {
        if (!(error instanceof ReportError))
            throw error;
        working.delete(report);
        failures.push(error);
        onBroken(error);
        const trouble = { processor: "report", kind: "error", message: error.message, hint: error.hint };
        tell((other) => {
            other.trouble(trouble);
        });
    };
    const tellOne = (report, event) => {
        if (!working.has(report))
            return;
        try {
            event(report);
        }
        catch (error) {
            fail(report, error);
        }
    };
    const tell = (event) => {
        for (const report of reports)
            tellOne(report, event);
    };
    return {
        header: (header) => {
            tell((report) => {
                report.header(header);
            });
        },
        progress: (processor, totals, findings) => {
            tell((report) => {
                report.progress(processor, totals, findings);
            });
        },
        finding: (finding) => {
            tell((report) => {
                report.finding(finding);
            });
        },
        trouble: (trouble) => {
            tell((report) => {
                report.trouble(trouble);
            });
        },
        footer: (footer) => {
            tell((report) => {
                report.footer(withFailures(footer, failures.length));
            });
        },
        close: async () => {
            for (const report of reports) {
                try {
                    await report.close();
                }
                catch (error) {
                    fail(report, error);
                }
            }
        },
        broken: () => failures.length,
    };
}
/** A report that could not be written is an error of the run; a signal's code stands. */
function withFailures(footer, failures) {
    const isWorse = footer.exitCode !== USAGE && !footer.interrupted;
    return failures > 0 && isWorse ? { ...footer, exitCode: ERROR } : footer;
}
