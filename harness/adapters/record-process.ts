/** A process that answers case records: started, greeted, fed with batches, and never left behind. */
import { spawn, type ChildProcessByStdio } from "node:child_process";
import type { Socket } from "node:net";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../../guest/package-root.ts";
import { onExit } from "./exit-guard.ts";
import { BATCH_HEADER, type ChildHello } from "./records/messages.ts";

/** How to start it and whom to tell. */
export interface RecordProcessOptions {
  /** What runs in it, for messages. */
  readonly name: string;
  /** The program, a built file beside this one. */
  readonly program: string;
  readonly args: readonly string[];
  /** Bytes of results, in order. */
  readonly onResults: (bytes: Uint8Array) => void;
  /** The process ended by itself, after the last of its results. */
  readonly onEnd: (message: string) => void;
}

/** What a process that can run cases says of itself. */
export type RecordHello = Exclude<ChildHello, { readonly error: string }>;

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** Milliseconds until the hello: it takes 0.1 s on an idle machine. */
const HELLO_LIMIT = 20_000;
const NEWLINE = 10;

/** A process that has said hello. */
export class RecordProcess {
  readonly hello: RecordHello;
  readonly #child: Child;
  readonly #forget: () => void;

  private constructor(child: Child, hello: RecordHello, forget: () => void) {
    this.#child = child;
    this.hello = hello;
    this.#forget = forget;
  }

  /** Starts the process. Errors: an Error that says why it cannot run cases. */
  static start(options: RecordProcessOptions): Promise<RecordProcess> {
    const child = spawn(process.execPath, [builtProgram(options.program), ...options.args], {
      stdio: ["pipe", "pipe", "pipe"],
    });
    const forget = onExit(() => child.kill("SIGKILL"));
    return new Promise((resolve, reject) => {
      let greeted = false;
      let line = Buffer.alloc(0);
      let stderr = "";
      const refuse = (message: string): void => {
        clearTimeout(limit);
        forget();
        child.kill("SIGKILL");
        reject(new Error(message));
      };
      const limit = setTimeout(() => refuse(`it said nothing for ${HELLO_LIMIT / 1000} s`), HELLO_LIMIT);
      // What is written to a dead process is lost; its end is reported by "close".
      child.stdin.on("error", () => {});
      child.stderr.on("data", (chunk: Buffer) => {
        stderr = (stderr + chunk.toString("utf8")).slice(-2000);
      });
      child.stdout.on("data", (chunk: Buffer) => {
        if (greeted) {
          options.onResults(chunk);
          return;
        }
        line = Buffer.concat([line, chunk]);
        if (!line.includes(NEWLINE)) return;
        const hello = readHello(line.toString("utf8"));
        if ("error" in hello) {
          refuse(hello.error);
          return;
        }
        greeted = true;
        clearTimeout(limit);
        resolve(new RecordProcess(child, hello, forget));
      });
      child.on("error", (error) => refuse(error.message));
      child.on("close", (code, signal) => {
        const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
        const said = stderr.trim().replaceAll(/\s*\n\s*/g, "; ");
        const message = `the process with ${options.name} ended with ${how}${said === "" ? "" : `: ${said}`}`;
        if (greeted) options.onEnd(message);
        else refuse(message);
      });
    });
  }

  get pid(): number {
    return this.#child.pid ?? -1;
  }

  /** Sends a batch of case records. */
  send(count: number, records: Uint8Array): void {
    const message = new Uint8Array(BATCH_HEADER.size + records.length);
    const view = new DataView(message.buffer);
    view.setUint32(BATCH_HEADER.count, count, true);
    view.setUint32(BATCH_HEADER.bytes, records.length, true);
    message.set(records, BATCH_HEADER.size);
    this.#child.stdin.write(message);
  }

  /** Whether a waiting process keeps Node from exiting. */
  hold(held: boolean): void {
    const change = held ? "ref" : "unref";
    this.#child[change]();
    for (const stream of [this.#child.stdin, this.#child.stdout, this.#child.stderr]) {
      (stream as unknown as Socket)[change]();
    }
  }

  /** Ends the process. */
  release(): void {
    this.#child.kill("SIGKILL");
    this.#forget();
  }
}

function readHello(line: string): ChildHello {
  try {
    return JSON.parse(line) as ChildHello;
  } catch {
    return { error: `it said no hello but: ${line.slice(0, 200).trim()}` };
  }
}

/** The built program: Node runs no TypeScript, so the sources use what `npm run build` made of them. */
function builtProgram(program: string): string {
  return fileURLToPath(import.meta.url).endsWith(".ts")
    ? join(packageRoot(), "dist", "harness", "adapters", program)
    : fileURLToPath(new URL(program, import.meta.url));
}
