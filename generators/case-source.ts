/** The cases of a run, each of them by its number. */
import { Random } from "fast-check";
import { xorshift128plusFromState } from "pure-rand/generator/xorshift128plus";
import type { Profile, TestCase } from "../spec/model.ts";
import { beginnings } from "./beginnings.ts";
import { distance, type Distance } from "./distance.ts";
import type { InstructionName } from "./instruction-name.ts";
import { halves, mix, splitmix64, type Halves } from "./splitmix.ts";
import { RandomBits } from "./random-bits.ts";
import { SequenceArbitrary } from "./sequence.ts";
import { testCase } from "./test-case.ts";

/** Changes whenever the same seed would give other cases; replay lines and reports carry it. */
export const GENERATOR_VERSION = 4;

/** Gives the cases of a run and simpler ones of each; what the harness asks for. */
export interface CaseSource {
  /** Case `index` (from 0), a pure function of the options and the generator version. */
  at(index: number): TestCase;
  /** Simpler valid cases, the simplest first; also for a case that was read from a file. */
  shrink(testCase: TestCase): Iterable<TestCase>;
  /** The programs that a case of several steps begins with, the shortest first, itself last. */
  beginnings(testCase: TestCase): readonly TestCase[];
  /** How far a case is from its boring machine, and where. */
  distance(testCase: TestCase): Distance;
}

/** What the cases of a run depend on. */
export interface CaseSourceOptions {
  readonly profile: Profile;
  /** A whole number between -2^53 and 2^53. */
  readonly seed: number;
  /** Names of instructions to choose from; the settled ones when it is absent. */
  readonly only?: readonly InstructionName[];
}

/** The 128 bits that the cases with this number are drawn from. */
function randomAt(key: Halves, index: number): Random {
  // Neighbouring seeds of the underlying generator give nearly equal first values: hash them apart.
  const a = splitmix64(key, 2 * index);
  const b = splitmix64(key, 2 * index + 1);
  return new Random(xorshift128plusFromState([a.high | 0, a.low | 0, b.high | 0, b.low | 0]));
}

/** How many cases in a row come from one program: all its steps, and all but the last one, two and three. */
const PREFIXES = 4;

/**
 * Programs of several steps, each followed by its own beginnings: what a processor has done after every step is the end of
 * one of them. Errors: a plain `Error` for a seed that is no whole number, and for a profile without 64-bit mode.
 */
export function sequenceSource({ profile, seed }: Pick<CaseSourceOptions, "profile" | "seed">): CaseSource {
  if (!profile.modes.includes("64")) throw new Error("programs of several steps run in 64-bit mode alone");
  const arbitrary = new SequenceArbitrary(profile);
  const key = runKey(checkedSeed(seed));
  return {
    at: (index) =>
      arbitrary.drawWithout(new RandomBits(randomAt(key, index - (index % PREFIXES))), index % PREFIXES) ??
      arbitrary.generate(randomAt(key, index)).value,
    shrink: (value) => arbitrary.simpler(value),
    beginnings,
    distance,
  };
}

/**
 * The cases of a run. Case i does not depend on the cases before it, so that shards, resume and replay need none of
 * them. Errors: a plain `Error` for a seed that is no whole number, and for an empty `only`.
 */
export function caseSource(options: CaseSourceOptions): CaseSource {
  const { profile, seed, only } = options;
  const arbitrary = testCase(only === undefined ? { profile } : { profile, only });
  const key = runKey(checkedSeed(seed));
  return {
    at: (index) => arbitrary.generate(randomAt(key, index)).value,
    shrink: (value) => arbitrary.simpler(value),
    beginnings,
    distance,
  };
}

function checkedSeed(seed: number): number {
  if (!Number.isSafeInteger(seed)) throw new Error(`expected a seed between -2^53 and 2^53, got ${seed}`);
  return seed;
}

function runKey(seed: number): Halves {
  const { high, low } = mix(halves(seed));
  return mix({ high, low: (low ^ GENERATOR_VERSION) >>> 0 });
}
