import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { UNICORN_LIBRARIES } from "../harness/adapters/unicorn.ts";

/** Where package managers put libraries. */
const FOLDERS: readonly string[] = [
  "/usr/local/lib",
  "/usr/lib/x86_64-linux-gnu",
  "/usr/lib/aarch64-linux-gnu",
  "/usr/lib64",
  "/usr/lib",
  "/opt/homebrew/lib",
];

/** libunicorn on this machine. The variable LIBUNICORN names it and then nothing else is looked for. */
export function findLibrary(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = environment["LIBUNICORN"];
  if (named !== undefined) return existsSync(named) ? named : undefined;
  const more = environment["LD_LIBRARY_PATH"]?.split(delimiter).filter((folder) => folder !== "") ?? [];
  return [...more, ...FOLDERS]
    .flatMap((folder) => UNICORN_LIBRARIES.map((name) => join(folder, name)))
    .find((file) => existsSync(file));
}
