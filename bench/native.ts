/** How many cases per second the CPU of this machine runs: in the C program alone, and through the whole suite. */
import { caseSource } from "../generators/case-source.ts";
import type { InstructionName } from "../generators/instruction-name.ts";
import { nativeWay } from "../harness/adapters/native-limits.ts";
import { orderByPages } from "../harness/adapters/native-order.ts";
import { NativeProcess } from "../harness/adapters/native-process.ts";
import { nativeProgram } from "../harness/adapters/native-program.ts";
import { MAX_CASES, NativeEncoder } from "../harness/adapters/native-record.ts";
import { LOCAL_TABLE } from "../harness/adapters/native-tables.ts";
import { startNative, type NativeAdapter } from "../harness/adapters/native.ts";
import type { CaseSource } from "../harness/case-source.ts";
import { runProcessor } from "../harness/run.ts";
import { predict } from "../oracles/index.ts";
import type { TestCase } from "../spec/model.ts";

/** Cases per second of one core inside the C program, and through the whole suite. */
export interface NativeRates {
  readonly title: string;
  /** By what is drawn: as it comes, in 64-bit mode at the default address, and by families. */
  readonly program: readonly { readonly what: string; readonly rate: number }[];
  /** Generated, predicted, run and compared. */
  readonly endToEnd: number;
}

/** Instructions whose rate is looked at apart: their cases have more pages. */
const FAMILIES: readonly (readonly [what: string, only: readonly InstructionName[]])[] = [
  ["segment loads", ["mov_to_sreg"]],
  ["far JMP and CALL", ["jmp_far_direct", "jmp_far_memory", "call_far_direct", "call_far_memory"]],
];
const CASES = 6000;
const ROUNDS = 15;
const END_TO_END = 40_000;
const LIMIT = 3000;

/** Measures the native processor. Errors: `AdapterError` where the machine cannot run it. */
export async function measureNative(seed: number): Promise<NativeRates> {
  const adapter = await startNative();
  try {
    const { profile } = adapter;
    const source = caseSource({ profile, seed });
    const mixed = runnable(source, adapter);
    const first = mixed.find(({ before }) => before.cs.l === 1);
    const code = first?.pages[0]?.linear;
    const plain = mixed.filter(({ before, pages }) => before.cs.l === 1 && pages[0]?.linear === code);
    const program = [
      { what: "as drawn", rate: await programRate(mixed) },
      { what: "where the code stays in place", rate: await programRate(plain) },
    ];
    for (const [what, only] of FAMILIES) {
      const cases = runnable(caseSource({ profile, seed, only }), adapter);
      program.push({ what, rate: await programRate(cases) });
    }
    const { totals } = await runProcessor({ adapter, source, predict, limit: { cases: END_TO_END } });
    return {
      title: `native, ${profile.vendor} ${adapter.model}`,
      program,
      endToEnd: totals.cases / totals.seconds,
    };
  } finally {
    await adapter.close();
  }
}

/** The first cases that run by themselves. */
function runnable(source: CaseSource, { machine }: NativeAdapter): readonly TestCase[] {
  const cases: TestCase[] = [];
  for (let index = 0; cases.length < CASES; index += 1) {
    const testCase = source.at(index);
    if (nativeWay(testCase, machine) === "plain") cases.push(testCase);
  }
  return cases;
}

async function programRate(cases: readonly TestCase[]): Promise<number> {
  const encoder = new NativeEncoder();
  const some = cases.slice(0, MAX_CASES);
  for (const index of orderByPages(some, [...some.keys()])) encoder.add(some[index] as TestCase);
  const batch = encoder.finish(LIMIT);
  const program = await NativeProcess.start(await nativeProgram(), LOCAL_TABLE);
  try {
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS; round += 1) {
      const { cpuTime } = await program.run(batch, 60_000);
      best = Math.min(best, cpuTime);
    }
    return (encoder.count * 1e6) / best;
  } finally {
    program.kill();
  }
}
