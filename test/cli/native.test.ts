import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startNative } from "../../harness/adapters/native.ts";
import { AdapterError } from "../../harness/errors.ts";
import type { Vendor } from "../../spec/model.ts";
import { ringcross } from "./ringcross.ts";

const vendor = await vendorHere();

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ringcross-native-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("ringcross run native", () => {
  it("ends with 4 and one message where nothing compiles its program", async () => {
    const { code, stdout } = await ringcross(["run", "native", "--cases", "10"], {
      environment: { PATH: folder, CC: "", XDG_CACHE_HOME: folder },
    });
    expect(stdout).toContain("native needs");
    expect(code).toBe(4);
  });

  it.skipIf(vendor === undefined)("passes on the CPU of this machine", async () => {
    const { code, stdout } = await ringcross(["run", "native", "--cases", "3000", "--seed", "1"]);
    expect(stdout).toMatch(/native/);
    expect(stdout).toMatch(/no finding|0 findings/i);
    expect(code).toBe(0);
  });

  it.skipIf(vendor === undefined)("skips where the CPU is not the other vendor's", async () => {
    const other = vendor === "amd" ? "intel" : "amd";
    const { code, stdout } = await ringcross(["run", "native", "--vendor", other, "--cases", "10"]);
    expect(stdout).toContain(`poses as ${vendor ?? ""} only`);
    expect(code).toBe(3);
  });

  it.skipIf(vendor === undefined)("is found by doctor", async () => {
    const { stdout } = await ringcross(["doctor"]);
    expect(stdout).toMatch(new RegExp(`native +microcode \\S+ +${vendor ?? ""}; modes 64, compat;`));
  });
});

/** Undefined where this machine cannot run it; the console says why. */
async function vendorHere(): Promise<Vendor | undefined> {
  try {
    const adapter = await startNative();
    await adapter.close();
    return adapter.profile.vendor;
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    console.warn(`skipped: the native processor, because ${error.message}`);
    return undefined;
  }
}
