/** What each stage of a run costs per case, beside a plain loop that moves the same bytes. */
import { caseSource } from "../generators/case-source.js";
import { CaseEncoder } from "../guest/encode.js";
import { ResultDecoder } from "../guest/decode.js";
import { RESULT_SIZE } from "../guest/layout.js";
import { comparator } from "../harness/compare.js";
import { runProcessor } from "../harness/run.js";
import { predict } from "../oracles/index.js";
import { microseconds, timeMethod } from "./stopwatch.js";
const CASES = 4000;
const END_TO_END = 20_000;
const END_TO_END_ROUNDS = 3;
const ROUNDS = 8;
/** Measures every stage on one emulator. */
export async function measureStages(adapter, seed) {
    const source = caseSource({ profile: adapter.profile, seed });
    const indices = Array.from({ length: CASES }, (_, index) => index);
    const generate = microseconds(CASES, () => {
        for (const index of indices)
            source.at(index);
    });
    const cases = indices.map((index) => source.at(index));
    const predictions = cases.map((testCase) => predict(testCase));
    const predicted = microseconds(CASES, () => {
        for (const testCase of cases)
            predict(testCase);
    });
    const adding = timeMethod(CaseEncoder.prototype, "add");
    const decoding = timeMethod(ResultDecoder.prototype, "decode");
    const sizes = encodedSize(cases);
    let best = { wall: Number.POSITIVE_INFINITY, encode: 0, decode: 0 };
    let answers = [];
    for (let round = 0; round < ROUNDS; round++) {
        const before = { encode: adding.milliseconds, decode: decoding.milliseconds };
        const start = performance.now();
        answers = await runInBatches(adapter, cases);
        const wall = performance.now() - start;
        if (wall >= best.wall)
            continue;
        best = {
            wall,
            encode: adding.milliseconds - before.encode,
            decode: decoding.milliseconds - before.decode,
        };
    }
    const perCase = (milliseconds) => (milliseconds * 1000) / CASES;
    const compare = comparator(adapter.capabilities);
    const seen = answers.flatMap((answer, index) => ("unsupported" in answer ? [] : [{ answer, index }]));
    const compared = microseconds(seen.length, () => {
        for (const { answer, index } of seen)
            compareOne(answer, index);
    });
    function compareOne(answer, index) {
        const testCase = cases[index];
        const prediction = predictions[index];
        if (testCase !== undefined && prediction !== undefined)
            compare(testCase, prediction, answer);
    }
    let endToEnd = Number.POSITIVE_INFINITY;
    for (let round = 0; round < END_TO_END_ROUNDS; round++) {
        const { totals } = await runProcessor({ adapter, source, predict, limit: { cases: END_TO_END } });
        endToEnd = Math.min(endToEnd, (totals.seconds * 1e6) / totals.cases);
    }
    return {
        reference: referenceLoop(sizes + RESULT_SIZE),
        generate,
        predict: predicted,
        encode: perCase(best.encode),
        execute: perCase(best.wall - best.encode - best.decode),
        decode: perCase(best.decode),
        compare: compared,
        endToEnd,
    };
}
/** One batch after the other, so that nothing overlaps and what is left of the time is the emulator's. */
async function runInBatches(adapter, cases) {
    const answers = [];
    while (answers.length < cases.length) {
        answers.push(...(await adapter.run(cases.slice(answers.length, answers.length + adapter.capabilities.batch))));
    }
    return answers;
}
/** The mean size of a case record in bytes. */
function encodedSize(cases) {
    const encoder = new CaseEncoder(1 << 23);
    encoder.reset(1);
    for (const testCase of cases)
        encoder.add(testCase);
    return encoder.count === 0 ? 0 : Math.round(encoder.bytes.length / encoder.count);
}
function referenceLoop(bytes) {
    const from = new Uint8Array(bytes).fill(7);
    const to = new Uint8Array(bytes);
    return microseconds(CASES, () => {
        for (let count = 0; count < CASES; count++) {
            for (let at = 0; at < bytes; at++)
                to[at] = from[at];
        }
    });
}
