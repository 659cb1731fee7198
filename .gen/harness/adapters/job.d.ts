/** One call of an adapter's `run`: its cases, and the answers as they come in. */
import type { CaseEncoder } from "../../guest/encode.ts";
import type { ResultDecoder } from "../../guest/decode.ts";
import type { Observation, TestCase, Unsupported } from "../../spec/model.ts";
import type { AdapterErrorCode } from "../errors.ts";
/** What an adapter says about one case. */
export type Answer = Observation | Unsupported;
/** What went wrong with a job, without the answers, which the job knows. */
export interface JobFailure {
    readonly code: AdapterErrorCode;
    readonly message: string;
    readonly hint: string;
}
/** Cases that were encoded together: where they are in the job, and the number of the first record. */
export interface Batch {
    readonly nonce: number;
    /** Index in the job of each record. */
    readonly indices: readonly number[];
}
/** Cases on their way through a processor, in one or several batches. */
export declare class Job {
    #private;
    readonly done: Promise<readonly Answer[]>;
    constructor(cases: readonly TestCase[]);
    /** Whether every case was encoded. */
    get encoded(): boolean;
    /** Encodes up to `limit` of the cases that come next. Those that cannot run are answered at once. */
    encode(encoder: CaseEncoder, nonce: number, limit: number): Batch;
    /** Encodes cases again that were placed before. */
    encodeAgain(encoder: CaseEncoder, nonce: number, indices: readonly number[]): Batch;
    /** Takes the first `count` results of `batch`. Errors: a result that is damaged or not to this batch. */
    collect(decoder: ResultDecoder, batch: Batch, count: number, refine: (answer: Answer) => Answer): void;
    /** Resolves `done` if every case is answered, and says whether it is. */
    settle(): boolean;
    /** Rejects `done`, with the answers up to the first that is missing. */
    fail(failure: JobFailure): void;
    /** Begins anew, on another process. */
    restart(): void;
}
