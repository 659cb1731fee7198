/** How many cases per second the CPU of this machine runs: in the C program alone, and through the whole suite. */
import { caseSource } from "../generators/case-source.ts";
import { nativeWay } from "../harness/adapters/native-limits.ts";
import { NativeProcess } from "../harness/adapters/native-process.ts";
import { nativeProgram } from "../harness/adapters/native-program.ts";
import { MAX_CASES, NativeEncoder } from "../harness/adapters/native-record.ts";
import { LOCAL_TABLE } from "../harness/adapters/native-tables.ts";
import { startNative } from "../harness/adapters/native.ts";
import { runProcessor } from "../harness/run.ts";
import { predict } from "../oracles/index.ts";
import type { TestCase } from "../spec/model.ts";

/** Cases per second on one core, by what the cases have in common. */
export interface NativeRates {
  readonly title: string;
  /** Inside the C program: `mixed` as generated, `plain` in 64-bit mode at the default address. */
  readonly program: { readonly mixed: number; readonly plain: number };
  /** Generated, predicted, run and compared. */
  readonly endToEnd: number;
}

const CASES = 6000;
const ROUNDS = 15;
const END_TO_END = 40_000;
const LIMIT = 3000;

/** Measures the native processor. Errors: `AdapterError` where the machine cannot run it. */
export async function measureNative(seed: number): Promise<NativeRates> {
  const adapter = await startNative();
  try {
    const source = caseSource({ profile: adapter.profile, seed });
    const { machine } = adapter;
    const runnable: TestCase[] = [];
    for (let index = 0; runnable.length < CASES; index += 1) {
      const testCase = source.at(index);
      if (nativeWay(testCase, machine) === "plain") runnable.push(testCase);
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
  } finally {
    await adapter.close();
  }
}

async function programRate(cases: readonly TestCase[]): Promise<number> {
  const encoder = new NativeEncoder();
  for (const testCase of cases.slice(0, MAX_CASES)) encoder.add(testCase);
  const batch = encoder.finish(LIMIT);
  const program = await NativeProcess.start(await nativeProgram(), LOCAL_TABLE);
  try {
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = performance.now();
      await program.run(batch, 60_000);
      best = Math.min(best, performance.now() - start);
    }
    return (encoder.count * 1000) / best;
  } finally {
    program.kill();
  }
}
