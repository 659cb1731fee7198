/** An emulator as a child process that never outlives its experiment. */
import { spawn } from "node:child_process";
import { onWayOut } from "./way-out.ts";

/** How long an experiment may take before it counts as silent; a busy machine needs a second. */
export const TIME_LIMIT = 15_000;

/** Seconds of CPU time after which the system ends an emulator that nobody is left to end. */
const CPU_LIMIT = 60;
const LIMITED = `ulimit -t ${CPU_LIMIT}; exec "$0" "$@"`;

/** A running emulator. */
export interface Child {
  /** Everything on standard output so far. What goes to standard error would tear dumps apart. */
  readonly text: string;
  /** The end of both outputs, for messages. */
  readonly lastWords: string;
  /** Waits until `done` holds for the text; false when the child ended or the time (ms) is up before. */
  until(done: (text: string) => boolean, limit?: number): Promise<boolean>;
  /** Ends it; does nothing when it is gone. */
  kill(): Promise<void>;
}

/** Starts `program`. Errors: whatever the system says when it cannot. */
export function startChild(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Child {
  const child = spawn("/bin/sh", ["-c", LIMITED, program, ...args], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  let text = "";
  let errors = "";
  let failure: Error | undefined;
  let gone = false;
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const forget = onWayOut(() => child.kill("SIGKILL"));
  const closed = new Promise<void>((resolve) => {
    const end = (): void => {
      gone = true;
      forget();
      changed();
      resolve();
    };
    child.on("error", (error) => {
      failure = error;
      end();
    });
    child.on("close", end);
  });
  child.stdin.on("error", () => {});
  child.stdout.on("data", (chunk: Buffer) => {
    text += chunk.toString("latin1");
    changed();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString("latin1");
  });
  return {
    get text() {
      return text;
    },
    get lastWords() {
      return `${text.trim().slice(-300)} ${errors.trim().slice(-300)}`;
    },
    until: (done, limit = TIME_LIMIT) =>
      new Promise((resolve, reject) => {
        const finish = (result: boolean): void => {
          clearTimeout(timer);
          listeners.delete(look);
          if (failure === undefined) resolve(result);
          else reject(failure);
        };
        const look = (): void => {
          if (done(text)) finish(true);
          else if (gone) finish(false);
        };
        const timer = setTimeout(() => finish(false), limit);
        listeners.add(look);
        look();
      }),
    kill: async () => {
      child.kill("SIGKILL");
      await closed;
    },
  };
}
