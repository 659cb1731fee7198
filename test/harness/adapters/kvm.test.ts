import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { kvmBacking, startKvm } from "../../../harness/adapters/kvm.ts";
import { AdapterError } from "../../../harness/errors.ts";
import { makeCase } from "../../guest/cases.ts";
import { installed, observed } from "./emulator-suite.ts";

describe("kvmBacking", () => {
  it.each([
    [["kvm", "kvm_intel"], "VT-x"],
    [["kvm", "kvm_amd"], "SVM"],
    [["kvm", "kvm_pvm"], "software"],
    [["kvm", "kvm_intel", "kvm_pvm"], "software"],
    [["kvm"], "unknown"],
  ] as const)("says of %j: %s", (modules, backing) => {
    expect(kvmBacking(modules)).toBe(backing);
  });
});

describe("startKvm", () => {
  it("is unavailable without the device", async () => {
    await expect(startKvm({ device: "/no/such/device" })).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringContaining("/no/such/device does not exist"),
    });
  });

  it.skipIf(process.getuid?.() === 0)("is unavailable where the device may not be opened", async () => {
    const folder = mkdtempSync(join(tmpdir(), "ringcross-kvm-"));
    try {
      const device = join(folder, "kvm");
      writeFileSync(device, "");
      chmodSync(device, 0o000);
      await expect(startKvm({ device })).rejects.toMatchObject({ code: "unavailable" });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.skipIf(!installed("qemu-system-x86_64", "KVM"))("runs a case, or says why it cannot", async () => {
    const adapter = await startKvm().catch((error: unknown) => error);
    if (adapter instanceof AdapterError) {
      console.warn(`skipped: KVM, because ${adapter.message}`);
      return;
    }
    const kvm = adapter as Awaited<ReturnType<typeof startKvm>>;
    try {
      expect(kvm.model).toMatch(/^host through (?:a software KVM, not the CPU|KVM on (?:VT-x|SVM|unknown))$/);
      const [answer] = await kvm.run([
        makeCase({ profile: kvm.profile, code: [0x0f, 0x0b], before: { efer: 0x501n } }),
      ]);
      expect(observed(answer)).toMatchObject({ end: { kind: "exception", vector: 6 } });
    } finally {
      await kvm.close();
    }
  });
});
