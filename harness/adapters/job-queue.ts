/** Jobs on one process after the other: a process that fails is replaced, and jobs behind the failed one start again. */
import type { CaseEncoder } from "../../guest/encode.ts";
import type { TestCase } from "../../spec/model.ts";
import type { AdapterError } from "../errors.ts";
import { Job, type Answer, type Batch } from "./job.ts";

/** A process that runs cases. */
export interface Worker {
  readonly pid: number;
  /** Whether it keeps Node from exiting. */
  hold(held: boolean): void;
  /** Ends it. */
  release(): void;
}

/** How a process ended or had to be ended. */
export type BreakCode = "crashed" | "timeout" | "invalid-response";

/** What the queue must know of a kind of process. */
export interface Trade<Kind extends Worker> {
  /** Whose failure a message tells of. */
  readonly name: string;
  /** Starts a process. Errors: an Error that says why it does not run. */
  readonly start: () => Promise<Kind>;
  /** The error of a process that did not start, because of `what`. */
  readonly refusal: (what: string, cause: unknown) => AdapterError;
  /** Whether another batch may be on its way. */
  readonly hasRoom: () => boolean;
  readonly isBusy: () => boolean;
  /** Sends cases of `job` that come next, if any can run. */
  readonly launch: (worker: Kind, job: Job) => void;
  /** Ends the process and takes what it answered by then; returns the job that it worked on. */
  readonly rescue: (worker: Kind) => Job | undefined;
  /** Forgets what is on its way. */
  readonly forget: () => void;
  /** Milliseconds between two looks at a process that works. */
  readonly timeLimit: number;
  /** Called that often while it works. */
  readonly look: () => void;
}

/** Keeps one process busy. */
export class JobQueue<Kind extends Worker> {
  readonly #trade: Trade<Kind>;
  #jobs: Job[] = [];
  #worker: Kind | undefined;
  #restarting = false;
  #watch: NodeJS.Timeout | undefined;
  #nonce = 1;
  #closed = false;

  constructor(trade: Trade<Kind>) {
    this.#trade = trade;
  }

  /** The process that runs now. */
  get worker(): Kind | undefined {
    return this.#worker;
  }

  /** Starts a process. Errors: what `refusal` makes of it. */
  async start(): Promise<Kind> {
    try {
      const worker = await this.#trade.start();
      if (this.#closed) {
        worker.release();
        throw new Error("the adapter was closed");
      }
      this.#worker = worker;
      return worker;
    } catch (cause) {
      throw this.#trade.refusal(`did not start: ${(cause as Error).message}`, cause);
    }
  }

  /** As `Adapter.run`. As many cases as there is room for are on their way when it returns. */
  run(cases: readonly TestCase[]): Promise<readonly Answer[]> {
    const job = new Job(cases);
    if (this.#closed) {
      job.fail({ code: "crashed", message: "the adapter is closed", hint: "start another one" });
    } else {
      this.#jobs.push(job);
      this.pump();
    }
    return job.done;
  }

  /** Ends the process and fails what is under way. */
  close(): void {
    this.#closed = true;
    this.drop();
    for (const job of this.#jobs.splice(0)) {
      job.fail({ code: "crashed", message: "the adapter was closed", hint: "wait for `run` before `close`" });
    }
  }

  /** Encodes up to `limit` of the cases of `job` that come next. */
  encode(job: Job, encoder: CaseEncoder, limit: number): Batch {
    const batch = job.encode(encoder, this.#nonce, limit);
    this.#nonce = (batch.nonce + batch.indices.length) >>> 0;
    return batch;
  }

  /** Sends as much work as there is room for, and settles the jobs that are done. */
  pump(): void {
    const worker = this.#worker;
    if (worker === undefined) {
      if (this.#jobs.length > 0) void this.#restart();
      return;
    }
    for (const job of this.#jobs) {
      while (!job.encoded && this.#trade.hasRoom()) {
        this.#trade.launch(worker, job);
        // A process that failed in doing so was replaced, and the queue went on with the next one.
        if (this.#worker !== worker) return;
      }
    }
    // Only now: a job of nothing but unsupported cases is complete without having been sent.
    this.#jobs = this.#jobs.filter((job) => !job.settle());
    worker.hold(this.#trade.isBusy());
  }

  /** Ends the process and the job it worked on; jobs behind it start again on a new process. */
  fail(code: BreakCode, message: string): void {
    const failed = this.#worker === undefined ? undefined : this.#trade.rescue(this.#worker);
    this.drop();
    if (failed !== undefined) {
      this.#jobs = this.#jobs.filter((job) => job !== failed);
      const hint = "the next run starts a new process";
      failed.fail({ code, message: `${this.#trade.name}: ${message}`, hint });
    }
    for (const job of this.#jobs) job.restart();
    this.pump();
  }

  /** Begins to look at the process, unless that has begun. */
  watch(): void {
    this.#watch ??= setInterval(this.#trade.look, this.#trade.timeLimit);
  }

  /** Puts the next look off: the process has shown life. */
  postpone(): void {
    this.#watch?.refresh();
  }

  /** Looks no more. */
  rest(): void {
    clearInterval(this.#watch);
    this.#watch = undefined;
  }

  /** Forgets the process and everything on its way. */
  drop(): void {
    this.rest();
    this.#trade.forget();
    this.#worker?.release();
    this.#worker = undefined;
  }

  async #restart(): Promise<void> {
    if (this.#restarting) return;
    this.#restarting = true;
    try {
      await this.start();
    } catch (error) {
      const { code, message, hint } = error as AdapterError;
      for (const job of this.#jobs.splice(0)) job.fail({ code, message, hint });
    } finally {
      this.#restarting = false;
    }
    this.pump();
  }
}
