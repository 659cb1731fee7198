import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const SCRIPT = fileURLToPath(new URL("../../quickstart.mjs", import.meta.url));

let emptyFolder: string;

beforeAll(() => {
  emptyFolder = mkdtempSync(join(tmpdir(), "ringcross-quickstart-"));
});

afterAll(() => {
  rmSync(emptyFolder, { recursive: true });
});

describe("quickstart", () => {
  it("shows the demonstration, named as such, where there is no emulator and no way to install one", () => {
    const { status, stdout } = spawnSync(process.execPath, [SCRIPT], {
      env: { PATH: emptyFolder },
      encoding: "utf8",
      timeout: 170_000,
    });
    expect(stdout).toContain("[quickstart] emulators: QEMU and Bochs not found");
    expect(stdout).toContain("[quickstart] DEMONSTRATION: no emulator is installed");
    expect(stdout).toMatch(/\[quickstart\] ringcross run oracle 'mutant:\S+' .*--seed 1 --cases \d+\n/);
    expect(stdout).toMatch(/oracle built in \(intel\) +│ 20,000 │ 20,000 │ +0 │/);
    expect(stdout).toContain("[quickstart] ringcross run ended with exit code 5");
    expect(stdout).toMatch(
      /\[quickstart\] the broken copies were found out, .* no real processor was tested\n$/,
    );
    expect(status).toBe(0);
  }, 180_000);
});
