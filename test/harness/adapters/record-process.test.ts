import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../../guest/package-root.ts";
import { RecordProcess } from "../../../harness/adapters/record-process.ts";

const folder = mkdtempSync(join(tmpdir(), "record-process-"));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A program where the runner looks for one. */
function program(text: string): string {
  const path = join(folder, "child.mjs");
  writeFileSync(path, text);
  return relative(join(packageRoot(), "dist", "harness", "adapters"), path);
}

describe("RecordProcess", () => {
  it.each([
    [
      "what is no hello",
      'console.log("Segmentation fault"); setInterval(() => {}, 1000);',
      "Segmentation fault",
    ],
    ["its reason", `console.log('{"error":"no such module"}');`, "no such module"],
    ["how it ended", "process.exit(3);", "exit code 3"],
  ])("refuses a process that says %s", async (_, text, words) => {
    const start = RecordProcess.start({
      name: "a test",
      program: program(text),
      args: [],
      onResults: () => {},
      onEnd: () => {},
    });
    await expect(start).rejects.toThrow(words);
  });
});
