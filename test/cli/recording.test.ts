import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startNative } from "../../harness/adapters/native.ts";
import { AdapterError } from "../../harness/errors.ts";
import { ringcross } from "./ringcross.ts";

const SAMPLE = fileURLToPath(new URL("../../recordings/amd-family-25.jsonl", import.meta.url));

const canRecord = await canRecordHere();

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ringcross-recording-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("ringcross check-oracle", () => {
  it("says which silicon agrees with the oracle, and in which rules", async () => {
    const { code, stdout } = await ringcross(["check-oracle", SAMPLE]);
    expect(stdout).toMatch(
      /^amd family 25 model 17 stepping 1, microcode 0x[0-9a-f]+, behind a hypervisor\n/,
    );
    expect(stdout).toMatch(/ {2}sysret\.gp_cpl_nonzero +\d+\n/);
    expect(stdout).toMatch(/vectors: (\d+) agree with the oracle, 0 contradict it\n$/);
    expect(code).toBe(0);
  });

  it("ends with 5 and shows what contradicts it", async () => {
    const file = join(folder, "wrong.jsonl");
    const text = readFileSync(SAMPLE, "utf8");
    writeFileSync(file, text.replaceAll('"vector":13', '"vector":6').replaceAll('"errorCode":0,', ""));
    const { code, stdout } = await ringcross(["check-oracle", file]);
    expect(stdout).toMatch(/wrong\.jsonl:\d+ contradicts \w+\.gp_/);
    expect(stdout).toContain("predicted: #GP(0) at CPL 3");
    expect(stdout).toMatch(/\nand \d+ more\n/);
    expect(code).toBe(5);
  });

  it("ends with 2 for a file that is missing or cut short", async () => {
    const missing = await ringcross(["check-oracle", join(folder, "nothing.jsonl")]);
    expect(missing.stderr).toContain("there is no such file");
    expect(missing.code).toBe(2);
    const file = join(folder, "cut.jsonl");
    writeFileSync(file, readFileSync(SAMPLE, "utf8").split("\n").slice(0, 10).join("\n"));
    const cut = await ringcross(["check-oracle", file]);
    expect(cut.stderr).toContain("invalid recording at line 11: expected the footer that ends a recording");
    expect(cut.code).toBe(2);
  });
});

describe("ringcross record", () => {
  it.skipIf(!canRecord)("records this CPU, and the oracle agrees", async () => {
    const file = join(folder, "here.jsonl");
    const words = ["record", "native", "--cases", "200", "--seed", "4", "--out", file];
    const recorded = await ringcross(words);
    expect(recorded.stdout).toMatch(
      /^200 cases of (amd|intel) family \d+ model \d+ stepping \d+, microcode /,
    );
    expect(recorded.code).toBe(0);
    const checked = await ringcross(["check-oracle", file]);
    expect(checked.stdout).toContain("200 vectors: 200 agree");
    expect(checked.code).toBe(0);
    const some = await ringcross([...words, "--only", "mov_to_sreg"]);
    expect(some.stdout).toMatch(/^200 cases of /);
    const loads = await ringcross(["check-oracle", file]);
    expect(loads.stdout).toMatch(/ {2}segload\.gp_data_type +\d+\n/);
    expect(loads.code).toBe(0);
  });

  it("ends with 2 for anything but silicon, and with 4 without a compiler", async () => {
    const qemu = await ringcross(["record", "qemu", "--out", join(folder, "x")]);
    expect(qemu.code).toBe(2);
    const { code, stderr } = await ringcross(["record", "native", "--out", join(folder, "x")], {
      environment: { PATH: folder, CC: "" },
    });
    expect(stderr).toContain("native needs");
    expect(code).toBe(4);
  });
});

/** Says on the console why this machine cannot be recorded. */
async function canRecordHere(): Promise<boolean> {
  try {
    const adapter = await startNative();
    await adapter.close();
    return true;
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    console.warn(`skipped: recording this machine, because ${error.message}`);
    return false;
  }
}
