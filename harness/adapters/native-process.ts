/** The running C program: its pipes, its answers, its end. */
import { spawn, type ChildProcessByStdio } from "node:child_process";
import type { Socket } from "node:net";
import type { Readable, Writable } from "node:stream";
import { onExit } from "./exit-guard.ts";
import {
  CHANGE_SIZE,
  DONE_SIZE,
  HELLO_SIZE,
  NativeChanges,
  NativeResults,
  RESULT_SIZE,
  encodeLocalTable,
  readNativeDone,
  readNativeHello,
  type NativeDone,
  type NativeHello,
} from "./native-record.ts";

/** Milliseconds until the program's first word. */
const HELLO_LIMIT = 20_000;

/** The program ended or said nothing; the message says which. */
export class NativeEnd extends Error {
  readonly silent: boolean;

  constructor(message: string, options: { silent: boolean }) {
    super(message);
    this.silent = options.silent;
  }
}

/** How a batch ended, and what its cases did. */
export interface NativeAnswers extends NativeDone {
  readonly results: NativeResults;
  readonly memory: NativeChanges;
}

interface Expected {
  readonly length: number;
  readonly resolve: (bytes: Buffer) => void;
  readonly reject: (error: Error) => void;
}

/** One run of the program. */
export class NativeProcess {
  readonly hello: NativeHello;
  readonly #pipe: Pipe;

  private constructor(pipe: Pipe, hello: NativeHello) {
    this.#pipe = pipe;
    this.hello = hello;
  }

  /**
   * Starts the program, hears what it says of the machine, and gives it an LDT where it can have one. Errors: an Error
   * that says why it does not.
   */
  static async start(program: string, local: readonly bigint[] = []): Promise<NativeProcess> {
    const pipe = new Pipe(program);
    try {
      const hello = readNativeHello(await pipe.read(HELLO_SIZE, HELLO_LIMIT));
      if (hello.ldt) {
        pipe.write(encodeLocalTable(local));
        const { outcome } = readNativeDone(await pipe.read(DONE_SIZE, HELLO_LIMIT));
        if (outcome !== "complete") throw new Error("modify_ldt refuses a descriptor");
      }
      return new NativeProcess(pipe, hello);
    } catch (error) {
      pipe.kill();
      throw error;
    }
  }

  /** The operating system's id of the process. */
  get pid(): number | undefined {
    return this.#pipe.pid;
  }

  /** Runs one batch. Errors: `NativeEnd`. */
  async run(batch: Buffer, limit: number): Promise<NativeAnswers> {
    this.#pipe.write(batch);
    const done = readNativeDone(await this.#pipe.read(DONE_SIZE, limit));
    const results = new NativeResults(await this.#pipe.read(done.count * RESULT_SIZE, limit));
    const changes = new NativeChanges(await this.#pipe.read(done.changes * CHANGE_SIZE, limit));
    return { ...done, results, memory: changes };
  }

  kill(): void {
    this.#pipe.kill();
  }
}

/** A child whose output is read in stretches of known length. */
class Pipe {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #forget: () => void;
  #parts: Buffer[] = [];
  #length = 0;
  #expected: Expected | undefined;
  #end: string | undefined;

  constructor(program: string) {
    const child = spawn(program, [], { stdio: ["pipe", "pipe", "pipe"] });
    this.#child = child;
    this.#forget = onExit(() => child.kill("SIGKILL"));
    let words = "";
    // A pipe to a dead process breaks; its end is reported by "close".
    child.stdin.on("error", () => {});
    child.stderr.on("data", (chunk: Buffer) => {
      words = (words + chunk.toString("utf8")).slice(-2000);
    });
    child.stdout.on("data", (chunk: Buffer) => {
      this.#parts.push(chunk);
      this.#length += chunk.length;
      this.#serve();
    });
    child.on("error", (error) => this.#finish(error.message));
    child.on("close", (code, signal) => {
      const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
      this.#finish(words === "" ? `the program ended with ${how}` : words.trim());
    });
    this.#hold(false);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  write(bytes: Buffer): void {
    if (this.#child.stdin.writable) this.#child.stdin.write(bytes);
  }

  /** The next `length` bytes. Errors: `NativeEnd`; one reader at a time. */
  async read(length: number, limit: number): Promise<Buffer> {
    let timer: NodeJS.Timeout | undefined;
    this.#hold(true);
    try {
      return await new Promise<Buffer>((resolve, reject) => {
        timer = setTimeout(() => {
          reject(new NativeEnd(`the program said nothing for ${limit / 1000} s`, { silent: true }));
        }, limit);
        this.#expected = { length, resolve, reject };
        this.#serve();
      });
    } finally {
      clearTimeout(timer);
      this.#expected = undefined;
      this.#hold(false);
    }
  }

  kill(): void {
    this.#child.kill("SIGKILL");
    this.#forget();
  }

  #serve(): void {
    const expected = this.#expected;
    if (expected === undefined) return;
    if (this.#length >= expected.length) {
      const all = this.#parts.length === 1 ? (this.#parts[0] as Buffer) : Buffer.concat(this.#parts);
      const rest = all.subarray(expected.length);
      this.#parts = rest.length === 0 ? [] : [rest];
      this.#length = rest.length;
      this.#expected = undefined;
      expected.resolve(all.subarray(0, expected.length));
    } else if (this.#end !== undefined) {
      this.#expected = undefined;
      expected.reject(new NativeEnd(this.#end, { silent: false }));
    }
  }

  #finish(reason: string): void {
    this.#forget();
    this.#end ??= reason;
    this.#serve();
  }

  /** Whether a waiting process keeps Node from exiting. */
  #hold(held: boolean): void {
    const change = held ? "ref" : "unref";
    this.#child[change]();
    for (const stream of [this.#child.stdin, this.#child.stdout, this.#child.stderr]) {
      (stream as unknown as Socket)[change]();
    }
  }
}
