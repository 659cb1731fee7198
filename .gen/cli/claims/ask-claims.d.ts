import type { ProcessorIdentity } from "../../harness/finding.ts";
import type { Trouble } from "../../harness/report/reporter.ts";
import type { ClaimCase } from "../../spec/generated/documents.ts";
import type { OpenProcessor } from "../open-processor.ts";
import { type Judged } from "./judge-claim.ts";
/** What became of one experiment on one processor. */
export type ClaimAnswer = Judged
/** The processor hangs or dies on it. */
 | {
    readonly breaks: string;
} | {
    readonly skip: string;
}
/** The processor or its adapter failed for another reason. */
 | {
    readonly lost: string;
} | {
    readonly foreign: true;
};
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
export declare function askClaims({ adapter }: Pick<OpenProcessor, "adapter">, cases: readonly ClaimCase[], { signal, onTrouble }: AskClaimsOptions): Promise<AskedProcessor>;
