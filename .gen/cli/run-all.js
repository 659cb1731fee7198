/** Runs the same request on one processor after the other and tells the reports. */
import { caseSource, GENERATOR_VERSION } from "../generators/case-source.js";
import { INSTRUCTION_NAMES } from "../generators/instruction-name.js";
import { isInformation } from "../harness/report/rule-text.js";
import { identityOf, runProcessor } from "../harness/run.js";
import { foldFindings } from "../harness/fold-findings.js";
import { shrinkFindings } from "../harness/shrink.js";
import { predict } from "../oracles/index.js";
import { RULES } from "../spec/generated/rules.js";
import { ERROR, exitCodeOf, exitCodeOfSignal, FINDINGS, ONLY_SKIPS } from "./exit-code.js";
/** Returns the exit code of the run; the reports have had their footer. */
export async function runAll(options) {
    const { request, processors, troubles, reporter, signal } = options;
    const started = performance.now();
    reporter.header({
        seed: request.seed,
        generatorVersion: GENERATOR_VERSION,
        processors: processors.map(({ adapter }) => ({
            identity: identityOf(adapter),
            profile: adapter.profile,
        })),
        ...(request.cases !== undefined && { cases: request.cases }),
        ...(request.only.length > 0 && { only: request.only }),
    });
    for (const trouble of troubles)
        reporter.trouble(trouble);
    const results = [];
    for (const [position, processor] of processors.entries()) {
        if (signal.aborted)
            break;
        const left = processors.length - position;
        const elapsed = (performance.now() - started) / 1000;
        const seconds = request.seconds === undefined ? undefined : (request.seconds - elapsed) / left;
        const result = await runOne(options, processor, seconds);
        results.push(result);
        if (request.failFast && result.findings.some(isFailure))
            break;
    }
    const footer = footerOf(options, results, (performance.now() - started) / 1000);
    reporter.footer(footer);
    return footer.exitCode;
}
async function runOne(options, processor, seconds) {
    const { request, reporter, signal, remember, onShrink } = options;
    const { adapter } = processor;
    const identity = identityOf(adapter);
    const source = sourceFor(processor, request);
    const isSelected = (rule) => request.selection.rules.has(rule);
    const onTrouble = (trouble) => {
        reporter.trouble(trouble);
    };
    const run = await runProcessor({
        adapter,
        source,
        predict,
        limit: limitOf(request, seconds),
        failFast: request.failFast,
        ...(request.only.length > 0 && { only: isSelected }),
        signal,
        onProgress: (totals, findings) => {
            reporter.progress(identity, totals, findings);
        },
        onTrouble,
    });
    onShrink(identity, run.totals, run.findings.length);
    const wanted = run.findings.filter(({ rule }) => !RULES.has(rule) || isSelected(rule));
    const shrunk = await shrinkFindings({ adapter, source, predict, findings: wanted, signal, onTrouble });
    const findings = signal.aborted
        ? shrunk
        : await foldFindings({ adapter, source, predict, findings: shrunk });
    for (const finding of findings) {
        remember(finding, processor);
        reporter.finding(finding);
    }
    return { run, findings };
}
function sourceFor({ adapter }, { seed, selection, only: patterns }) {
    const only = INSTRUCTION_NAMES.filter((name) => selection.instructions.includes(name));
    return caseSource({ profile: adapter.profile, seed, ...(patterns.length > 0 && { only }) });
}
function limitOf({ cases }, seconds) {
    if (seconds === undefined)
        return { cases: cases ?? 0 };
    return cases === undefined ? { seconds } : { cases, seconds };
}
function isFailure({ rule }) {
    return !isInformation(RULES, rule);
}
function footerOf({ request, processors, troubles, signal }, results, seconds) {
    const totals = { ...sum(results.map(({ run }) => run.totals)), seconds };
    const failures = results.flatMap(({ findings }) => findings).filter(isFailure);
    const exercised = new Set(results.flatMap(({ run }) => [...run.exercised]));
    const vendors = new Set(processors.map(({ adapter }) => adapter.profile.vendor));
    // Without a processor, what was asked for is what nothing exercised.
    const concerned = vendors.size === 0 ? new Set(request.vendors) : vendors;
    const inScope = [...RULES.values()]
        .filter((rule) => request.selection.rules.has(rule.id) && rule.vendors.some((vendor) => concerned.has(vendor)))
        .map(({ id }) => id);
    const isError = totals.error > 0 ||
        [...troubles, ...results.flatMap(({ run }) => run.troubles)].some(({ kind }) => kind === "error") ||
        results.some(({ run }) => run.gaveUp);
    const codes = new Set([
        ...(isError ? [ERROR] : []),
        ...(failures.length > 0 ? [FINDINGS] : []),
        ...(totals.pass + totals.fail === 0 ? [ONLY_SKIPS] : []),
    ]);
    return {
        totals,
        findings: failures.length,
        exercised: inScope.filter((rule) => exercised.has(rule)),
        notExercised: inScope.filter((rule) => !exercised.has(rule)),
        variants: results.flatMap(({ run }) => [...run.variants].map(([variant, alternatives]) => ({
            processor: run.processor,
            variant,
            alternatives: [...alternatives],
        }))),
        skipReasons: results.flatMap(({ run }) => [...run.skipReasons].map(([reason, cases]) => ({ processor: run.processor, reason, cases }))),
        interrupted: signal.aborted,
        exitCode: signal.aborted ? exitCodeOfSignal(signal.reason) : exitCodeOf(codes),
    };
}
function sum(all) {
    const total = (part) => all.reduce((before, totals) => before + part(totals), 0);
    return {
        cases: total(({ cases }) => cases),
        pass: total(({ pass }) => pass),
        fail: total(({ fail }) => fail),
        skip: total(({ skip }) => skip),
        error: total(({ error }) => error),
        seconds: total(({ seconds }) => seconds),
        maskedBits: total(({ maskedBits }) => maskedBits),
    };
}
