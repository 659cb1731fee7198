/** Keeps one QEMU busy: two batches in its RAM, one running while Node prepares the other. */
import { ResultDecoder } from "../../guest/decode.ts";
import { CaseEncoder } from "../../guest/encode.ts";
import { readHello } from "../../guest/hello.ts";
import { MEMORY } from "../../guest/layout.ts";
import type { ObserverName } from "../../guest/layout.ts";
import { romPath } from "../../guest/package-root.ts";
import type { Profile, TestCase } from "../../spec/model.ts";
import { AdapterError } from "../errors.ts";
import { JobQueue } from "./job-queue.ts";
import type { Answer, Batch, Job } from "./job.ts";
import { QemuProcess } from "./qemu-process.ts";

/** What the runner starts and how patient it is. */
export interface QemuRunnerOptions {
  readonly binary: string;
  readonly cpu: string;
  readonly observer: ObserverName;
  /** QEMU's `-accel`. */
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

/** Runs jobs on QEMU. */
export class QemuRunner {
  readonly #options: QemuRunnerOptions;
  readonly #encoder: CaseEncoder;
  readonly #decoder: ResultDecoder;
  readonly #flights: (Flight | undefined)[] = Array.from({ length: SLOT_COUNT });
  /** Slots in the order in which they were rung. */
  #order: number[] = [];
  readonly #queue: JobQueue<QemuProcess>;

  constructor(options: QemuRunnerOptions) {
    this.#options = options;
    this.#encoder = new CaseEncoder(CASES_CAPACITY, options.observer);
    this.#decoder = new ResultDecoder(MAX_BATCH, options.observer);
    this.#queue = new JobQueue({
      name: `qemu -cpu ${options.cpu}`,
      timeLimit: options.timeLimit,
      start: () => this.#start(),
      refusal: (what, cause) => this.#startFailed(what, cause, options.hint),
      hasRoom: () => this.#flights.includes(undefined),
      isBusy: () => this.#order.length > 0,
      launch: (process, job) => {
        this.#launch(process, job);
      },
      rescue: (process) => this.#rescue(process),
      forget: () => {
        this.#order = [];
        this.#flights.fill(undefined);
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

  /** Starts the process and reads the profile. Errors: `start-failed`. */
  async greet(): Promise<Profile> {
    const process = await this.#queue.start();
    const page = new Uint8Array(0x400);
    process.read(MEMORY.control, page);
    try {
      return readHello(page, this.#options.observer);
    } catch (cause) {
      this.#queue.drop();
      const hint = "choose a -cpu with SVM, for instance EPYC or Skylake-Server,+svm";
      throw this.#startFailed((cause as Error).message, cause, hint);
    }
  }

  /** As `Adapter.run`. */
  run(cases: readonly TestCase[]): Promise<readonly Answer[]> {
    return this.#queue.run(cases);
  }

  /** Ends the process and fails what is under way. */
  close(): void {
    this.#queue.close();
  }

  async #start(): Promise<QemuProcess> {
    const process: QemuProcess = await QemuProcess.start({
      ...this.#options,
      rom: romPath(),
      onDone: (slot) => {
        if (this.#queue.worker === process) this.#finish(slot);
      },
      onEnd: (message) => {
        if (this.#queue.worker === process) this.#queue.fail("crashed", message);
      },
    });
    return process;
  }

  #startFailed(what: string, cause: unknown, hint: string): AdapterError {
    const { binary, cpu } = this.#options;
    return new AdapterError({ code: "start-failed", message: `${binary} -cpu ${cpu}: ${what}`, hint, cause });
  }

  #launch(process: QemuProcess, job: Job): void {
    const batch = this.#queue.encode(job, this.#encoder, MAX_BATCH);
    const count = batch.indices.length;
    if (count === 0) return;
    const slot = this.#flights.indexOf(undefined);
    const cases = MEMORY.slots + slot * SLOT_BYTES;
    this.#flights[slot] = { job, batch, seen: -1 };
    this.#order.push(slot);
    try {
      process.write(cases, this.#encoder.bytes);
      process.ring(slot, { nonce: batch.nonce, count, cases, results: cases + CASES_CAPACITY });
    } catch (cause) {
      this.#queue.fail("crashed", `cannot write to its memory: ${(cause as Error).message}`);
      return;
    }
    this.#queue.watch();
  }

  /** The guest says that `slot` is done. */
  #finish(slot: number): void {
    const flight = this.#flights[slot];
    const process = this.#queue.worker;
    if (flight === undefined || process === undefined) {
      this.#queue.fail("invalid-response", `the guest reports slot ${slot}, which holds no batch`);
      return;
    }
    try {
      this.#collect(process, slot, flight, flight.batch.indices.length);
    } catch (cause) {
      this.#queue.fail("invalid-response", (cause as Error).message);
      return;
    }
    this.#flights[slot] = undefined;
    this.#order = this.#order.filter((other) => other !== slot);
    if (this.#order.length === 0) this.#queue.rest();
    this.#queue.pump();
  }

  #collect(process: QemuProcess, slot: number, { job, batch }: Flight, count: number): void {
    process.read(MEMORY.slots + slot * SLOT_BYTES + CASES_CAPACITY, this.#decoder.target(count));
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
    const process = this.#queue.worker;
    if (current === undefined || process === undefined) return;
    const { slot, flight } = current;
    const { running, done } = process.progress(slot);
    if (done === flight.batch.nonce || running !== flight.seen) flight.seen = running;
    else this.#queue.fail("timeout", `no progress for ${this.#options.timeLimit} ms`);
  }

  /** What the guest left in RAM before the case at which it stands. */
  #rescue(process: QemuProcess): Job | undefined {
    const current = this.#current();
    if (current === undefined) return undefined;
    const { slot, flight } = current;
    process.kill();
    const { running, done } = process.progress(slot);
    const { nonce, indices } = flight.batch;
    try {
      this.#collect(
        process,
        slot,
        flight,
        done === nonce ? indices.length : Math.min(running, indices.length),
      );
    } catch {
      // What cannot be read was not answered.
    }
    return flight.job;
  }
}
