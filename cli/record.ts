/** `ringcross record`: what the CPU of this machine does, as evidence that outlives the machine. */
import { randomInt } from "node:crypto";
import { closeSync, openSync, writeSync } from "node:fs";
import { caseSource, GENERATOR_VERSION } from "../generators/case-source.ts";
import { INSTRUCTION_NAMES, ON_TRIAL, type InstructionName } from "../generators/instruction-name.ts";
import { startNative, type NativeAdapter } from "../harness/adapters/native.ts";
import type { CpuState } from "../spec/model.ts";
import { encodeRecorded, encodeRecordingFooter, encodeRecordingHeader } from "../spec/recording.ts";
import { RULES } from "../spec/generated/rules.ts";
import { ALL_PASS, exitCodeOfSignal } from "./exit-code.ts";
import { print } from "./output.ts";
import { packageVersion } from "./package-version.ts";
import { parseCount, parseSeed } from "./run-request.ts";
import { select } from "./select.ts";
import { watchSignals } from "./signals.ts";
import { UsageError } from "./usage-error.ts";

/** The options as commander hands them over. */
export interface RecordOptionWords {
  readonly out: string;
  readonly cases?: string;
  readonly seed?: string;
  readonly only?: readonly string[];
}

/** Cases recorded when nothing else is said. */
export const RECORDED_CASES = 1000;

/**
 * Records until the CPU has answered so many cases. Returns the exit code.
 * Errors: `UsageError`; `AdapterError` where the machine cannot be recorded, or breaks on a case.
 */
export async function record(words: RecordOptionWords): Promise<number> {
  const wanted = words.cases === undefined ? RECORDED_CASES : parseCount(words.cases);
  const seed = words.seed === undefined ? randomInt(2 ** 32) : parseSeed(words.seed);
  const { only: patterns = [] } = words;
  const rules = [...RULES.keys()];
  const { instructions } = select(patterns, { instructions: INSTRUCTION_NAMES, rules, onTrial: ON_TRIAL });
  const only = INSTRUCTION_NAMES.filter((name) => instructions.includes(name));
  const watch = watchSignals();
  const adapter = await startNative();
  try {
    const file = opened(words.out);
    try {
      const skipped = await recordAll(adapter, {
        file,
        wanted,
        seed,
        ...(patterns.length > 0 && { only }),
        signal: watch.signal,
      });
      if (watch.signal.aborted) return exitCodeOfSignal(watch.signal.reason as "SIGINT" | "SIGTERM");
      const { vendor } = adapter.profile;
      print([
        `${wanted} cases of ${vendor} ${adapter.model}, ${adapter.version}, seed ${seed}, in ${words.out}`,
        `${skipped} cases were left out, which a program cannot run`,
      ]);
      return ALL_PASS;
    } finally {
      closeSync(file);
    }
  } finally {
    await adapter.close();
    watch.release();
  }
}

/** Returns how many cases could not be run. */
async function recordAll(
  adapter: NativeAdapter,
  options: {
    readonly file: number;
    readonly wanted: number;
    readonly seed: number;
    readonly only?: readonly InstructionName[];
    readonly signal: AbortSignal;
  },
): Promise<number> {
  const { file, wanted, seed, only, signal } = options;
  const { profile, cpu, capabilities } = adapter;
  const source = caseSource({ profile, seed, ...(only !== undefined && { only }) });
  const write = (document: object): void => {
    writeSync(file, `${JSON.stringify(document)}\n`);
  };
  const base: CpuState = source.at(0).before;
  write(
    encodeRecordingHeader({
      version: packageVersion(),
      seed,
      generator: GENERATOR_VERSION,
      cpu: { vendor: profile.vendor, ...cpu },
      profile,
      seen: new Map([...capabilities.fields].map(([name, { seen }]) => [name, seen])),
      base,
    }),
  );
  let recorded = 0;
  let index = 0;
  while (recorded < wanted && !signal.aborted) {
    const count = Math.min(capabilities.batch, wanted - recorded);
    const cases = Array.from({ length: count }, (_, offset) => source.at(index + offset));
    index += count;
    for (const [position, answer] of (await adapter.run(cases)).entries()) {
      const testCase = cases[position];
      if (testCase === undefined || "unsupported" in answer) continue;
      write(encodeRecorded(base, testCase, answer));
      recorded += 1;
    }
  }
  if (!signal.aborted) write(encodeRecordingFooter(recorded));
  return index - recorded;
}

function opened(file: string): number {
  try {
    return openSync(file, "w");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `cannot write ${file}: ${code ?? String(error)}`,
      "name a file in a folder that exists",
    );
  }
}
