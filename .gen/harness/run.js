import { asker, RUN_LIMITS } from "./ask.js";
import { draw } from "./draw.js";
import { tally } from "./tally.js";
/** The first batch is small, so that a run shows something at once. */
const FIRST_BATCH = 32;
const GROWTH = 4;
/** Which processor an adapter drives. */
export function identityOf({ name, version, model, profile }) {
    return { name, version, model, vendor: profile.vendor };
}
/** Runs cases until a limit is reached, the signal comes or the processor is given up. */
export async function runProcessor(options) {
    const { adapter, source, predict, limit, only, signal } = options;
    const started = performance.now();
    const seconds = () => (performance.now() - started) / 1000;
    const troubles = [];
    const onTrouble = (trouble) => {
        troubles.push(trouble);
        options.onTrouble?.(trouble);
    };
    const score = tally(identityOf(adapter), adapter.capabilities, onTrouble, only);
    const processor = asker({
        adapter,
        onTrouble,
        limits: options.breakLimits ?? RUN_LIMITS,
        ...(signal && { signal }),
    });
    const times = { generate: 0, predict: 0, compare: 0, waiting: 0 };
    const drawOptions = { source, predict, noOpinion: adapter.capabilities.noOpinion, ...(only && { only }) };
    const from = options.from ?? 0;
    const end = from + (limit.cases ?? Number.MAX_SAFE_INTEGER - from);
    const deadline = limit.seconds ?? Number.POSITIVE_INFINITY;
    const aborted = () => signal?.aborted === true;
    const over = () => aborted() || seconds() >= deadline;
    const sizes = batchSizes(adapter.capabilities.batch, () => deadline - seconds());
    const next = (index, rate) => draw(drawOptions, { from: index, end, size: sizes.next(rate), stop: over }, times);
    /** Judges a batch; returns whether the run is to end. */
    const judge = ({ drawn, answers }) => {
        const start = performance.now();
        const stop = judgeBatch(drawn, answers, (each, answer) => score.count(each, answer) && options.failFast === true);
        times.compare += performance.now() - start;
        options.onProgress?.(score.totals(seconds()), score.findings);
        return stop;
    };
    let answered;
    let batch = await next(from, undefined);
    let stopped = false;
    let rate;
    while (batch.drawn.length > 0 && !stopped && !aborted()) {
        const { drawn } = batch;
        const sent = performance.now();
        const running = ask(processor, drawn);
        if (answered !== undefined)
            stopped = judge(answered);
        answered = undefined;
        const following = stopped ? { drawn: [], next: batch.next } : await next(batch.next, rate);
        const waited = performance.now();
        const answers = await running;
        times.waiting += performance.now() - waited;
        rate = drawn.length / ((performance.now() - sent) / 1000);
        if (!stopped)
            answered = { drawn, answers };
        batch = processor.gaveUp ? { drawn: [], next: following.next } : following;
    }
    if (answered !== undefined)
        judge(answered);
    return {
        processor: identityOf(adapter),
        totals: score.totals(seconds()),
        findings: score.results(source),
        exercised: score.exercised,
        skipReasons: score.skipReasons,
        variants: score.variants,
        troubles,
        interrupted: aborted(),
        gaveUp: processor.gaveUp,
        times,
    };
}
/** Asks the processor about those cases of a batch that can be asked. */
function ask(processor, drawn) {
    const asked = drawn.filter(isAsked);
    if (asked.length === 0)
        return Promise.resolve([]);
    return processor.ask(asked.map(({ testCase }) => testCase), (position) => `case ${asked[position]?.index ?? "?"}`);
}
function isAsked(drawn) {
    return !("error" in drawn) && drawn.skip === undefined;
}
/** Hands each case to `count` with its answer, until `count` says stop or a case has none. */
function judgeBatch(drawn, answers, count) {
    let position = 0;
    for (const each of drawn) {
        if (!isAsked(each)) {
            if (count(each))
                return true;
            continue;
        }
        const answer = answers[position++];
        // The processor was given up or the run interrupted here; what comes after was not run.
        if (answer === undefined)
            return true;
        if (count(each, answer))
            return true;
    }
    return false;
}
/** How many cases to draw next: growing to the processor's best, and no more than the time allows. */
function batchSizes(best, secondsLeft) {
    let size = FIRST_BATCH / GROWTH;
    return {
        next: (rate) => {
            size = Math.min(best, size * GROWTH);
            const left = secondsLeft();
            const possible = rate === undefined || left === Number.POSITIVE_INFINITY ? size : Math.floor(rate * left);
            return Math.max(1, Math.min(size, possible));
        },
    };
}
