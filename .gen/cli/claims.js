/** `ringcross claims`: the founding notes, settled by experiment on every processor. */
import { paintFor } from "../harness/report/paint.js";
import { counted } from "../harness/report/plural.js";
import { CLAIMS } from "../spec/generated/claims.js";
import { askClaims } from "./claims/ask-claims.js";
import { claimLines, processorLines } from "./claims/claim-lines.js";
import { closeAll } from "./close-all.js";
import { ERROR, exitCodeOf, exitCodeOfSignal, FINDINGS, ONLY_SKIPS } from "./exit-code.js";
import { foundHere } from "./found-here.js";
import { openProcessors } from "./open-processor.js";
import { complain, isColoured, print } from "./output.js";
import { knownProcessor } from "./run-request.js";
import { watchSignals } from "./signals.js";
import { UsageError } from "./usage-error.js";
/**
 * Runs the experiments of the claims that `words` name (all of them when there are none) and prints
 * claim, verdict and what each processor did. Returns the exit code: 0 when every processor did what
 * the law says, 5 when one did not, 3 when there was nobody to ask but the oracles, or nothing to ask.
 * Errors: `UsageError` for a word that names no claim or no processor.
 */
export async function claims(words, { on = [] }) {
    const selected = selectClaims(words);
    const names = on.map(knownProcessor);
    const watch = watchSignals();
    const opened = [];
    // A signal must not wait for a processor that hangs: closing it ends the wait.
    const onAbort = () => void closeAll(opened);
    watch.signal.addEventListener("abort", onAbort);
    const codes = new Set();
    const tell = (processor, message, hint = "", code = ERROR) => {
        complain(`${processor}: ${message}`, hint);
        codes.add(code);
    };
    try {
        const { found, missing } = names.length === 0 ? foundHere() : { found: names, missing: [] };
        for (const { processor, message, hint } of missing)
            complain(`${processor}: ${message}`, hint);
        const oracle = found.some(({ kind }) => kind === "oracle") ? [] : [knownProcessor("oracle")];
        const cases = selected.flatMap(casesOf);
        const asked = [];
        let tested = 0;
        for (const name of cases.length === 0 ? [] : [...oracle, ...found]) {
            const { processors, troubles } = await openProcessors(name, { vendors: ["intel", "amd"] });
            opened.push(...processors);
            for (const { processor, message, hint, kind } of troubles) {
                tell(processor, message, hint, kind === "error" ? ERROR : ONLY_SKIPS);
            }
            for (const processor of processors) {
                if (watch.signal.aborted)
                    break;
                const result = await askClaims(processor, cases, {
                    signal: watch.signal,
                    onTrouble: ({ processor: broken, message, hint }) => tell(broken, message, hint),
                });
                asked.push(result);
                if (!oracle.includes(name))
                    tested += result.answers.filter(isJudged).length;
            }
            await closeAll(processors);
        }
        if (watch.signal.aborted)
            return exitCodeOfSignal(watch.signal.reason);
        if (tested === 0)
            codes.add(ONLY_SKIPS);
        for (const { answers } of asked)
            for (const answer of answers)
                codes.add(codeOf(answer));
        print(report(selected, asked));
        return exitCodeOf(codes);
    }
    finally {
        watch.signal.removeEventListener("abort", onAbort);
        await closeAll(opened);
        watch.release();
    }
}
/** Errors: `UsageError` for anything but numbers and ranges of claims. */
function selectClaims(words) {
    if (words.length === 0)
        return CLAIMS;
    const wanted = new Set(words.flatMap(numbersOf));
    return CLAIMS.filter(({ number }) => wanted.has(number));
}
function numbersOf(word) {
    const [, first = "", last = first] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(word) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === "" || from < 1 || to > CLAIMS.length || from > to) {
        throw new UsageError(`'${word}' is not a claim`, `write numbers from 1 to ${CLAIMS.length}, or ranges as 36-38`);
    }
    return Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
}
function casesOf({ experiment }) {
    return experiment.status === "runs" ? experiment.cases : [];
}
function isJudged(answer) {
    return "side" in answer || "breaks" in answer;
}
function codeOf(answer) {
    if ("lost" in answer)
        return ERROR;
    return "breaks" in answer || ("side" in answer && answer.side !== "law") ? FINDINGS : 0;
}
function report(selected, asked) {
    const paint = paintFor(isColoured(process.stdout));
    let position = 0;
    const blocks = selected.map((claim) => {
        const count = casesOf(claim).length;
        const own = asked.map(({ identity, answers }) => ({
            identity,
            answers: answers.slice(position, position + count),
        }));
        position += count;
        return claimLines(claim, { asked: own, paint });
    });
    const answers = asked.flatMap((each) => each.answers);
    const judged = answers.filter(isJudged);
    const differing = judged.filter((answer) => codeOf(answer) === FINDINGS).length;
    const verdict = differing === 0 ? paint.good("none differs from the law") : paint.bad(`${differing} differ`);
    return [
        ...processorLines(asked),
        ...(asked.length === 0 ? [] : [""]),
        ...blocks.flatMap((block) => [...block, ""]),
        `${counted(selected.length, "claim")}, ${counted(position, "experiment")}, ${counted(asked.length, "processor")}`,
        `${counted(judged.length, "answer")} judged: ${verdict}`,
    ];
}
