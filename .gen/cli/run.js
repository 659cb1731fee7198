import { jsonlReport } from "../harness/report/jsonl.js";
import { counted } from "../harness/report/plural.js";
import { isInformation } from "../harness/report/rule-text.js";
import { terminalReport } from "../harness/report/terminal.js";
import { RULES } from "../spec/generated/rules.js";
import { closeAll } from "./close-all.js";
import { commandName } from "./command-name.js";
import { ERROR } from "./exit-code.js";
import { foundHere } from "./found-here.js";
import { openProcessors } from "./open-processor.js";
import { columnsOf, complain, isColoured } from "./output.js";
import { plainCase } from "./plain-case.js";
import { packageVersion } from "./package-version.js";
import { progress } from "./progress.js";
import { encodeReplay } from "./replay-line.js";
import { reportSet } from "./report-set.js";
import { runAll } from "./run-all.js";
import { runRequest } from "./run-request.js";
import { watchSignals } from "./signals.js";
/**
 * Runs cases on processors and reports what differs. Returns the exit code.
 * Errors: `UsageError`; `ReportError` when a report cannot even be begun.
 */
export async function run(names, words) {
    const request = runRequest(names, words);
    const processorOf = new Map();
    const replay = (finding) => replayCommand(finding, processorOf.get(finding));
    const shown = progress({
        stream: process.stderr,
        cases: request.cases,
        time: request.seconds === undefined ? undefined : request.seconds * 1000,
    });
    const reporter = reportSet(reports(request, { replay, shown }), ({ message, hint }) => {
        if (!isForPeople(request))
            shown.around(() => complain(message, hint));
    });
    if (!isForPeople(request))
        process.stderr.write(`ringcross: seed ${request.seed}\n`);
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
    }
    catch (error) {
        // What was found before a mistake of ours is not lost: the terminal's report holds it back.
        await reporter.close();
        throw error;
    }
    finally {
        shown.stop();
        await closeAll(processors);
        watch.release();
    }
}
/** `28 findings, exit code 5`: the end of a run that no person reads on the way. */
function closingText(told, code) {
    const findings = told.filter(({ rule }) => !isInformation(RULES, rule)).length;
    return `${counted(findings, "finding")}, exit code ${code}`;
}
/** `, written to out.jsonl`. */
function writtenText({ reports: requests }) {
    const files = requests.flatMap((report) => (report.kind === "jsonl" ? [report.file] : []));
    return `, written to ${files.map((file) => (file === "-" ? "standard output" : file)).join(" and ")}`;
}
/** Whether a person reads the run; otherwise standard error tells what must not be missed. */
function isForPeople({ reports: requests }) {
    return requests.some(({ kind }) => kind === "terminal");
}
/** Files first: what the terminal says of them must be known by then. */
function reports(request, { replay, shown }) {
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
function replayCommand({ rule, example }, processor) {
    if (processor === undefined)
        throw new Error("a finding without its processor");
    return `ringcross replay ${encodeReplay({ processor: processor.text, rule, testCase: example.testCase })}`;
}
async function openAll({ processors: names, vendors, observer }) {
    const { found, missing } = names.length === 0 ? foundHere() : { found: names, missing: [] };
    const opened = [];
    for (const name of found)
        opened.push(await openProcessors(name, { vendors, observer }));
    return {
        processors: opened.flatMap(({ processors }) => processors),
        troubles: [...missing, ...opened.flatMap(({ troubles }) => troubles)],
    };
}
