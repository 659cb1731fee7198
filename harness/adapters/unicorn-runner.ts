/** Keeps the process with Unicorn busy: one batch runs while Node prepares the next. */
import { ResultDecoder } from "../../guest/decode.ts";
import { CaseEncoder } from "../../guest/encode.ts";
import { RESULT_SIZE } from "../../guest/layout.ts";
import type { TestCase } from "../../spec/model.ts";
import { AdapterError } from "../errors.ts";
import { Job, type Answer, type Batch } from "./job.ts";
import { UNICORN_REASONS } from "./unicorn/exits.ts";
import { UnicornProcess, type UnicornHello } from "./unicorn-process.ts";

/** What the runner starts and how patient it is. */
export interface UnicornRunnerOptions {
  readonly sharedObject: string;
  /** The model as Unicorn numbers it, and as users call it. */
  readonly model: number;
  readonly modelName: string;
  /** Milliseconds that one case may take. */
  readonly timeLimit: number;
  /** What to do when Unicorn does not start. */
  readonly hint: string;
}

const MAX_BATCH = 1000;
const CAPACITY = 1 << 22;
/** One batch runs, one waits. */
const FLIGHTS = 2;

/** A batch on its way. */
interface Flight {
  readonly job: Job;
  readonly batch: Batch;
  readonly results: Uint8Array;
  received: number;
}

/** Runs jobs on one process after the other: one that fails is replaced. */
export class UnicornRunner {
  readonly #options: UnicornRunnerOptions;
  readonly #encoder = new CaseEncoder(CAPACITY, "program");
  readonly #decoder = new ResultDecoder(MAX_BATCH, "svm", UNICORN_REASONS);
  #flights: Flight[] = [];
  #jobs: Job[] = [];
  #process: UnicornProcess | undefined;
  #restarting = false;
  #watch: NodeJS.Timeout | undefined;
  #nonce = 1;
  #closed = false;

  constructor(options: UnicornRunnerOptions) {
    this.#options = options;
  }

  /** The process that runs now. */
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Starts the process. Errors: `start-failed`. */
  async greet(): Promise<UnicornHello> {
    const { hello } = await this.#start();
    return hello;
  }

  /** As `Adapter.run`. */
  run(cases: readonly TestCase[]): Promise<readonly Answer[]> {
    const job = new Job(cases);
    if (this.#closed) {
      job.fail({ code: "crashed", message: "the adapter is closed", hint: "start another one" });
    } else {
      this.#jobs.push(job);
      this.#pump();
    }
    return job.done;
  }

  /** Ends the process and fails what is under way. */
  close(): void {
    this.#closed = true;
    this.#drop();
    for (const job of this.#jobs.splice(0)) {
      job.fail({ code: "crashed", message: "the adapter was closed", hint: "wait for `run` before `close`" });
    }
  }

  async #start(): Promise<UnicornProcess> {
    const { sharedObject, model, modelName, hint } = this.#options;
    try {
      const process: UnicornProcess = await UnicornProcess.start({
        sharedObject,
        model,
        onResults: (bytes) => {
          if (this.#process === process) this.#receive(bytes);
        },
        onEnd: (message) => {
          if (this.#process === process) this.#fail("crashed", message);
        },
      });
      if (this.#closed) {
        process.release();
        throw new Error("the adapter was closed");
      }
      process.hold(false);
      this.#process = process;
      return process;
    } catch (cause) {
      const message = `unicorn (${sharedObject}) as ${modelName} did not start: ${(cause as Error).message}`;
      throw new AdapterError({ code: "start-failed", message, hint, cause });
    }
  }

  /** Sends as much work as may be on its way. */
  #pump(): void {
    if (this.#process === undefined) {
      if (this.#jobs.length > 0) void this.#restart();
      return;
    }
    for (const job of this.#jobs) {
      while (!job.encoded && this.#flights.length < FLIGHTS) this.#launch(this.#process, job);
    }
    this.#jobs = this.#jobs.filter((job) => !job.settle());
    this.#process.hold(this.#flights.length > 0);
  }

  async #restart(): Promise<void> {
    if (this.#restarting) return;
    this.#restarting = true;
    try {
      await this.#start();
    } catch (error) {
      const { code, message, hint } = error as AdapterError;
      for (const job of this.#jobs.splice(0)) job.fail({ code, message, hint });
    } finally {
      this.#restarting = false;
    }
    this.#pump();
  }

  #launch(process: UnicornProcess, job: Job): void {
    const batch = job.encode(this.#encoder, this.#nonce, MAX_BATCH);
    const count = batch.indices.length;
    if (count === 0) return;
    this.#nonce = (batch.nonce + count) >>> 0;
    this.#flights.push({ job, batch, results: new Uint8Array(count * RESULT_SIZE), received: 0 });
    process.send(count, this.#encoder.bytes);
    this.#watch ??= setInterval(() => this.#look(), this.#options.timeLimit);
    if (this.#flights.length === 1) this.#watch.refresh();
  }

  #receive(bytes: Uint8Array): void {
    this.#watch?.refresh();
    let rest = bytes;
    while (rest.length > 0) {
      const [flight] = this.#flights;
      if (flight === undefined) {
        this.#fail("invalid-response", "the process with Unicorn sent results that nobody asked for");
        return;
      }
      const part = rest.subarray(0, flight.results.length - flight.received);
      flight.results.set(part, flight.received);
      flight.received += part.length;
      rest = rest.subarray(part.length);
      if (flight.received < flight.results.length) return;
      try {
        this.#collect(flight);
      } catch (cause) {
        this.#fail("invalid-response", (cause as Error).message);
        return;
      }
      this.#flights.shift();
      if (this.#flights.length === 0) this.#stopWatch();
      this.#pump();
      this.#jobs = this.#jobs.filter((job) => !job.settle());
    }
  }

  /** Takes the results that are complete. */
  #collect({ job, batch, results, received }: Flight): void {
    const count = Math.floor(received / RESULT_SIZE);
    this.#decoder.target(count).set(results.subarray(0, count * RESULT_SIZE));
    job.collect(this.#decoder, batch, count, (answer) => answer);
  }

  /** Nothing came for a time limit. When this process was busy, results may lie unread: they are read before it judges. */
  #look(): void {
    const received = this.#flights[0]?.received;
    const process = this.#process;
    setImmediate(() =>
      setImmediate(() => {
        const [flight] = this.#flights;
        if (flight === undefined || process !== this.#process || flight.received !== received) return;
        this.#fail("timeout", `no answer for ${this.#options.timeLimit} ms`);
      }),
    );
  }

  /** Ends the process and the job it worked on; jobs behind it start again on a new process. */
  #fail(code: "crashed" | "timeout" | "invalid-response", message: string): void {
    const [flight] = this.#flights;
    this.#drop();
    if (flight !== undefined) {
      try {
        this.#collect(flight);
      } catch {
        // What cannot be read was not answered.
      }
      this.#jobs = this.#jobs.filter((job) => job !== flight.job);
      const named = `unicorn as ${this.#options.modelName}: ${message}`;
      flight.job.fail({ code, message: named, hint: "the next run starts a new process" });
    }
    for (const job of this.#jobs) job.restart();
    this.#pump();
  }

  #stopWatch(): void {
    clearInterval(this.#watch);
    this.#watch = undefined;
  }

  /** Forgets the process and everything on its way. */
  #drop(): void {
    this.#stopWatch();
    this.#flights = [];
    this.#process?.release();
    this.#process = undefined;
  }
}
