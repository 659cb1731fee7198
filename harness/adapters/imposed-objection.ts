/** Refuses cases that hold other values than the observer forces. */
import { field } from "../../spec/fields.ts";
import type { Profile, TestCase } from "../../spec/model.ts";
import type { Answer } from "./job.ts";
import { runPossible } from "./run-possible.ts";

/** Why a case cannot begin as it says; undefined when it can. */
export function imposedObjection({ imposed }: Profile, { before }: TestCase): string | undefined {
  for (const { field: name, mask, value } of imposed) {
    if (((field(name).get(before) ^ value) & mask) !== 0n)
      return `the observer forces ${mask.toString(16)}h of ${name} to ${value.toString(16)}h`;
  }
  return undefined;
}

/** Runs those cases that the observer can set up, and answers the others with the reason. */
export async function runWithinImposed(
  profile: Profile,
  cases: readonly TestCase[],
  run: (cases: readonly TestCase[]) => Promise<readonly Answer[]>,
): Promise<readonly Answer[]> {
  return runPossible(cases, (testCase) => imposedObjection(profile, testCase), run);
}
