/** The cases of a run, each of them by its number. */
import { Random } from "fast-check";
import { xorshift128plusFromState } from "pure-rand/generator/xorshift128plus";
import type { Profile, TestCase } from "../spec/model.ts";
import { distance, type Distance } from "./distance.ts";
import type { InstructionName } from "./instruction-name.ts";
import { halves, mix, splitmix64, type Halves } from "./splitmix.ts";
import { testCase } from "./test-case.ts";

/** Changes whenever the same seed would give other cases; replay lines and reports carry it. */
export const GENERATOR_VERSION = 4;

/** Gives the cases of a run and simpler ones of each; what the harness asks for. */
export interface CaseSource {
  /** Case `index` (from 0), a pure function of the options and the generator version. */
  at(index: number): TestCase;
  /** Simpler valid cases, the simplest first; also for a case that was read from a file. */
  shrink(testCase: TestCase): Iterable<TestCase>;
  /** How far a case is from its boring machine, and where. */
  distance(testCase: TestCase): Distance;
}

/** What the cases of a run depend on. */
export interface CaseSourceOptions {
  readonly profile: Profile;
  /** A whole number between -2^53 and 2^53. */
  readonly seed: number;
  /** Names of instructions to choose from; all when it is absent. */
  readonly only?: readonly InstructionName[];
}

/**
 * The cases of a run. Case i does not depend on the cases before it, so that shards, resume and replay need none of
 * them. Errors: a plain `Error` for a seed that is no whole number, and for an empty `only`.
 */
export function caseSource(options: CaseSourceOptions): CaseSource {
  const { profile, seed, only } = options;
  if (!Number.isSafeInteger(seed)) throw new Error(`expected a seed between -2^53 and 2^53, got ${seed}`);
  const arbitrary = testCase(only === undefined ? { profile } : { profile, only });
  const key = runKey(seed);
  return {
    at: (index) => {
      // Neighbouring seeds of the underlying generator give nearly equal first values: hash them apart.
      const a = splitmix64(key, 2 * index);
      const b = splitmix64(key, 2 * index + 1);
      const state = [a.high | 0, a.low | 0, b.high | 0, b.low | 0] as const;
      return arbitrary.generate(new Random(xorshift128plusFromState(state))).value;
    },
    shrink: (value) => arbitrary.simpler(value),
    distance,
  };
}

function runKey(seed: number): Halves {
  const { high, low } = mix(halves(seed));
  return mix({ high, low: (low ^ GENERATOR_VERSION) >>> 0 });
}
