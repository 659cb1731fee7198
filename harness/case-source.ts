/** Where the cases of a run come from; the generators implement it and cli hands it in. */
import type { TestCase } from "../spec/model.ts";

/** How far a case is from the boring machine of its instruction and mode. */
export interface Distance {
  /** The number of fields, pages and prefixes that differ. */
  readonly distance: number;
  /** The groups of state that they belong to. */
  readonly groups: readonly string[];
}

/** An endless supply of test cases for one profile. */
export interface CaseSource {
  /** Case number `index`, a pure function of the index: replay and shards need no earlier case. */
  at(index: number): TestCase;
  /** Simpler cases, the simplest first; each is strictly simpler, so that shrinking ends. */
  shrink(testCase: TestCase): Iterable<TestCase>;
  /** The programs that a case of several steps begins with, the shortest first, itself last. */
  beginnings(testCase: TestCase): readonly TestCase[];
  distance(testCase: TestCase): Distance;
}
