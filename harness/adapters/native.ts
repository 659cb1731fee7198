/** The CPU that this runs on as a processor: a C program runs the cases at CPL 3 of a Linux process. */
import { readFileSync } from "node:fs";
import { GPR_NAMES, type MutableCpuState } from "../../spec/fields.ts";
import type {
  CpuState,
  FieldName,
  Observation,
  Profile,
  TestCase,
  Unsupported,
  Write,
} from "../../spec/model.ts";
import type { Adapter } from "../adapter.ts";
import { AdapterError, type AdapterErrorCode } from "../errors.ts";
import { nativeMachine, nativeWay, type NativeMachine, type NativeWay } from "./native-limits.ts";
import { orderByPages } from "./native-order.ts";
import { NativeEnd, NativeProcess } from "./native-process.ts";
import { UNSEEN_AFTER_SYSCALL, nativeFields, nativeProfile } from "./native-profile.ts";
import { nativeProgram, type NativeProgramOptions } from "./native-program.ts";
import { NativeEncoder, type NativeDone, type NativeHello, type NativeResult } from "./native-record.ts";
import { LOCAL_TABLE, namedSegment, type NativeTables } from "./native-tables.ts";

/** How to start it. */
export interface NativeOptions extends NativeProgramOptions {
  /** The compiled program; it is compiled on first use unless given. */
  readonly program?: string;
  /** Milliseconds that one case may take before the processor counts as hung; 3000 unless given. */
  readonly timeLimit?: number;
  /** Milliseconds beyond it that a program which is stopped altogether may be silent; 60,000 unless given. */
  readonly patience?: number;
}

/** An adapter that can also name its process, and the CPU. */
export interface NativeAdapter extends Adapter {
  /** The program's process id, or undefined while none runs. */
  readonly pid: number | undefined;
  readonly cpu: NativeCpu;
  /** What decides which cases it can run. */
  readonly machine: NativeMachine;
  close(): Promise<void>;
}

/** Which silicon this is. */
export interface NativeCpu {
  readonly family: number;
  readonly model: number;
  readonly stepping: number;
  /** As the kernel tells it; behind a hypervisor it may be anything. */
  readonly microcode: string;
  /** CPUID tells of a hypervisor, which may answer in the CPU's place. */
  readonly hypervisor: boolean;
}

const BATCH = 4000;
const VECTORS_WITH_ERROR_CODE: ReadonlySet<number> = new Set([8, 10, 11, 12, 13, 14, 17, 21]);
const PAGE_FAULT = 14;
const RF = 1n << 16n;
const LOWER_HALF = 1n << 47n;
const NULLED = ["ds", "es", "fs", "gs"] as const;
const PAGE_MASK = 0xffff_ffff_ffff_f000n;
type Answer = Observation | Unsupported;

/** Compiles the program if need be and starts it. Errors: `start-failed`, with a hint. */
export async function startNative(options: NativeOptions = {}): Promise<NativeAdapter> {
  const program = options.program ?? (await nativeProgram(options));
  const runner = new NativeRunner(program, { timeLimit: 3000, patience: 60_000, ...options });
  const hello = await runner.greet();
  const profile = profileOf(hello, runner);
  const cpu = cpuOf(hello);
  const machine = nativeMachine(hello, profile);
  return {
    name: "native",
    version: `microcode ${cpu.microcode}`,
    model: `family ${cpu.family} model ${cpu.model} stepping ${cpu.stepping}`,
    profile,
    capabilities: { fields: nativeFields(), noOpinion: new Map(), batch: BATCH },
    cpu,
    machine,
    get pid() {
      return runner.pid;
    },
    run: (cases) => runner.run(cases, machine),
    close: async () => runner.close(),
  };
}

function profileOf(hello: NativeHello, runner: NativeRunner): Profile {
  try {
    return nativeProfile(hello);
  } catch (cause) {
    runner.close();
    const { message } = cause as Error;
    throw new AdapterError({ code: "start-failed", message: `native: ${message}`, cause });
  }
}

/** Family, model and stepping as both vendors compose them from CPUID.1. */
function cpuOf({ leaf }: NativeHello): NativeCpu {
  const { eax, ecx } = leaf(1);
  const base = (eax >>> 8) & 15;
  return {
    family: base === 15 ? base + ((eax >>> 20) & 0xff) : base,
    model: ((eax >>> 4) & 15) | (base === 15 || base === 6 ? (eax >>> 12) & 0xf0 : 0),
    stepping: eax & 15,
    microcode: microcode(),
    hypervisor: ecx >>> 31 === 1,
  };
}

function microcode(): string {
  try {
    return /^microcode\s*:\s*(\S+)/m.exec(readFileSync("/proc/cpuinfo", "latin1"))?.[1] ?? "unknown";
  } catch {
    return "unknown";
  }
}

/** Cases and in which order to run those that can be run; `answers` are those of the cases before. */
interface Batch {
  readonly cases: readonly TestCase[];
  readonly ways: readonly NativeWay[];
  readonly order: readonly number[];
  readonly machine: NativeMachine;
  readonly answers: readonly Answer[];
}

/** What came of it: answers by the place of their case. */
interface BatchRun {
  readonly outcome: NativeDone["outcome"];
  readonly signal: number;
  readonly seen: ReadonlyMap<number, Answer>;
}

/** Runs one call after the other on one program after the other: one that fails is replaced. */
class NativeRunner {
  readonly #program: string;
  readonly #timeLimit: number;
  readonly #patience: number;
  readonly #encoder = new NativeEncoder();
  #process: NativeProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(
    program: string,
    { timeLimit, patience }: { readonly timeLimit: number; readonly patience: number },
  ) {
    this.#program = program;
    this.#timeLimit = timeLimit;
    this.#patience = patience;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Errors: `start-failed`. */
  async greet(): Promise<NativeHello> {
    return (await this.#started([])).hello;
  }

  async run(cases: readonly TestCase[], machine: NativeMachine): Promise<readonly Answer[]> {
    const turn = this.#last.then(() => this.#runAll(cases, machine));
    // The next one takes its turn whatever became of this one.
    this.#last = turn.catch(() => {});
    return turn;
  }

  close(): void {
    this.#closed = true;
    this.#drop();
  }

  async #runAll(cases: readonly TestCase[], machine: NativeMachine): Promise<readonly Answer[]> {
    const answers: Answer[] = [];
    while (answers.length < cases.length) await this.#runSome(cases, machine, answers);
    return answers;
  }

  /**
   * Runs as many of the cases that have no answer yet as fit into one batch, those with the same pages together. When
   * one of them breaks something they run again as they stand, so that all before it have an answer.
   */
  async #runSome(cases: readonly TestCase[], machine: NativeMachine, answers: Answer[]): Promise<void> {
    const rest = cases.slice(answers.length);
    const ways = rest.map((testCase) => nativeWay(testCase, machine));
    const runnable = ways.flatMap((way, index) => (typeof way === "string" ? [index] : []));
    const batch = { cases: rest, ways, machine, answers };
    let run = await this.#runBatch({ ...batch, order: orderByPages(rest, runnable) });
    if (run.outcome !== "complete" || run.seen.size < runnable.length) {
      run = await this.#runBatch({ ...batch, order: runnable });
    }
    for (const [index, way] of ways.entries()) {
      const answer = typeof way === "string" ? run.seen.get(index) : way;
      if (answer === undefined) break;
      answers.push(answer);
    }
    if (run.outcome === "complete") return;
    if (run.outcome === "hung") {
      throw this.#error("timeout", `a case made no progress for ${this.#timeLimit} ms`, answers);
    }
    if (run.outcome === "died") {
      throw this.#error("crashed", `a case ended the process that ran it (signal ${run.signal})`, answers);
    }
    throw this.#error("invalid-response", "the program found its batch damaged", answers);
  }

  /** Runs the cases of `order`, as many as fit. Errors: of the process, never of a case. */
  async #runBatch({ cases, ways, order, machine, answers }: Batch): Promise<BatchRun> {
    const seen = new Map<number, Answer>();
    if (order.length === 0) return { outcome: "complete", signal: 0, seen };
    this.#encoder.reset();
    for (const index of order) if (!this.#encoder.add(cases[index] as TestCase)) break;
    const batch = this.#encoder.finish(this.#timeLimit);
    const process = await this.#started(answers);
    const { outcome, signal, count, results, memory } = await this.#answered(process, batch, answers);
    for (const [record, index] of order.slice(0, count).entries()) {
      const result = results.read(record);
      const way = ways[index] as NativeWay;
      seen.set(
        index,
        observation(cases[index] as TestCase, {
          result,
          writes: memory.of(record),
          way,
          tables: machine.tables,
        }),
      );
    }
    return { outcome, signal, seen };
  }

  async #answered(
    process: NativeProcess,
    batch: Buffer,
    answers: readonly Answer[],
  ): ReturnType<NativeProcess["run"]> {
    try {
      return await process.run(batch, this.#timeLimit + this.#patience);
    } catch (cause) {
      this.#drop();
      const isSilent = cause instanceof NativeEnd && cause.silent;
      throw this.#error(isSilent ? "timeout" : "crashed", (cause as Error).message, answers);
    }
  }

  async #started(answers: readonly Answer[]): Promise<NativeProcess> {
    if (this.#closed) throw this.#error("crashed", "the adapter is closed", answers);
    if (this.#process !== undefined) return this.#process;
    try {
      this.#process = await NativeProcess.start(this.#program, LOCAL_TABLE);
      return this.#process;
    } catch (cause) {
      throw this.#error("start-failed", (cause as Error).message, answers);
    }
  }

  #error(code: AdapterErrorCode, message: string, answers: readonly Answer[]): AdapterError {
    const hint = code === "start-failed" ? "" : "the next run starts a new process";
    return new AdapterError({ code, message: `native: ${message}`, hint, answers: [...answers] });
  }

  #drop(): void {
    this.#process?.kill();
    this.#process = undefined;
  }
}

/** What became of one case. */
interface Seen {
  readonly result: NativeResult;
  readonly writes: readonly Write[];
  readonly way: NativeWay;
  readonly tables: NativeTables;
}

function observation(testCase: TestCase, { result, writes, way, tables }: Seen): Answer {
  const { before } = testCase;
  if (result.status === "no page")
    return { unsupported: "Linux has something else where the case has a page" };
  if (result.status === "wrote too much")
    return { unsupported: "the case wrote more memory than is reported" };
  const { vector, errorCode, address } = result;
  const after = stateAfter(before, result, tables);
  const end = {
    kind: "exception",
    vector,
    ...(VECTORS_WITH_ERROR_CODE.has(vector) && { errorCode }),
    ...(vector === PAGE_FAULT && { address }),
  } as const;
  if (way !== "through the kernel") {
    const unseen = nulled(result);
    return hidden(testCase, result) ?? { end, after, writes, ...(unseen.length > 0 && { unseen }) };
  }
  // Whatever else stopped the program did so before it came back, and is judged as it is.
  if (vector !== PAGE_FAULT || address !== result.rip) {
    return result.rip === before.rip
      ? { end, after, writes }
      : { unsupported: "a trap came on the way back from the kernel" };
  }
  return { end, after, writes, unseen: UNSEEN_AFTER_SYSCALL };
}

/**
 * Selectors that the way to the signal handler leaves no trace of: the kernel's IRET turns a null selector with an RPL,
 * 1 to 3, into 0.
 */
function nulled({ selectors }: NativeResult): readonly FieldName[] {
  return NULLED.filter((name) => selectors[name] === 0).map((name) => `${name}.selector` as const);
}

/** Of a fault of an access, not of a fetch, Linux tells no more than it wants programs to know. */
function hidden(
  { pages, profile }: TestCase,
  { vector, address, rip }: NativeResult,
): Unsupported | undefined {
  if (vector !== PAGE_FAULT || address === rip) return undefined;
  if (address >= (profile.memory?.end ?? LOWER_HALF))
    return { unsupported: "Linux does not tell which of its own pages are present" };
  if (pages.some(({ linear, user }) => !user && linear === (address & PAGE_MASK)))
    return { unsupported: "where the case has its descriptor tables this process has nothing" };
  return undefined;
}

function stateAfter(before: CpuState, result: NativeResult, tables: NativeTables): CpuState {
  const { selectors } = result;
  const after: MutableCpuState = {
    ...(before as MutableCpuState),
    cpl: selectors.cs & 3,
    rip: result.rip,
    // RF is 1 in the image of every fault; nothing tells what it was before.
    rflags: (result.rflags & ~RF) | (before.rflags & RF),
    fs: { ...before.fs, base: result.fsBase },
    gs: { ...before.gs, base: result.gsBase },
  };
  GPR_NAMES.forEach((name, index) => {
    after[name] = result.gprs[index] as bigint;
  });
  for (const name of ["cs", "ss", "ds", "es", "fs", "gs"] as const) {
    const selector = selectors[name];
    if (before[name].selector === selector) continue;
    const { base } = after[name];
    after[name] = { ...(namedSegment(tables, selector) ?? before[name]), selector };
    if (name === "fs" || name === "gs") after[name].base = base;
  }
  return after;
}
