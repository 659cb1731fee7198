/** What a program of several steps begins with. */
import type { TestCase } from "../spec/model.ts";
import { dropStep } from "./groups/steps.ts";
import { copyParts, putTogether, takeApart } from "./parts.ts";

/**
 * The programs that a case begins with, the shortest first, itself last. What is left of a block still ends with its
 * page, so that a program that stops there lands.
 */
export function beginnings(testCase: TestCase): readonly TestCase[] {
  const parts = takeApart(testCase);
  if (parts === undefined) return [testCase];
  const shorter = copyParts(parts);
  const found = [testCase];
  while (shorter.rest.length > 0) {
    dropStep(shorter, shorter.rest.length - 1);
    found.unshift(putTogether(shorter, testCase));
  }
  return found;
}
