import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandName } from "../../cli/command-name.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ringcross-name-"));
  writeFileSync(join(folder, "ringcross"), "#!/bin/sh\n");
  chmodSync(join(folder, "ringcross"), 0o755);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("commandName", () => {
  it("is the bare command where the shell finds it", () => {
    expect(commandName({ PATH: folder })).toBe("ringcross");
  });

  it("goes through npx where the shell does not find it, or npx made it known", () => {
    expect(commandName({ PATH: "/nowhere" })).toBe("npx ringcross");
    expect(commandName({ PATH: folder, npm_command: "exec" })).toBe("npx ringcross");
    expect(commandName({ PATH: folder, npm_execpath: "/usr/bin/npm" })).toBe("npx ringcross");
  });
});
