/** Keeps a process that answers case records busy: one batch runs while Node prepares the next. */
import { ResultDecoder } from "../../guest/decode.ts";
import { CaseEncoder } from "../../guest/encode.ts";
import { RESULT_SIZE } from "../../guest/layout.ts";
import type { TestCase } from "../../spec/model.ts";
import { AdapterError } from "../errors.ts";
import { JobQueue } from "./job-queue.ts";
import type { Answer, Batch, Job } from "./job.ts";
import { RecordProcess, type RecordHello } from "./record-process.ts";

/** What the runner starts and how patient it is. */
export interface RecordRunnerOptions {
  /** What runs in the process, and what it is asked for, for messages. */
  readonly name: string;
  readonly title: string;
  /** The program, a built file beside this one. */
  readonly program: string;
  readonly args: readonly string[];
  /** Exit codes of its result records that mean "unsupported", with the reason. */
  readonly reasons: ReadonlyMap<number, string>;
  /** What to make of an answer; itself unless given. */
  readonly refine?: (answer: Answer) => Answer;
  /** Milliseconds that one case may take. */
  readonly timeLimit: number;
  /** What to do when it does not start. */
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

/** Runs jobs on such a process. */
export class RecordRunner {
  readonly #options: RecordRunnerOptions;
  readonly #encoder = new CaseEncoder(CAPACITY, "program");
  readonly #decoder: ResultDecoder;
  readonly #queue: JobQueue<RecordProcess>;
  #flights: Flight[] = [];

  constructor(options: RecordRunnerOptions) {
    this.#options = options;
    const { title, hint, timeLimit } = options;
    this.#decoder = new ResultDecoder(MAX_BATCH, "svm", options.reasons);
    this.#queue = new JobQueue({
      name: title,
      timeLimit,
      start: () => this.#start(),
      refusal: (what, cause) => {
        return new AdapterError({ code: "start-failed", message: `${title} ${what}`, hint, cause });
      },
      hasRoom: () => this.#flights.length < FLIGHTS,
      isBusy: () => this.#flights.length > 0,
      launch: (process, job) => {
        this.#launch(process, job);
      },
      rescue: () => this.#rescue(),
      forget: () => {
        this.#flights = [];
      },
      look: () => {
        this.#look();
      },
    });
  }

  /** The process that runs now. */
  get pid(): number | undefined {
    return this.#queue.worker?.pid;
  }

  /** Starts the process. Errors: `start-failed`. */
  async greet(): Promise<RecordHello> {
    const { hello } = await this.#queue.start();
    return hello;
  }

  /** As `Adapter.run`. */
  run(cases: readonly TestCase[]): Promise<readonly Answer[]> {
    return this.#queue.run(cases);
  }

  /** Ends the process and fails what is under way. */
  close(): void {
    this.#queue.close();
  }

  async #start(): Promise<RecordProcess> {
    const { name, program, args } = this.#options;
    const process: RecordProcess = await RecordProcess.start({
      name,
      program,
      args,
      onResults: (bytes) => {
        if (this.#queue.worker === process) this.#receive(bytes);
      },
      onEnd: (message) => {
        if (this.#queue.worker === process) this.#queue.fail("crashed", message);
      },
    });
    process.hold(false);
    return process;
  }

  #launch(process: RecordProcess, job: Job): void {
    const batch = this.#queue.encode(job, this.#encoder, MAX_BATCH);
    const count = batch.indices.length;
    if (count === 0) return;
    this.#flights.push({ job, batch, results: new Uint8Array(count * RESULT_SIZE), received: 0 });
    process.send(count, this.#encoder.bytes);
    this.#queue.watch();
    if (this.#flights.length === 1) this.#queue.postpone();
  }

  #receive(bytes: Uint8Array): void {
    this.#queue.postpone();
    let rest = bytes;
    while (rest.length > 0) {
      const [flight] = this.#flights;
      if (flight === undefined) {
        this.#queue.fail(
          "invalid-response",
          `the process with ${this.#options.name} sent results that nobody asked for`,
        );
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
        this.#queue.fail("invalid-response", (cause as Error).message);
        return;
      }
      this.#flights.shift();
      if (this.#flights.length === 0) this.#queue.rest();
      this.#queue.pump();
    }
  }

  /** Takes the results that are complete. */
  #collect({ job, batch, results, received }: Flight): void {
    const count = Math.floor(received / RESULT_SIZE);
    this.#decoder.target(count).set(results.subarray(0, count * RESULT_SIZE));
    job.collect(this.#decoder, batch, count, this.#options.refine ?? ((answer) => answer));
  }

  /** Nothing came for a time limit. When this process was busy, results may lie unread: they are read before it judges. */
  #look(): void {
    const received = this.#flights[0]?.received;
    const process = this.#queue.worker;
    setImmediate(() =>
      setImmediate(() => {
        const [flight] = this.#flights;
        if (flight === undefined || process !== this.#queue.worker || flight.received !== received) return;
        this.#queue.fail("timeout", `no answer for ${this.#options.timeLimit} ms`);
      }),
    );
  }

  /** What came before the case at which the process stands. */
  #rescue(): Job | undefined {
    const [flight] = this.#flights;
    if (flight === undefined) return undefined;
    try {
      this.#collect(flight);
    } catch {
      // What cannot be read was not answered.
    }
    return flight.job;
  }
}
