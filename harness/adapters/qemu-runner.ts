/** Keeps one QEMU busy: two batches in its RAM, one running while Node prepares the other. */
import { ResultDecoder } from "../../guest/decode.ts";
import { CaseEncoder } from "../../guest/encode.ts";
import { readHello } from "../../guest/hello.ts";
import { MEMORY } from "../../guest/layout.ts";
import type { ObserverName } from "../../guest/layout.ts";
import { romPath } from "../../guest/package-root.ts";
import type { Profile, TestCase } from "../../spec/model.ts";
import { AdapterError } from "../errors.ts";
import { Job } from "./job.ts";
import type { Answer, Batch } from "./job.ts";
import { QemuProcess } from "./qemu-process.ts";

/** What the runner starts and how patient it is. */
export interface QemuRunnerOptions {
  readonly binary: string;
  readonly cpu: string;
  readonly observer: ObserverName;
  readonly accelerator: string;
  /** Milliseconds that one case may take. */
  readonly timeLimit: number;
  /** Seconds after which an idle QEMU ends itself. */
  readonly idleLimit: number;
  /** What to do when QEMU does not start. */
  readonly hint: string;
}

const SLOT_COUNT = 2;
const CASES_CAPACITY = 0x80_0000;
const RESULTS_CAPACITY = 0x40_0000;
const SLOT_BYTES = CASES_CAPACITY + RESULTS_CAPACITY;
const MAX_BATCH = 4000;

/** A batch in a slot. */
interface Flight {
  readonly job: Job;
  readonly batch: Batch;
  /** Progress when it was last looked at. */
  seen: number;
}

/** Runs jobs on one QEMU after the other: a process that fails is replaced. */
export class QemuRunner {
  readonly #options: QemuRunnerOptions;
  readonly #encoder: CaseEncoder;
  readonly #decoder: ResultDecoder;
  readonly #flights: (Flight | undefined)[] = Array.from({ length: SLOT_COUNT });
  /** Slots in the order in which they were rung. */
  #order: number[] = [];
  #jobs: Job[] = [];
  #process: QemuProcess | undefined;
  #restarting = false;
  #watch: NodeJS.Timeout | undefined;
  #nonce = 1;
  #closed = false;

  constructor(options: QemuRunnerOptions) {
    this.#options = options;
    this.#encoder = new CaseEncoder(CASES_CAPACITY, options.observer);
    this.#decoder = new ResultDecoder(MAX_BATCH, options.observer);
  }

  /** The process that runs now. */
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Starts the process and reads the profile. Errors: `start-failed`. */
  async greet(): Promise<Profile> {
    const process = await this.#start();
    const page = new Uint8Array(0x400);
    process.read(MEMORY.control, page);
    try {
      return readHello(page, this.#options.observer);
    } catch (cause) {
      this.#drop();
      const hint = "choose a -cpu with SVM, for instance EPYC or Skylake-Server,+svm";
      throw this.#startFailed((cause as Error).message, cause, hint);
    }
  }

  /** As `Adapter.run`. As many cases as there is room for are on their way when it returns. */
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

  async #start(): Promise<QemuProcess> {
    try {
      const process: QemuProcess = await QemuProcess.start({
        ...this.#options,
        rom: romPath(),
        onDone: (slot) => {
          if (this.#process === process) this.#finish(slot);
        },
        onEnd: (message) => {
          if (this.#process === process) this.#fail("crashed", message);
        },
      });
      if (this.#closed) {
        process.release();
        throw new Error("the adapter was closed");
      }
      this.#process = process;
      return process;
    } catch (cause) {
      throw this.#startFailed(`did not start: ${(cause as Error).message}`, cause, this.#options.hint);
    }
  }

  #startFailed(what: string, cause: unknown, hint: string): AdapterError {
    const { binary, cpu } = this.#options;
    return new AdapterError({ code: "start-failed", message: `${binary} -cpu ${cpu}: ${what}`, hint, cause });
  }

  /** Puts as much work into free slots as there is. */
  #pump(): void {
    if (this.#process === undefined) {
      if (this.#jobs.length > 0) void this.#restart();
      return;
    }
    for (const job of this.#jobs) {
      while (!job.encoded) {
        const slot = this.#flights.indexOf(undefined);
        if (slot < 0 || this.#process === undefined) return;
        this.#launch(this.#process, job, slot);
      }
    }
    // Only now: a job of nothing but unsupported cases is complete without a flight.
    this.#jobs = this.#jobs.filter((job) => !job.settle());
    this.#process.hold(this.#order.length > 0);
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

  #launch(process: QemuProcess, job: Job, slot: number): void {
    const batch = job.encode(this.#encoder, this.#nonce, MAX_BATCH);
    const count = batch.indices.length;
    if (count === 0) return;
    this.#nonce = (batch.nonce + count) >>> 0;
    const cases = MEMORY.slots + slot * SLOT_BYTES;
    this.#flights[slot] = { job, batch, seen: -1 };
    this.#order.push(slot);
    try {
      process.write(cases, this.#encoder.bytes);
      process.ring(slot, { nonce: batch.nonce, count, cases, results: cases + CASES_CAPACITY });
    } catch (cause) {
      this.#fail("crashed", `cannot write to its memory: ${(cause as Error).message}`);
      return;
    }
    this.#watch ??= setInterval(() => this.#look(), this.#options.timeLimit);
  }

  /** The guest says that `slot` is done. */
  #finish(slot: number): void {
    const flight = this.#flights[slot];
    if (flight === undefined) {
      this.#fail("invalid-response", `the guest reports slot ${slot}, which holds no batch`);
      return;
    }
    try {
      this.#collect(slot, flight, flight.batch.indices.length);
    } catch (cause) {
      this.#fail("invalid-response", (cause as Error).message);
      return;
    }
    this.#flights[slot] = undefined;
    this.#order = this.#order.filter((other) => other !== slot);
    if (this.#order.length === 0) this.#stopWatch();
    this.#pump();
    this.#jobs = this.#jobs.filter((job) => !job.settle());
  }

  #collect(slot: number, { job, batch }: Flight, count: number): void {
    this.#process?.read(MEMORY.slots + slot * SLOT_BYTES + CASES_CAPACITY, this.#decoder.target(count));
    job.collect(this.#decoder, batch, count, (answer) => answer);
  }

  /** The slot that the guest works on. */
  #current(): { readonly slot: number; readonly flight: Flight } | undefined {
    const slot = this.#order[0];
    const flight = slot === undefined ? undefined : this.#flights[slot];
    return slot === undefined || flight === undefined ? undefined : { slot, flight };
  }

  /** The case that runs must differ from the one at the last look. */
  #look(): void {
    const current = this.#current();
    if (current === undefined || this.#process === undefined) return;
    const { slot, flight } = current;
    const { running, done } = this.#process.progress(slot);
    if (done === flight.batch.nonce || running !== flight.seen) flight.seen = running;
    else this.#fail("timeout", `no progress for ${this.#options.timeLimit} ms`);
  }

  /** Ends the process and the job it worked on; jobs behind it start again on a new process. */
  #fail(code: "crashed" | "timeout" | "invalid-response", message: string): void {
    const current = this.#current();
    if (current !== undefined && this.#process !== undefined) {
      const { slot, flight } = current;
      this.#process.kill();
      const { running, done } = this.#process.progress(slot);
      const { nonce, indices } = flight.batch;
      try {
        this.#collect(slot, flight, done === nonce ? indices.length : Math.min(running, indices.length));
      } catch {
        // What cannot be read was not answered.
      }
      this.#jobs = this.#jobs.filter((job) => job !== flight.job);
      flight.job.fail({
        code,
        message: `qemu -cpu ${this.#options.cpu}: ${message}`,
        hint: "the next run starts a new process",
      });
    }
    this.#drop();
    for (const job of this.#jobs) job.restart();
    this.#pump();
  }

  #stopWatch(): void {
    clearInterval(this.#watch);
    this.#watch = undefined;
  }

  /** Forgets the process and everything in flight. */
  #drop(): void {
    this.#stopWatch();
    this.#order = [];
    this.#flights.fill(undefined);
    this.#process?.release();
    this.#process = undefined;
  }
}
