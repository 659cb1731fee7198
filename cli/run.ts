import type { Finding } from "../harness/finding.ts";
import { jsonlReport } from "../harness/report/jsonl.ts";
import { counted } from "../harness/report/plural.ts";
import { isInformation } from "../harness/report/rule-text.ts";
import type { Reporter, Trouble } from "../harness/report/reporter.ts";
import { terminalReport } from "../harness/report/terminal.ts";
import { RULES } from "../spec/generated/rules.ts";
import { closeAll } from "./close-all.ts";
import { commandName } from "./command-name.ts";
import { ERROR } from "./exit-code.ts";
import { foundHere } from "./found-here.ts";
import { openProcessors, type OpenProcessor } from "./open-processor.ts";
import { columnsOf, complain, isColoured } from "./output.ts";
import { plainCase } from "./plain-case.ts";
import { packageVersion } from "./package-version.ts";
import { progress, type Progress } from "./progress.ts";
import { encodeReplay } from "./replay-line.ts";
import { reportSet } from "./report-set.ts";
import { runAll } from "./run-all.ts";
import { runRequest, type RunOptionWords, type RunRequest } from "./run-request.ts";
import { watchSignals } from "./signals.ts";

/**
 * Runs cases on processors and reports what differs. Returns the exit code.
 * Errors: `UsageError`; `ReportError` when a report cannot even be begun.
 */
export async function run(names: readonly string[], words: RunOptionWords): Promise<number> {
  const request = runRequest(names, words);
  const processorOf = new Map<Finding, OpenProcessor>();
  const replay = (finding: Finding): string => replayCommand(finding, processorOf.get(finding));
  const shown = progress({
    stream: process.stderr,
    cases: request.cases,
    time: request.seconds === undefined ? undefined : request.seconds * 1000,
  });
  const reporter = reportSet(reports(request, { replay, shown }), ({ message, hint }) => {
    if (!isForPeople(request)) shown.around(() => complain(message, hint));
  });
  if (!isForPeople(request)) process.stderr.write(`ringcross: seed ${request.seed}\n`);
  const watch = watchSignals();
  const { processors, troubles } = await openAll(request);
  try {
    const code = await runAll({
      request,
      processors,
      troubles,
      reporter: {
        ...reporter,
        progress: (processor, totals, findings) => {
          reporter.progress(processor, totals, findings);
          shown.update(processor, totals, findings);
        },
      },
      signal: watch.signal,
      onShrink: (processor, totals, findings) => {
        shown.shrinking(processor, totals, findings);
      },
      remember: (finding, processor) => processorOf.set(finding, processor),
    });
    await reporter.close();
    const isWhole = reporter.broken() === 0;
    const final = isWhole || watch.signal.aborted ? code : ERROR;
    shown.stop();
    if (!isForPeople(request)) {
      complain(closingText([...processorOf.keys()], final) + (isWhole ? writtenText(request) : ""));
    }
    return final;
  } catch (error) {
    // What was found before a mistake of ours is not lost: the terminal's report holds it back.
    await reporter.close();
    throw error;
  } finally {
    shown.stop();
    await closeAll(processors);
    watch.release();
  }
}

/** `28 findings, exit code 5`: the end of a run that no person reads on the way. */
function closingText(told: readonly Finding[], code: number): string {
  const findings = told.filter(({ rule }) => !isInformation(RULES, rule)).length;
  return `${counted(findings, "finding")}, exit code ${code}`;
}

/** `, written to out.jsonl`. */
function writtenText({ reports: requests }: RunRequest): string {
  const files = requests.flatMap((report) => (report.kind === "jsonl" ? [report.file] : []));
  return `, written to ${files.map((file) => (file === "-" ? "standard output" : file)).join(" and ")}`;
}

/** Whether a person reads the run; otherwise standard error tells what must not be missed. */
function isForPeople({ reports: requests }: RunRequest): boolean {
  return requests.some(({ kind }) => kind === "terminal");
}

/** Files first: what the terminal says of them must be known by then. */
function reports(
  request: RunRequest,
  { replay, shown }: { readonly replay: (finding: Finding) => string; readonly shown: Progress },
): readonly Reporter[] {
  const files = request.reports.flatMap((report) => (report.kind === "jsonl" ? [report.file] : []));
  // Standard output carries one thing: a report for programs, or one for people.
  const stream = files.includes("-") ? process.stderr : process.stdout;
  return [
    ...files.map((file) => jsonlReport({ file, version: packageVersion(), rules: RULES, replay })),
    ...(isForPeople(request)
      ? [
          terminalReport({
            write: (text) => {
              shown.around(() => stream.write(text));
            },
            coloured: isColoured(stream),
            rules: RULES,
            command: commandName(),
            // Programs that read a report know one name of the command, a person needs the one that works here.
            replay: (finding) => replay(finding).replace(/^ringcross/, commandName()),
            plain: plainCase,
            columns: columnsOf(stream),
          }),
        ]
      : []),
  ];
}

function replayCommand({ rule, example }: Finding, processor: OpenProcessor | undefined): string {
  if (processor === undefined) throw new Error("a finding without its processor");
  return `ringcross replay ${encodeReplay({ processor: processor.text, rule, testCase: example.testCase })}`;
}

interface Opened {
  readonly processors: readonly OpenProcessor[];
  readonly troubles: readonly Trouble[];
}

async function openAll({ processors: names, vendors, observer }: RunRequest): Promise<Opened> {
  const { found, missing } = names.length === 0 ? foundHere() : { found: names, missing: [] };
  const opened: Opened[] = [];
  for (const name of found) opened.push(await openProcessors(name, { vendors, observer }));
  return {
    processors: opened.flatMap(({ processors }) => processors),
    troubles: [...missing, ...opened.flatMap(({ troubles }) => troubles)],
  };
}
