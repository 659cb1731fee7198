/** QEMU's TCG as a processor: cases run under a VMCB in the bare-metal guest. */
import { readHello } from "../../guest/hello.ts";
import { CaseEncoder } from "../../guest/encode.ts";
import { ResultDecoder } from "../../guest/decode.ts";
import { MEMORY } from "../../guest/layout.ts";
import { romPath } from "../../guest/package-root.ts";
import type { Observation, Profile, TestCase, Unsupported } from "../../spec/model.ts";
import type { Adapter } from "../adapter.ts";
import { AdapterError } from "../errors.ts";
import { emulatorVersion } from "./emulator-binary.ts";
import { QemuProcess } from "./qemu-process.ts";

/** The models that serve both vendors in both address widths. */
export const QEMU_MODELS: readonly string[] = [
  "Skylake-Server,+svm",
  "Skylake-Server,+svm,+la57",
  "EPYC",
  "EPYC,+la57",
];

/** How to start QEMU. */
export interface QemuOptions {
  /** Program to run; `qemu-system-x86_64` unless given. */
  readonly binary?: string;
  /** QEMU's `-cpu`; the first of QEMU_MODELS unless given. It must offer SVM. */
  readonly cpu?: string;
  /** Milliseconds without a finished case after which the processor counts as hung; 3000 unless given. */
  readonly timeLimit?: number;
}

/** An adapter that can also name its process, for tests and messages. */
export interface QemuAdapter extends Adapter {
  /** The emulator's process id, or undefined while none runs. */
  readonly pid: number | undefined;
  close(): Promise<void>;
}

const HINT = "install QEMU, on Debian and Ubuntu: apt-get install qemu-system-x86";
const BATCH = 2000;

/** Two batches in RAM: one runs while Node prepares the other. */
const SLOT_COUNT = 2;
const CASES_CAPACITY = 0x80_0000;
const RESULTS_CAPACITY = 0x40_0000;
const SLOT_BYTES = CASES_CAPACITY + RESULTS_CAPACITY;
const MAX_BATCH = 4000;

type Answer = Observation | Unsupported;

/** One call of `run`. */
interface Job {
  readonly cases: readonly TestCase[];
  readonly answers: (Answer | undefined)[];
  /** Cases before this one were encoded. */
  encoded: number;
  answered: number;
  readonly resolve: (answers: readonly Answer[]) => void;
  readonly reject: (error: AdapterError) => void;
}

/** A batch in a slot. */
interface Flight {
  readonly job: Job;
  readonly nonce: number;
  /** Index in the job of each record. */
  readonly indices: readonly number[];
  /** Progress when it was last looked at. */
  seen: number;
}

/** Starts QEMU. Errors: `start-failed`, with a hint. */
export async function startQemu(options: QemuOptions = {}): Promise<QemuAdapter> {
  const binary = options.binary ?? "qemu-system-x86_64";
  const version = await emulatorVersion({
    binary,
    args: ["--version"],
    pattern: /QEMU emulator version (\d+(?:\.\d+)*)/,
    hint: HINT,
  });
  const runner = new Runner({
    binary,
    cpu: options.cpu ?? (QEMU_MODELS[0] as string),
    timeLimit: options.timeLimit ?? 3000,
  });
  const profile = await runner.greet();
  return {
    name: "qemu",
    version,
    model: runner.cpu,
    profile,
    // The VMCB of TCG shows every field with every bit.
    capabilities: { fields: new Map(), noOpinion: new Map(), batch: BATCH },
    get pid() {
      return runner.pid;
    },
    run: (cases) => runner.run(cases),
    close: () => runner.close(),
  };
}

class Runner {
  readonly cpu: string;
  readonly #binary: string;
  readonly #timeLimit: number;
  readonly #encoder = new CaseEncoder(CASES_CAPACITY);
  readonly #decoder = new ResultDecoder(MAX_BATCH);
  readonly #flights: (Flight | undefined)[] = Array.from({ length: SLOT_COUNT });
  /** Slots in the order in which they were rung. */
  #order: number[] = [];
  #jobs: Job[] = [];
  #process: QemuProcess | undefined;
  #restarting = false;
  #watch: NodeJS.Timeout | undefined;
  #nonce = 1;
  #closed = false;

  constructor(options: { binary: string; cpu: string; timeLimit: number }) {
    this.#binary = options.binary;
    this.cpu = options.cpu;
    this.#timeLimit = options.timeLimit;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Starts the process and reads the profile. */
  async greet(): Promise<Profile> {
    const process = await this.#start();
    const page = new Uint8Array(0x400);
    process.read(MEMORY.control, page);
    try {
      return readHello(page);
    } catch (cause) {
      this.#drop();
      throw startFailed(
        `${this.#binary} -cpu ${this.cpu}: ${(cause as Error).message}`,
        cause,
        "choose a -cpu with SVM, for instance EPYC or Skylake-Server,+svm",
      );
    }
  }

  run(cases: readonly TestCase[]): Promise<readonly Answer[]> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(new AdapterError({ code: "crashed", message: "the adapter is closed" }));
        return;
      }
      this.#jobs.push({
        cases,
        answers: Array.from<Answer | undefined>({ length: cases.length }),
        encoded: 0,
        answered: 0,
        resolve,
        reject,
      });
      this.#pump();
    });
  }

  close(): Promise<void> {
    this.#closed = true;
    this.#drop();
    const jobs = this.#jobs;
    this.#jobs = [];
    for (const job of jobs)
      job.reject(new AdapterError({ code: "crashed", message: "the adapter was closed" }));
    return Promise.resolve();
  }

  async #start(): Promise<QemuProcess> {
    try {
      const process: QemuProcess = await QemuProcess.start({
        binary: this.#binary,
        cpu: this.cpu,
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
      throw startFailed(
        `${this.#binary} -cpu ${this.cpu} did not start: ${(cause as Error).message}`,
        cause,
        HINT,
      );
    }
  }

  /** Puts as much work into free slots as there is. */
  #pump(): void {
    if (this.#process === undefined) {
      if (this.#jobs.length > 0) void this.#restart();
      return;
    }
    for (const job of this.#jobs) {
      while (job.encoded < job.cases.length) {
        const slot = this.#flights.indexOf(undefined);
        if (slot < 0) return;
        this.#launch(this.#process, job, slot);
      }
      this.#settle(job);
    }
    this.#process.hold(this.#order.length > 0);
  }

  async #restart(): Promise<void> {
    if (this.#restarting) return;
    this.#restarting = true;
    try {
      await this.#start();
    } catch (error) {
      const jobs = this.#jobs;
      this.#jobs = [];
      for (const job of jobs) job.reject(error as AdapterError);
    } finally {
      this.#restarting = false;
    }
    this.#pump();
  }

  #launch(process: QemuProcess, job: Job, slot: number): void {
    const nonce = this.#nonce;
    this.#encoder.reset(nonce);
    const indices: number[] = [];
    while (job.encoded < job.cases.length && indices.length < MAX_BATCH) {
      const placed = this.#encoder.add(job.cases[job.encoded] as TestCase);
      if (placed === "full") break;
      if (placed === "placed") {
        indices.push(job.encoded);
      } else {
        job.answers[job.encoded] = placed;
        job.answered += 1;
      }
      job.encoded += 1;
    }
    if (indices.length === 0) return;
    this.#nonce = (nonce + indices.length) >>> 0;
    const cases = MEMORY.slots + slot * SLOT_BYTES;
    this.#flights[slot] = { job, nonce, indices, seen: -1 };
    this.#order.push(slot);
    process.write(cases, this.#encoder.bytes);
    process.ring(slot, { nonce, count: indices.length, cases, results: cases + CASES_CAPACITY });
    this.#watch ??= setInterval(() => this.#look(), this.#timeLimit);
  }

  /** The guest says that `slot` is done. */
  #finish(slot: number): void {
    const flight = this.#flights[slot];
    if (flight === undefined) {
      this.#fail("invalid-response", `the guest reports slot ${slot}, which holds no batch`);
      return;
    }
    try {
      this.#collect(slot, flight, flight.indices.length);
    } catch (cause) {
      this.#fail("invalid-response", (cause as Error).message);
      return;
    }
    this.#free(slot);
    this.#pump();
    this.#settle(flight.job);
  }

  #collect(slot: number, flight: Flight, count: number): void {
    const { job, nonce, indices } = flight;
    this.#process?.read(MEMORY.slots + slot * SLOT_BYTES + CASES_CAPACITY, this.#decoder.target(count));
    for (let record = 0; record < count; record += 1) {
      const index = indices[record] as number;
      job.answers[index] = this.#decoder.decode(record, nonce, job.cases[index] as TestCase);
      job.answered += 1;
    }
  }

  #free(slot: number): void {
    this.#flights[slot] = undefined;
    this.#order = this.#order.filter((other) => other !== slot);
    if (this.#order.length === 0) {
      clearInterval(this.#watch);
      this.#watch = undefined;
    }
  }

  #settle(job: Job): void {
    if (job.answered < job.cases.length) return;
    this.#jobs = this.#jobs.filter((other) => other !== job);
    job.resolve(job.answers as readonly Answer[]);
  }

  /** Every case has the time limit: the case that runs must differ from the one at the last look. */
  #look(): void {
    const slot = this.#order[0];
    const flight = slot === undefined ? undefined : this.#flights[slot];
    if (slot === undefined || flight === undefined || this.#process === undefined) return;
    const { running, done } = this.#process.progress(slot);
    if (done === flight.nonce || running !== flight.seen) flight.seen = running;
    else this.#fail("timeout", `no progress for ${this.#timeLimit} ms`);
  }

  /** Ends the process and the job it worked on; jobs behind it start again on a new process. */
  #fail(code: "crashed" | "timeout" | "invalid-response", message: string): void {
    const process = this.#process;
    const slot = this.#order[0];
    const flight = slot === undefined ? undefined : this.#flights[slot];
    process?.kill();
    if (slot !== undefined && flight !== undefined && process !== undefined && code !== "invalid-response") {
      const { running, done } = process.progress(slot);
      const complete =
        done === flight.nonce ? flight.indices.length : Math.min(running, flight.indices.length);
      try {
        this.#collect(slot, flight, complete);
      } catch {
        // What cannot be read was not answered.
      }
    }
    const failed = flight?.job;
    this.#drop();
    if (failed !== undefined) {
      this.#jobs = this.#jobs.filter((job) => job !== failed);
      const unanswered = failed.answers.indexOf(undefined);
      const answers = unanswered < 0 ? failed.answers : failed.answers.slice(0, unanswered);
      failed.reject(
        new AdapterError({
          code,
          message: `qemu -cpu ${this.cpu}: ${message}; case ${answers.length} of ${failed.cases.length} is the first without an answer`,
          hint: "the next run starts a new process",
          answers: answers as readonly Answer[],
        }),
      );
    }
    for (const job of this.#jobs) {
      job.encoded = 0;
      job.answered = 0;
      job.answers.fill(undefined);
    }
    this.#pump();
  }

  /** Forgets the process and everything in flight. */
  #drop(): void {
    clearInterval(this.#watch);
    this.#watch = undefined;
    this.#order = [];
    this.#flights.fill(undefined);
    this.#process?.release();
    this.#process = undefined;
  }
}

function startFailed(message: string, cause: unknown, hint: string): AdapterError {
  return new AdapterError({ code: "start-failed", message, hint, cause });
}
