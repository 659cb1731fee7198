/** Runs the built program as a user does. */
import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

/** What a run of the program left behind. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How to run it. */
export interface RingcrossOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly cwd?: string;
  /** A command that runs the program, instead of this process. */
  readonly under?: readonly string[];
  /** Hears of the process as soon as it runs. */
  readonly onStart?: (child: ChildProcess) => void;
  /** Hears of the process once it runs, and of all output by then. */
  readonly onOutput?: (child: ChildProcess, text: string) => void;
}

/** Runs `ringcross` with these words and waits for its end. */
export async function ringcross(words: readonly string[], options: RingcrossOptions = {}): Promise<Ended> {
  const [command = process.execPath, ...args] = [...(options.under ?? []), process.execPath, MAIN, ...words];
  const child = spawn(command, args, {
    env: { ...process.env, NO_COLOR: "1", ...options.environment },
    ...(options.cwd !== undefined && { cwd: options.cwd }),
  });
  options.onStart?.(child);
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
    options.onOutput?.(child, stdout + stderr);
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
    options.onOutput?.(child, stdout + stderr);
  });
  child.stdin.end(options.input ?? "");
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  return { code, stdout, stderr };
}
