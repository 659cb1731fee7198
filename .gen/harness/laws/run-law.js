/** Runs one law on one processor: first cases in batches, then the second ones that they lead to. */
import { field } from "../../spec/fields.js";
import { validate } from "../../spec/validity.js";
import { asker } from "../ask.js";
import { judged } from "../landing.js";
import { formatEnd } from "../report/notation.js";
import { identityOf } from "../run.js";
const BATCH = 500;
/** Beyond this many sets of registers, further ones count under the last. */
const MOST_FINDINGS = 20;
/** Per finding. */
const SHRINK = { rounds: 30, window: 64 };
/** Runs `cases` drawn cases, or as many as come before the signal. */
export async function runLaw(options) {
    const { law, adapter, source, cases, onTrouble, signal } = options;
    const processor = asker({ adapter, onTrouble, ...(signal !== undefined && { signal }) });
    const found = new Map();
    const skipReasons = new Map();
    const score = { judged: 0, silent: 0, errors: 0 };
    for (let from = 0; from < cases && !over(processor, signal); from += BATCH) {
        const picks = Array.from({ length: Math.min(BATCH, cases - from) }, (_, offset) => from + offset);
        const drawn = picks.map((index) => source.at(index));
        const outcomes = await tryLaw(law, { adapter, processor }, drawn, picks);
        for (const [offset, outcome] of outcomes.entries()) {
            if ("silent" in outcome)
                score.silent++;
            else if ("skip" in outcome)
                skipReasons.set(outcome.skip, (skipReasons.get(outcome.skip) ?? 0) + 1);
            else if ("lost" in outcome)
                score.errors++;
            else {
                score.judged++;
                if (outcome.differences.length > 0)
                    note(found, options, { ...outcome, pick: from + offset });
            }
        }
    }
    const findings = [];
    for (const finding of found.values()) {
        findings.push(await shrunk(finding, options, processor));
    }
    return { law, processor: identityOf(adapter), ...score, skipReasons, findings };
}
function over(processor, signal) {
    return processor.gaveUp || signal?.aborted === true;
}
/** Tries a law on drawn cases; the outcomes are in their order. */
export async function tryLaw(law, { adapter, processor }, drawn, picks) {
    const outcomes = drawn.map(() => ({ silent: true }));
    const ask = async (posed, onSeen) => {
        const answers = await processor.ask(posed.map(([, testCase]) => testCase), (position) => `case ${picks[posed[position]?.[0] ?? -1] ?? "?"} of ${law.id}`);
        for (const [index, [position, testCase]] of posed.entries()) {
            const answer = answers[index] ?? { lost: "" };
            if ("unsupported" in answer)
                outcomes[position] = { skip: answer.unsupported };
            else if ("breaks" in answer || "lost" in answer)
                outcomes[position] = { lost: true };
            else
                onSeen(position, { testCase, observation: judged(testCase, answer) }, answer);
        }
    };
    const conclude = (position, run) => {
        const unseen = [...(run.first.observation.unseen ?? []), ...(run.second?.observation.unseen ?? [])];
        const differences = law.judge(run, visibleOf(adapter.capabilities, unseen));
        if (differences !== undefined)
            outcomes[position] = { run, differences };
    };
    const second = [];
    const firsts = new Map();
    await ask(usable(drawn.map((each) => law.first(each))), (position, seen) => {
        if (law.second === undefined)
            conclude(position, { first: seen });
        else {
            const next = law.second(seen, picks[position] ?? 0);
            if (next === undefined)
                return;
            firsts.set(position, seen);
            second.push([position, next]);
        }
    });
    const valid = second.filter(([, testCase]) => validate(testCase).length === 0);
    await ask(valid, (position, seen) => {
        const first = firsts.get(position);
        if (first !== undefined)
            conclude(position, { first, second: seen });
    });
    return outcomes;
}
function usable(cases) {
    return cases.flatMap((each, position) => each === undefined || validate(each).length > 0 ? [] : [[position, each]]);
}
function visibleOf({ fields }, unseen) {
    return (name) => (unseen.includes(name) ? 0n : (fields.get(name)?.seen ?? -1n) & field(name).mask);
}
/** The registers that differ, and for an end both ends: what makes two breaks of a law one finding. */
function partsOf(differences) {
    const end = differences.find((difference) => difference.field === "end");
    // Another end takes nearly everything with it.
    if (end !== undefined)
        return [`${end.wanted} -> ${end.observed}`];
    return [...new Set(differences.map((difference) => difference.field.replace(/\..*/, "")))];
}
function note(found, { law, adapter }, broken) {
    const parts = partsOf(broken.differences);
    const key = found.size < MOST_FINDINGS ? parts.join() : ([...found.keys()].at(-1) ?? "");
    const known = found.get(parts.join()) ?? found.get(key);
    if (known !== undefined) {
        found.set(known.parts.join(), { ...known, cases: known.cases + 1 });
        return;
    }
    const identity = { law, processor: identityOf(adapter), parts, cases: 1, firstIndex: broken.pick };
    found.set(key, { ...identity, ...broken });
}
/** The finding with the simplest case that still breaks the law in the same registers. */
async function shrunk(finding, { law, adapter, source, signal }, processor) {
    let { run, differences } = finding;
    let candidates = source.shrink(run.first.testCase)[Symbol.iterator]();
    for (let round = 0; round < SHRINK.rounds && !over(processor, signal); round++) {
        const window = take(candidates, SHRINK.window);
        if (window.length === 0)
            break;
        const outcomes = await tryLaw(law, { adapter, processor }, window, window.map(() => finding.pick));
        const better = outcomes.find((outcome) => "run" in outcome && partsOf(outcome.differences).join() === finding.parts.join());
        if (better === undefined || !("run" in better))
            continue;
        ({ run, differences } = better);
        candidates = source.shrink(run.first.testCase)[Symbol.iterator]();
    }
    return { ...finding, run, differences };
}
function take(from, count) {
    const taken = [];
    while (taken.length < count) {
        const next = from.next();
        if (next.done === true)
            break;
        taken.push(next.value);
    }
    return taken;
}
/** How a case ended, with the level: `retired at CPL 3`. */
export function endText({ observation }) {
    return formatEnd(observation.end, observation.after.cpl);
}
