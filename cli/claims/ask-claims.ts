/** Asks one processor for the experiments of some claims. */
import { asker } from "../../harness/ask.ts";
import { identityOf } from "../../harness/run.ts";
import type { ProcessorIdentity } from "../../harness/finding.ts";
import type { Trouble } from "../../harness/report/reporter.ts";
import type { ClaimCase } from "../../spec/generated/documents.ts";
import type { OpenProcessor } from "../open-processor.ts";
import { poseClaim } from "./claim-case.ts";
import { judgeClaim, type Judged } from "./judge-claim.ts";

/** What became of one experiment on one processor. */
export type ClaimAnswer =
  | Judged
  /** The processor hangs or dies on it. */
  | { readonly breaks: string }
  | { readonly skip: string }
  /** The processor or its adapter failed for another reason. */
  | { readonly lost: string }
  | { readonly foreign: true };

/** One processor's answers, in the order of the experiments. */
export interface AskedProcessor {
  readonly identity: ProcessorIdentity;
  readonly answers: readonly ClaimAnswer[];
}

/** How to ask. */
export interface AskClaimsOptions {
  readonly signal?: AbortSignal;
  readonly onTrouble: (trouble: Trouble) => void;
}

/** Runs every experiment that the processor can run. */
export async function askClaims(
  { adapter }: Pick<OpenProcessor, "adapter">,
  cases: readonly ClaimCase[],
  { signal, onTrouble }: AskClaimsOptions,
): Promise<AskedProcessor> {
  const { capabilities } = adapter;
  const posed = cases.map((each) => poseClaim(each, adapter));
  const testCases = posed.flatMap((each) => ("testCase" in each ? [each.testCase] : []));
  const processor = asker({ adapter, onTrouble, ...(signal !== undefined && { signal }) });
  const answers = await processor.ask(testCases, (position) => `experiment ${position + 1}`);
  let position = 0;
  const told = posed.map((each, index): ClaimAnswer => {
    if (!("testCase" in each)) return each;
    const answer = answers[position++];
    if (answer === undefined) return { lost: "it was given up before this experiment" };
    if ("unsupported" in answer) return { skip: answer.unsupported };
    if ("breaks" in answer) return { breaks: answer.message };
    if ("lost" in answer) return answer;
    return judgeClaim(cases[index] as ClaimCase, {
      testCase: each.testCase,
      observation: answer,
      capabilities,
    });
  });
  return { identity: identityOf(adapter), answers: told };
}
