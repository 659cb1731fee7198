import { boringOf } from "../generators/distance.ts";
import { takeApart } from "../generators/parts.ts";
import type { TestCase } from "../spec/model.ts";

/** The boring machine of a case; undefined for code that the generators do not make. */
export function plainCase(testCase: TestCase): TestCase | undefined {
  const parts = takeApart(testCase);
  return parts === undefined ? undefined : boringOf(testCase, parts);
}
