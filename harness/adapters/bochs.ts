/** Bochs as a processor: cases run under a VMCB in the bare-metal guest, one process per batch. */
import { ResultDecoder } from "../../guest/decode.ts";
import { CaseEncoder } from "../../guest/encode.ts";
import { readHello } from "../../guest/hello.ts";
import { romPath } from "../../guest/package-root.ts";
import type { Observation, Profile, TestCase, Unsupported } from "../../spec/model.ts";
import type { Adapter } from "../adapter.ts";
import { AdapterError } from "../errors.ts";
import { BOCHS_FIELDS, withBochsUnseen } from "./bochs-limits.ts";
import { BOCHS_CASES_CAPACITY, runBochsBatch } from "./bochs-process.ts";
import type { BochsOutcome, BochsRun } from "./bochs-process.ts";
import { emulatorVersion } from "./emulator-binary.ts";

/** One model per vendor. Only bx_generic takes CPUID options, so it alone can be an Intel part with SVM. */
export const BOCHS_MODELS: readonly string[] = ["bx_generic,vmx=0,svm=1,vendor_string=GenuineIntel", "ryzen"];

/** How to start Bochs. */
export interface BochsOptions {
  /** Program to run; `bochs-bin` unless given, because a wrapper script would not pass signals on. */
  readonly binary?: string;
  /** A `cpu:` model, followed by `cpuid:` options, separated by commas; the first of BOCHS_MODELS unless given. */
  readonly cpu?: string;
  /** Milliseconds without a new case after which the processor counts as hung; 8000 unless given. */
  readonly timeLimit?: number;
}

/** An adapter that can also name its processes, for tests and messages. */
export interface BochsAdapter extends Adapter {
  readonly pids: readonly number[];
  close(): Promise<void>;
}

const HINT = "install Bochs, on Debian and Ubuntu: apt-get install bochs bochs-term";
const BATCH = 10_000;

/** Cases per sign of life: one each would cost a third of the speed. */
const STRIDE = 64;

/** Two processes, so that the next batch runs while Node handles the last. */
const PROCESS_COUNT = 2;

type Answer = Observation | Unsupported;

/** One call of `run`. */
interface Job {
  readonly cases: readonly TestCase[];
  readonly answers: (Answer | undefined)[];
  encoded: number;
  answered: number;
  readonly resolve: (answers: readonly Answer[]) => void;
  readonly reject: (error: AdapterError) => void;
}

/** Starts Bochs. Errors: `start-failed`, with a hint. */
export async function startBochs(options: BochsOptions = {}): Promise<BochsAdapter> {
  const binary = options.binary ?? "bochs-bin";
  const version = await emulatorVersion({
    binary,
    args: ["--help"],
    pattern: /Bochs x86 Emulator (\d+(?:\.\d+)*)/,
    hint: HINT,
  });
  const runner = new Runner({
    binary,
    cpu: options.cpu ?? (BOCHS_MODELS[0] as string),
    timeLimit: options.timeLimit ?? 8000,
  });
  const profile = await runner.greet();
  return {
    name: "bochs",
    version,
    model: runner.cpu,
    profile,
    capabilities: { fields: BOCHS_FIELDS, noOpinion: new Map(), batch: BATCH },
    get pids() {
      return runner.pids;
    },
    run: (cases) => runner.run(cases),
    close: () => runner.close(),
  };
}

class Runner {
  readonly cpu: string;
  readonly #binary: string;
  readonly #timeLimit: number;
  readonly #encoder = new CaseEncoder(BOCHS_CASES_CAPACITY);
  readonly #decoder = new ResultDecoder(BATCH);
  readonly #running = new Set<BochsRun>();
  #jobs: Job[] = [];
  #nonce = 1;
  #closed = false;

  constructor(options: { binary: string; cpu: string; timeLimit: number }) {
    this.#binary = options.binary;
    this.cpu = options.cpu;
    this.#timeLimit = options.timeLimit;
  }

  get pids(): readonly number[] {
    return [...this.#running].flatMap(({ pid }) => (pid === undefined ? [] : [pid]));
  }

  /** Runs an empty batch to learn the profile. */
  async greet(): Promise<Profile> {
    const outcome = await this.#batch(0, new Uint8Array(0), 0);
    const where = `${this.#binary} with cpu model ${this.cpu}`;
    if (outcome.kind !== "done") {
      throw new AdapterError({
        code: "start-failed",
        message: `${where} did not start: ${outcome.message}`,
        hint: HINT,
      });
    }
    try {
      return readHello(outcome.control);
    } catch (cause) {
      throw new AdapterError({
        code: "start-failed",
        message: `${where}: ${(cause as Error).message}`,
        cause,
        hint: `choose a model with SVM, for instance ${BOCHS_MODELS.join(" or ")}`,
      });
    }
  }

  run(cases: readonly TestCase[]): Promise<readonly Answer[]> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(new AdapterError({ code: "crashed", message: "the adapter is closed" }));
        return;
      }
      const answers = Array.from<Answer | undefined>({ length: cases.length });
      this.#jobs.push({ cases, answers, encoded: 0, answered: 0, resolve, reject });
      this.#pump();
    });
  }

  close(): Promise<void> {
    this.#closed = true;
    const jobs = this.#jobs;
    this.#jobs = [];
    for (const run of this.#running) run.kill();
    for (const job of jobs)
      job.reject(new AdapterError({ code: "crashed", message: "the adapter was closed" }));
    return Promise.resolve();
  }

  async #batch(nonce: number, records: Uint8Array, count: number, stride = STRIDE): Promise<BochsOutcome> {
    const run = runBochsBatch({
      binary: this.#binary,
      rom: romPath(),
      model: this.cpu,
      timeLimit: this.#timeLimit,
      nonce,
      count,
      records,
      stride,
    });
    this.#running.add(run);
    const outcome = await run.outcome;
    this.#running.delete(run);
    return outcome;
  }

  #pump(): void {
    for (const job of this.#jobs) {
      while (job.encoded < job.cases.length) {
        if (this.#running.size >= PROCESS_COUNT) return;
        this.#launch(job);
      }
      this.#settle(job);
    }
  }

  #launch(job: Job): void {
    const nonce = this.#nonce;
    this.#encoder.reset(nonce);
    const indices: number[] = [];
    while (job.encoded < job.cases.length && indices.length < BATCH) {
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
    void this.#follow(job, nonce, indices, this.#batch(nonce, this.#encoder.bytes, indices.length));
  }

  async #follow(
    job: Job,
    nonce: number,
    indices: readonly number[],
    running: Promise<BochsOutcome>,
  ): Promise<void> {
    const outcome = await running;
    if (this.#closed) return;
    try {
      this.#collect(job, nonce, indices, outcome);
    } catch (cause) {
      this.#fail(job, "invalid-response", (cause as Error).message);
    }
    if (outcome.kind !== "done") {
      if (outcome.kind !== "missing") await this.#recover(job, indices, outcome.started);
      this.#fail(job, outcome.kind === "missing" ? "start-failed" : outcome.kind, outcome.message);
    }
    this.#pump();
    this.#settle(job);
  }

  #collect(job: Job, nonce: number, indices: readonly number[], outcome: BochsOutcome): void {
    this.#decoder
      .target(outcome.complete)
      .set(outcome.results.subarray(0, this.#decoder.target(outcome.complete).length));
    for (let record = 0; record < outcome.complete; record += 1) {
      const index = indices[record] as number;
      job.answers[index] = withBochsUnseen(this.#decoder.decode(record, nonce, job.cases[index] as TestCase));
      job.answered += 1;
    }
  }

  /**
   * A crash or a hang takes the results with it: the debugger reads memory through the paging of the case. The
   * batch runs again with a sign of life per case, so that the last one names the suspect, and then the cases
   * before the suspect run for their answers.
   */
  async #recover(job: Job, indices: readonly number[], started: number): Promise<void> {
    const slow = await this.#again(job, indices, 1);
    const before = indices.slice(0, Math.max(slow.outcome.started - 1, 0));
    try {
      if (slow.outcome.kind === "done") {
        // Not reproduced: what the first run had surely left behind is answered, no more.
        this.#collect(job, slow.nonce, indices, { ...slow.outcome, complete: Math.max(started - 1, 0) });
      } else if (before.length > 0) {
        const rest = await this.#again(job, before, STRIDE);
        this.#collect(job, rest.nonce, before, rest.outcome);
      }
    } catch {
      // What cannot be read was not answered.
    }
  }

  async #again(
    job: Job,
    indices: readonly number[],
    stride: number,
  ): Promise<{ readonly nonce: number; readonly outcome: BochsOutcome }> {
    const nonce = this.#nonce;
    this.#nonce = (nonce + indices.length) >>> 0;
    this.#encoder.reset(nonce);
    for (const index of indices) this.#encoder.add(job.cases[index] as TestCase);
    return { nonce, outcome: await this.#batch(nonce, this.#encoder.bytes, indices.length, stride) };
  }

  #settle(job: Job): void {
    if (job.answered < job.cases.length) return;
    this.#jobs = this.#jobs.filter((other) => other !== job);
    job.resolve(job.answers as readonly Answer[]);
  }

  #fail(job: Job, code: "crashed" | "timeout" | "invalid-response" | "start-failed", message: string): void {
    this.#jobs = this.#jobs.filter((other) => other !== job);
    const unanswered = job.answers.indexOf(undefined);
    const answers = unanswered < 0 ? job.answers : job.answers.slice(0, unanswered);
    job.reject(
      new AdapterError({
        code,
        message: `bochs with cpu model ${this.cpu}: ${message}; case ${answers.length} of ${job.cases.length} is the first without an answer`,
        hint: code === "start-failed" ? HINT : "the next run starts a new process",
        answers: answers as readonly Answer[],
      }),
    );
  }
}
