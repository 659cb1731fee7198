/** How many cases per second the CPU of this machine runs: in the C program alone, and through the whole suite. */
import { caseSource } from "../generators/case-source.js";
import { nativeWay } from "../harness/adapters/native-limits.js";
import { NativeProcess } from "../harness/adapters/native-process.js";
import { nativeProgram } from "../harness/adapters/native-program.js";
import { MAX_CASES, NativeEncoder } from "../harness/adapters/native-record.js";
import { startNative } from "../harness/adapters/native.js";
import { runProcessor } from "../harness/run.js";
import { predict } from "../oracles/index.js";
const CASES = 6000;
const ROUNDS = 15;
const END_TO_END = 40_000;
const LIMIT = 3000;
/** Measures the native processor. Errors: `AdapterError` where the machine cannot run it. */
export async function measureNative(seed) {
    const adapter = await startNative();
    try {
        const source = caseSource({ profile: adapter.profile, seed });
        const machine = { vendor: adapter.profile.vendor, seccomp: false, width: 48 };
        const runnable = [];
        for (let index = 0; runnable.length < CASES; index += 1) {
            const testCase = source.at(index);
            if (nativeWay(testCase, machine) === "plain")
                runnable.push(testCase);
        }
        const first = runnable.find(({ before }) => before.cs.l === 1);
        const code = first?.pages[0]?.linear;
        const plain = runnable.filter(({ before, pages }) => before.cs.l === 1 && pages[0]?.linear === code);
        const mixedRate = await programRate(runnable);
        const plainRate = await programRate(plain);
        const { totals } = await runProcessor({ adapter, source, predict, limit: { cases: END_TO_END } });
        return {
            title: `native, ${adapter.profile.vendor} ${adapter.model}`,
            program: { mixed: mixedRate, plain: plainRate },
            endToEnd: totals.cases / totals.seconds,
        };
    }
    finally {
        await adapter.close();
    }
}
async function programRate(cases) {
    const encoder = new NativeEncoder();
    for (const testCase of cases.slice(0, MAX_CASES))
        encoder.add(testCase);
    const batch = encoder.finish(LIMIT);
    const program = await NativeProcess.start(await nativeProgram());
    try {
        let best = Number.POSITIVE_INFINITY;
        for (let round = 0; round < ROUNDS; round += 1) {
            const start = performance.now();
            await program.run(batch, 60_000);
            best = Math.min(best, performance.now() - start);
        }
        return (encoder.count * 1000) / best;
    }
    finally {
        program.kill();
    }
}
