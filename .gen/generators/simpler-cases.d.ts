import type { TestCase } from "../spec/model.ts";
/**
 * Simpler valid cases of `testCase`, the simplest first: the boring machine; all but one, two, three of four quarters
 * of the differing groups reset; eighths and sixteenths reset; each group reset; then simpler values within a group.
 * Two groups that matter lie in two of four quarters, so that each candidate that is kept halves what differs.
 * Empty for a case whose code the generators do not know. No context is needed.
 */
export declare function simplerCases(testCase: TestCase): Generator<TestCase>;
