import { comparisonText } from "../harness/report/comparison-text.js";
import { stateLines } from "../harness/report/example-lines.js";
import { modeText, stepLines } from "../harness/report/example-text.js";
import { comparator } from "../harness/compare.js";
import { endLines, fieldLines } from "../harness/report/finding-block.js";
import { INCONSISTENT_VARIANT } from "../harness/own-rules.js";
import { counted } from "../harness/report/plural.js";
import { wrapped } from "../harness/report/wrap.js";
import { judged } from "../harness/landing.js";
import { paintFor } from "../harness/report/paint.js";
import { distance } from "../generators/distance.js";
import { processorText } from "../harness/report/processor-text.js";
import { identityOf } from "../harness/run.js";
import { AdapterError } from "../harness/errors.js";
import { OutOfModel, predict } from "../oracles/index.js";
import { decodeTestCase, encodeTestCase, InvalidDocument } from "../spec/codec.js";
import { closeAll } from "./close-all.js";
import { EMULATOR_NAMES, emulatorProgram } from "./emulators.js";
import { ALL_PASS, ERROR, exitCodeOf, exitCodeOfSignal, FINDINGS, ONLY_SKIPS } from "./exit-code.js";
import { parseLawRule, replayLaw } from "./laws/replay-law.js";
import { plainCase } from "./plain-case.js";
import { openProcessors } from "./open-processor.js";
import { columnsOf, complain, isColoured, print } from "./output.js";
import { readCases } from "./read-case.js";
import { knownProcessor } from "./run-request.js";
import { watchSignals } from "./signals.js";
import { UsageError } from "./usage-error.js";
/**
 * Runs stored cases again and prints what was predicted and observed. Returns the exit code: 5
 * when a case still differs, 0 when none does.
 * Errors: `UsageError` when there is no such case or processor.
 */
export async function replay(source, { on = [] }) {
    const cases = readCases(source);
    const watch = watchSignals();
    const codes = [];
    try {
        for (const [position, stored] of cases.entries()) {
            if (watch.signal.aborted)
                break;
            if (position > 0)
                print([""]);
            codes.push(...(await replayOne(stored, on, watch.signal)));
        }
    }
    finally {
        watch.release();
    }
    if (watch.signal.aborted)
        return exitCodeOfSignal(watch.signal.reason);
    const code = exitCodeOf(new Set(codes));
    if (codes.length > 1)
        print(["", countsText(codes, code)]);
    return code;
}
/** What became of several replays: each of `codes` is that of one case on one processor. */
function countsText(codes, code) {
    const count = (wanted) => codes.filter((each) => each === wanted).length;
    return [
        counted(codes.length, "replay"),
        `${count(FINDINGS)} differ`,
        `${count(ALL_PASS)} do not`,
        `${count(ONLY_SKIPS)} skipped`,
        `${count(ERROR)} broke; exit code ${code}`,
    ].join(", ");
}
/** Returns the exit codes that apply. */
async function replayOne(stored, on, signal) {
    const names = namesFor(stored, on);
    const codes = [];
    for (const name of names) {
        const { profile } = stored.testCase;
        const options = { vendors: [profile.vendor], profile };
        const { processors, troubles } = await openProcessors(knownProcessor(name), options);
        for (const { processor, message, hint, kind } of troubles) {
            complain(`${processor}: ${message}`, hint);
            codes.push(kind === "error" ? ERROR : ONLY_SKIPS);
        }
        // A signal must not wait for a processor that hangs: closing it ends the wait.
        const onAbort = () => void closeAll(processors);
        signal.addEventListener("abort", onAbort);
        try {
            for (const processor of processors)
                codes.push(await replayOn(processor, stored));
        }
        finally {
            signal.removeEventListener("abort", onAbort);
            await closeAll(processors);
        }
    }
    return codes;
}
function namesFor({ processor, origin }, on) {
    if (on.length > 0)
        return on;
    if (processor !== undefined)
        return [processor];
    const installed = EMULATOR_NAMES.filter((name) => emulatorProgram(name) !== undefined);
    if (installed.length > 0)
        return installed;
    throw new UsageError(`${origin} names no processor`, "name one: --on PROCESSOR");
}
async function replayOn({ adapter, text }, stored) {
    const { rule } = stored;
    const isFinding = rule !== undefined && text === stored.processor;
    const paint = paintFor(isColoured(process.stdout));
    const blame = rule === undefined ? "" : `${paint.bad(rule)}  `;
    const law = parseLawRule(rule ?? "");
    const lines = law === undefined ? caseLines(stored, paint) : [];
    print(wrapped([`${blame}${processorText(identityOf(adapter))}`, ...lines], columnsOf(process.stdout)));
    const { testCase, notes } = adopted(stored.testCase, adapter.profile);
    print(notes.map((note) => `  ${paint.notice(note)}`));
    if (testCase === undefined)
        return ONLY_SKIPS;
    if (law !== undefined)
        return replayLaw(law, { adapter, testCase, paint });
    const prediction = predictCase(testCase);
    try {
        const [answer] = await adapter.run([testCase]);
        if (answer === undefined)
            throw new AdapterError({ code: "invalid-response", message: "no answer" });
        if ("unsupported" in answer) {
            print([paint.notice(`skipped: ${answer.unsupported}`)]);
            return ONLY_SKIPS;
        }
        return tell(compared({ adapter, testCase, prediction }, answer), { isFinding, rule, paint });
    }
    catch (error) {
        // A processor that hangs or dies on the case shows the finding; anything else is our trouble.
        if (!(error instanceof AdapterError) || !["timeout", "crashed"].includes(error.code))
            throw error;
        print([
            `  ${paint.faint("predicted:")} ${comparisonText({ testCase, prediction, differences: [] }).predicted}`,
            `  ${paint.faint("observed:")}  ${paint.bad(error.message)}`,
            paint.bad(isFinding ? "still differs" : "differs"),
        ]);
        return FINDINGS;
    }
}
/** The case under the profile of the processor that is to run it, which decides the prediction. */
function adopted(testCase, profile) {
    const features = featureDifferences(testCase.profile, profile);
    const notes = features.length === 0 ? [] : [`predicted for this processor's features: ${features.join(", ")}`];
    try {
        return { testCase: decodeTestCase(encodeTestCase({ ...testCase, profile })), notes };
    }
    catch (error) {
        if (!(error instanceof InvalidDocument))
            throw error;
        return { notes: [...notes, `skipped: the case is none for this processor: ${error.message}`] };
    }
}
function predictCase(testCase) {
    try {
        return predict(testCase);
    }
    catch (error) {
        if (error instanceof OutOfModel)
            throw new UsageError(`the oracle does not model this case: ${error.message}`);
        throw error;
    }
}
function caseLines({ testCase, rule }, paint) {
    return [
        `  ${paint.faint("example:")}   ${modeText(testCase.before)}, CPL ${testCase.before.cpl}`,
        ...stepLines(testCase).map((line) => `    ${line}`),
        ...stateLines({
            testCase,
            differsIn: distance(testCase).groups,
            plain: plainCase(testCase),
            aboutRip: rule === undefined || /^(fetch|retire)\./.test(rule),
        }).map((line) => `    ${line}`),
    ];
}
/** Features in which the profiles differ, as the processor has them: `la57=1`. */
function featureDifferences(ofCase, ofProcessor) {
    const names = Object.keys(ofCase.features);
    return names
        .filter((name) => ofCase.features[name] !== ofProcessor.features[name])
        .map((name) => `${name}=${ofProcessor.features[name] ? 1 : 0}`);
}
function compared({ adapter, testCase, prediction, }, answer) {
    const verdict = comparator(adapter.capabilities)(testCase, prediction, answer);
    const differences = verdict.status === "fail" ? [...[...verdict.broken.values()].flat(), ...verdict.detail] : [];
    return {
        example: { testCase, prediction, observation: judged(testCase, answer), differences },
        rules: verdict.status === "fail" ? [...verdict.broken.keys()] : [],
    };
}
function tell({ example, rules }, { isFinding, rule, paint }) {
    const comparison = comparisonText(example);
    const columns = columnsOf(process.stdout);
    if (rules.length === 0) {
        print([
            `  ${paint.faint("ends:")}      ${comparison.observed}, as predicted`,
            rule === INCONSISTENT_VARIANT
                ? "does not differ by itself: the inconsistency is between this case and others of its run"
                : paint.good(isFinding ? "no longer differs" : "does not differ"),
        ]);
        return ALL_PASS;
    }
    const verdict = paint.bad(`${isFinding ? "still differs" : "differs"}: ${rules.join(", ")}`);
    print(wrapped([
        ...endLines(comparison, paint).map((line) => `  ${line}`),
        ...fieldLines(comparison.fields).map((line) => `    ${line}`),
        verdict,
    ], columns));
    return FINDINGS;
}
