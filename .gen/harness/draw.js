const SLICE = 64;
/** Draws up to `size` cases with indices from `from` to before `end`; `stop` is asked between slices. */
export async function draw(options, range, times) {
    const drawn = [];
    let next = range.from;
    while (drawn.length < range.size && next < range.end && !range.stop()) {
        const count = Math.min(SLICE, range.size - drawn.length, range.end - next);
        const start = performance.now();
        const generated = Array.from({ length: count }, (_, offset) => generate(options.source, next + offset));
        const middle = performance.now();
        for (const each of generated) {
            const result = "error" in each ? each : predictOne(options, each);
            if (result !== undefined)
                drawn.push(result);
        }
        times.generate += middle - start;
        times.predict += performance.now() - middle;
        next += count;
        await new Promise((resolve) => setImmediate(resolve));
    }
    return { drawn, next };
}
function generate(source, index) {
    try {
        return { index, testCase: source.at(index) };
    }
    catch (thrown) {
        return { index, error: `the generator failed: ${String(thrown)}` };
    }
}
/** Undefined when the case is not wanted. */
function predictOne({ predict, only, noOpinion }, { index, testCase }) {
    let prediction;
    try {
        prediction = predict(testCase);
    }
    catch (thrown) {
        return { index, error: `the oracle failed: ${String(thrown)}` };
    }
    if (only !== undefined && ![...prediction.exercised].some(only))
        return undefined;
    const skip = noOpinion.size === 0 ? undefined : noOpinion.get(instructionOf(prediction));
    return skip === undefined ? { index, testCase, prediction } : { index, testCase, prediction, skip };
}
/** The family of the rule that keeps everything else; ends may be signed by other families. */
function instructionOf(prediction) {
    const [{ unchanged }] = prediction.outcomes;
    return unchanged.slice(0, unchanged.indexOf("."));
}
