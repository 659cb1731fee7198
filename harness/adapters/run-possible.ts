/** Keeps cases from a processor about which it can say nothing. */
import type { TestCase, Unsupported } from "../../spec/model.ts";
import { AdapterError } from "../errors.ts";
import type { Answer } from "./job.ts";

/** Runs the cases to which there is no objection, and answers the others with theirs. Errors: those of `run`. */
export async function runPossible(
  cases: readonly TestCase[],
  objection: (testCase: TestCase) => string | undefined,
  run: (cases: readonly TestCase[]) => Promise<readonly Answer[]>,
): Promise<readonly Answer[]> {
  const refused = cases.map((testCase): Unsupported | undefined => {
    const why = objection(testCase);
    return why === undefined ? undefined : { unsupported: why };
  });
  if (refused.every((why) => why === undefined)) return run(cases);
  try {
    return merged(refused, await run(cases.filter((_, index) => refused[index] === undefined)));
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    // The first case without an answer is the suspect, so the answers must be to the first cases.
    const { code, message, hint, answers, cause } = error;
    throw new AdapterError({ code, message, hint, answers: merged(refused, answers), cause });
  }
}

/** The answers in the order of all cases, up to the first case that has none. */
function merged(
  refused: readonly (Unsupported | undefined)[],
  answers: readonly Answer[],
): readonly Answer[] {
  const all: Answer[] = [];
  let next = 0;
  for (const why of refused) {
    const answer = why ?? answers[next++];
    if (answer === undefined) break;
    all.push(answer);
  }
  return all;
}
