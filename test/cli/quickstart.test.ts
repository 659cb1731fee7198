import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findV86 } from "../../harness/adapters/v86.ts";

const SCRIPT = fileURLToPath(new URL("../../quickstart.mjs", import.meta.url));

let emptyFolder: string;

beforeAll(() => {
  emptyFolder = mkdtempSync(join(tmpdir(), "ringcross-quickstart-"));
});

afterAll(() => {
  rmSync(emptyFolder, { recursive: true });
});

describe("quickstart", () => {
  it.skipIf(findV86() === undefined)(
    "runs v86, and says so, where there is no other emulator",
    () => {
      const { status, stdout } = spawnSync(process.execPath, [SCRIPT], {
        env: { PATH: emptyFolder },
        encoding: "utf8",
        timeout: 170_000,
      });
      expect(stdout).toContain("[quickstart] Neither QEMU nor Bochs is installed, so this runs v86");
      expect(stdout).toMatch(/\[quickstart\] ringcross run v86 --seed 1 --cases \d+\n/);
      expect(stdout).toMatch(/v86 \d\S+, 32-bit \(intel\) +│ 20,000 │/);
      expect(stdout).toMatch(/\[quickstart\] these emulators differ from the manuals: .*\n$/);
      expect(status).toBe(0);
    },
    180_000,
  );

  it("shows the demonstration, named as such, where there is no emulator and no way to install one", () => {
    const { status, stdout } = spawnSync(process.execPath, [SCRIPT], {
      env: { PATH: emptyFolder, V86_WASM: join(emptyFolder, "absent") },
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
