/** Several reports told as one: a report that breaks is told of and left out, the others go on. */
import { ReportError } from "../harness/report/report-error.ts";
import type { Reporter, RunFooter, Trouble } from "../harness/report/reporter.ts";
import { ERROR, USAGE } from "./exit-code.ts";

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
export function reportSet(
  reports: readonly Reporter[],
  onBroken: (error: ReportError) => void = () => {},
): ReportSet {
  const working = new Set(reports);
  const failures: ReportError[] = [];

  const fail = (report: Reporter, error: unknown): void => {
    if (!(error instanceof ReportError)) throw error;
    working.delete(report);
    failures.push(error);
    onBroken(error);
    const trouble: Trouble = { processor: "report", kind: "error", message: error.message, hint: error.hint };
    tell((other) => {
      other.trouble(trouble);
    });
  };
  const tellOne = (report: Reporter, event: (report: Reporter) => void): void => {
    if (!working.has(report)) return;
    try {
      event(report);
    } catch (error) {
      fail(report, error);
    }
  };
  const tell = (event: (report: Reporter) => void): void => {
    for (const report of reports) tellOne(report, event);
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
        } catch (error) {
          fail(report, error);
        }
      }
    },
    broken: () => failures.length,
  };
}

/** A report that could not be written is an error of the run; a signal's code stands. */
function withFailures(footer: RunFooter, failures: number): RunFooter {
  const isWorse = footer.exitCode !== USAGE && !footer.interrupted;
  return failures > 0 && isWorse ? { ...footer, exitCode: ERROR } : footer;
}
