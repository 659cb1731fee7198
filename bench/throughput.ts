/** How many cases per second each processor answers, beside a plain loop that only moves the same bytes. */
import { openProcessors } from "../cli/open-processor.ts";
import { parseProcessorName } from "../cli/processor-name.ts";
import { closeAll } from "../cli/close-all.ts";
import { caseSource } from "../generators/case-source.ts";
import { CaseEncoder } from "../guest/encode.ts";
import { RESULT_SIZE } from "../guest/layout.ts";
import type { Adapter } from "../harness/adapter.ts";
import { attempt } from "../harness/ask.ts";
import { processorText } from "../harness/report/processor-text.ts";
import { identityOf } from "../harness/run.ts";
import type { TestCase } from "../spec/model.ts";
import { microseconds } from "./stopwatch.ts";

/** One processor's rate, or why there is none. */
export type Throughput =
  | {
      readonly processor: string;
      /** Cases answered, those included that it cannot run. */
      readonly cases: number;
      readonly casesPerSecond: number;
      /** Times that the loop moves the bytes of as many cases and results while the processor answers one. */
      readonly ratio: number;
      readonly movedPerSecond: number;
    }
  | { readonly processor: string; readonly reason: string };

/** Every processor that runs cases outside of this process. */
const NAMES: readonly string[] = ["qemu", "bochs", "unicorn", "v86", "native", "kvm"];
const CASES = 12_000;
/** A slow processor, or one that breaks at many cases, is asked no longer. */
const SECONDS = 8;

/** Measures each processor that opens here, each of its models. */
export async function measureThroughput(seed: number): Promise<readonly Throughput[]> {
  const all: Throughput[] = [];
  for (const name of NAMES) {
    const opened = await openProcessors(parseProcessorName(name), { vendors: ["intel", "amd"] });
    for (const { processor, message } of opened.troubles) all.push({ processor, reason: message });
    try {
      for (const { adapter } of opened.processors) all.push(await measureOne(adapter, seed));
    } finally {
      await closeAll(opened.processors);
    }
  }
  return all;
}

async function measureOne(adapter: Adapter, seed: number): Promise<Throughput> {
  const source = caseSource({ profile: adapter.profile, seed });
  const cases = Array.from({ length: CASES }, (_, index) => source.at(index));
  const processor = processorText(identityOf(adapter));
  await attempt(adapter, cases.slice(0, 100));
  const start = performance.now();
  let done = 0;
  const elapsed = (): number => (performance.now() - start) / 1000;
  while (done < CASES && elapsed() < SECONDS) {
    const { answers, error } = await attempt(adapter, cases.slice(done, done + adapter.capabilities.batch));
    // A case that breaks the processor costs its restart, and is one case answered.
    done += answers.length + (error === undefined ? 0 : 1);
  }
  if (done === 0) return { processor, reason: "it answered nothing" };
  const casesPerSecond = done / elapsed();
  const movedPerSecond = 1e6 / moveBytes(cases);
  return { processor, cases: done, casesPerSecond, movedPerSecond, ratio: movedPerSecond / casesPerSecond };
}

/** Microseconds per case that a loop takes to copy its record to one place and its result to another. */
function moveBytes(cases: readonly TestCase[]): number {
  const encoder = new CaseEncoder(1 << 23, "program");
  encoder.reset(1);
  for (const testCase of cases.slice(0, 4000)) encoder.add(testCase);
  const { bytes, count } = encoder;
  const record = Math.floor(bytes.length / Math.max(count, 1));
  const records = new Uint8Array(bytes.length);
  const results = new Uint8Array(count * RESULT_SIZE);
  const moved = new Uint8Array(count * RESULT_SIZE);
  return microseconds(count, () => {
    for (let each = 0; each < count; each += 1) {
      records.set(bytes.subarray(each * record, (each + 1) * record), each * record);
      moved.set(results.subarray(each * RESULT_SIZE, (each + 1) * RESULT_SIZE), each * RESULT_SIZE);
    }
  });
}
