/** Where the example programs are, and how the one in C is built. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The path of a file under examples/. */
export function examplePath(name: string): string {
  return fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
}

/** Compiles a C example as its first comment says, warnings being errors, and returns the program's path. */
export function compileExample(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), "ringcross-example-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const program = join(folder, "core");
  const flags = ["-std=c11", "-O2", "-Wall", "-Wextra", "-Wpedantic", "-Werror"];
  execFileSync("gcc", [...flags, examplePath(name), "-o", program]);
  return program;
}
