/** Shrinking of test cases: towards the boring machine, then simpler values. */
import { FIELD_NAMES, field } from "../spec/fields.ts";
import type { Page, TestCase } from "../spec/model.ts";
import { differingGroups } from "./differing-groups.ts";
import { boringOf } from "./distance.ts";
import { changed, type Group } from "./groups/group.ts";
import { isUsable, putTogether, samePage, takeApart, type Parts } from "./parts.ts";

/** How many parts the differing groups are cut into, each round finer. */
const CUTS: readonly number[] = [4, 8, 16];

/**
 * Simpler valid cases of `testCase`, the simplest first: the boring machine; all but one, two, three of four quarters
 * of the differing groups reset; eighths and sixteenths reset; each group reset; then simpler values within a group.
 * Two groups that matter lie in two of four quarters, so that each candidate that is kept halves what differs.
 * Empty for a case whose code the generators do not know. No context is needed.
 */
export function* simplerCases(testCase: TestCase): Generator<TestCase> {
  const parts = takeApart(testCase);
  if (parts === undefined) return;
  const boring = takeApart(boringOf(testCase, parts)) as Parts;
  const groups = differingGroups(parts, boring);
  if (groups.length === 0) return;
  yield* usable(boring, testCase);
  const seen = new Set<string>();
  for (const kept of keptGroups(groups.length)) {
    const key = kept.join();
    if (seen.has(key)) continue;
    seen.add(key);
    const candidate = changed(parts, (copy) => {
      groups.forEach((group, index) => {
        if (!kept.includes(index)) group.reset(copy, boring);
      });
    });
    // With nothing kept the operand's value may still have moved to rAX; without it this is the boring machine again.
    if (kept.length > 0 || differingGroups(candidate, boring).length > 0) yield* usable(candidate, testCase);
  }
  for (const group of groups) yield* simplerContents(group, parts, boring, testCase);
}

function* simplerContents(
  group: Group,
  parts: Parts,
  boring: Parts,
  testCase: TestCase,
): Generator<TestCase> {
  for (const change of group.simpler(parts, boring)) yield* usable(changed(parts, change), testCase);
}

/** The case of `parts`, unless it is invalid or would land in one of its pages. */
function* usable(parts: Parts, original: TestCase): Generator<TestCase> {
  const candidate = putTogether(parts, original);
  if (isUsable(candidate, parts.instruction) && !isSame(candidate, original)) yield candidate;
}

/** Whether nothing is left of a change: the observer forces what it took away. */
function isSame(a: TestCase, b: TestCase): boolean {
  return (
    FIELD_NAMES.every((name) => field(name).get(a.before) === field(name).get(b.before)) &&
    a.steps.length === b.steps.length &&
    Buffer.compare(bytesOf(a), bytesOf(b)) === 0 &&
    a.pages.length === b.pages.length &&
    a.pages.every((page, index) => samePage(page, b.pages[index] as Page))
  );
}

function bytesOf({ steps }: TestCase): Uint8Array {
  return Buffer.concat(steps.map(({ bytes }) => bytes));
}

/** The indices of the groups that keep their content, for each candidate; those that keep least first. */
function* keptGroups(count: number): Generator<readonly number[]> {
  yield [];
  const quarters = pieces(count, CUTS[0] as number);
  for (const chosen of [1, 2, 3]) {
    for (const some of choices(quarters, chosen)) if (some.length < count) yield some;
  }
  const all = Array.from({ length: count }, (_, index) => index);
  for (const cut of [...CUTS.slice(1), count]) {
    for (const piece of pieces(count, cut)) yield all.filter((index) => !piece.includes(index));
  }
}

/** The indices 0 to count-1 in at most `parts` runs of nearly equal length, none of them empty. */
function pieces(count: number, parts: number): readonly (readonly number[])[] {
  const runs = Math.min(parts, count);
  return Array.from({ length: runs }, (_, run) => {
    const from = Math.floor((run * count) / runs);
    const to = Math.floor(((run + 1) * count) / runs);
    return Array.from({ length: to - from }, (_unused, offset) => from + offset);
  });
}

/** Every union of `chosen` of the runs. */
function choices(runs: readonly (readonly number[])[], chosen: number): readonly (readonly number[])[] {
  if (chosen === 0) return [[]];
  return runs.flatMap((run, index) =>
    choices(runs.slice(index + 1), chosen - 1).map((rest) => [...run, ...rest]),
  );
}
