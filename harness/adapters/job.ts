/** One call of an adapter's `run`: its cases, and the answers as they come in. */
import type { CaseEncoder } from "../../guest/encode.ts";
import type { ResultDecoder } from "../../guest/decode.ts";
import type { Observation, TestCase, Unsupported } from "../../spec/model.ts";
import { AdapterError } from "../errors.ts";
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
export class Job {
  readonly done: Promise<readonly Answer[]>;
  readonly #cases: readonly TestCase[];
  readonly #answers: (Answer | undefined)[];
  /** Cases before this one were encoded. */
  #encoded = 0;
  #answered = 0;
  #resolve: (answers: readonly Answer[]) => void = () => {};
  #reject: (error: AdapterError) => void = () => {};

  constructor(cases: readonly TestCase[]) {
    this.#cases = cases;
    this.#answers = Array.from({ length: cases.length });
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** Whether every case was encoded. */
  get encoded(): boolean {
    return this.#encoded === this.#cases.length;
  }

  /** Encodes up to `limit` of the cases that come next. Those that cannot run are answered at once. */
  encode(encoder: CaseEncoder, nonce: number, limit: number): Batch {
    encoder.reset(nonce);
    const indices: number[] = [];
    while (!this.encoded && indices.length < limit) {
      const placed = encoder.add(this.#cases[this.#encoded] as TestCase);
      if (placed === "full") break;
      if (placed === "placed") indices.push(this.#encoded);
      else this.#answer(this.#encoded, placed);
      this.#encoded += 1;
    }
    return { nonce, indices };
  }

  /** Encodes cases again that were placed before. */
  encodeAgain(encoder: CaseEncoder, nonce: number, indices: readonly number[]): Batch {
    encoder.reset(nonce);
    for (const index of indices) encoder.add(this.#cases[index] as TestCase);
    return { nonce, indices };
  }

  /** Takes the first `count` results of `batch`. Errors: a result that is damaged or not to this batch. */
  collect(decoder: ResultDecoder, batch: Batch, count: number, refine: (answer: Answer) => Answer): void {
    for (let record = 0; record < count; record += 1) {
      const index = batch.indices[record] as number;
      this.#answer(index, refine(decoder.decode(record, batch.nonce, this.#cases[index] as TestCase)));
    }
  }

  /** Resolves `done` if every case is answered, and says whether it is. */
  settle(): boolean {
    const complete = this.#answered === this.#cases.length;
    if (complete) this.#resolve(this.#answers as readonly Answer[]);
    return complete;
  }

  /** Rejects `done`, with the answers up to the first that is missing. */
  fail(failure: JobFailure): void {
    const missing = this.#answers.indexOf(undefined);
    const answers = (missing < 0 ? this.#answers : this.#answers.slice(0, missing)) as readonly Answer[];
    const where = `case ${answers.length} of ${this.#cases.length} is the first without an answer`;
    this.#reject(new AdapterError({ ...failure, message: `${failure.message}; ${where}`, answers }));
  }

  /** Begins anew, on another process. */
  restart(): void {
    this.#encoded = 0;
    this.#answered = 0;
    this.#answers.fill(undefined);
  }

  #answer(index: number, answer: Answer): void {
    if (this.#answers[index] === undefined) this.#answered += 1;
    this.#answers[index] = answer;
  }
}
