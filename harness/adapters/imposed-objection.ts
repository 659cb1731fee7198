/** Refuses cases that hold other values than the observer forces. */
import { field } from "../../spec/fields.ts";
import type { Profile, TestCase, Unsupported } from "../../spec/model.ts";
import type { Answer } from "./job.ts";

/** Why a case cannot begin as it says; undefined when it can. */
function objection({ imposed }: Profile, { before }: TestCase): Unsupported | undefined {
  for (const { field: name, mask, value } of imposed) {
    if (((field(name).get(before) ^ value) & mask) !== 0n) {
      return {
        unsupported: `the observer forces ${mask.toString(16)}h of ${name} to ${value.toString(16)}h`,
      };
    }
  }
  return undefined;
}

/** Runs those cases that the observer can set up, and answers the others with the reason. */
export async function runWithinImposed(
  profile: Profile,
  cases: readonly TestCase[],
  run: (cases: readonly TestCase[]) => Promise<readonly Answer[]>,
): Promise<readonly Answer[]> {
  const objections = cases.map((testCase) => objection(profile, testCase));
  if (objections.every((why) => why === undefined)) return run(cases);
  const answers = await run(cases.filter((_, index) => objections[index] === undefined));
  let next = 0;
  return objections.map((why) => why ?? (answers[next++] as Answer));
}
