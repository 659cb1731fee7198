import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { isSilicon, kvmBacking, kvmChanges } from "../../../harness/adapters/kvm-backing.ts";
import { startKvm, type KvmAdapter } from "../../../harness/adapters/kvm.ts";
import { AdapterError } from "../../../harness/errors.ts";
import { makeCase } from "../../guest/cases.ts";
import { installed, observed } from "./emulator-suite.ts";

const kvm = await kvmHere();

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ringcross-kvm-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
afterAll(async () => {
  await kvm?.close();
});

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

  it.each([
    ["VT-x", true, "WRMSR and RDMSR of STAR, LSTAR, CSTAR and SFMASK"],
    ["SVM", true, "writes to CR0 and CR4"],
    ["software", false, "everything at CPL 0, and every way into CPL 0"],
    ["unknown", false, "nobody knows"],
  ] as const)("tells whether %s is silicon, and what KVM does itself", (backing, silicon, change) => {
    expect(isSilicon(backing)).toBe(silicon);
    expect(kvmChanges(backing)).toContain(change);
  });
});

describe("startKvm", () => {
  it("is unavailable without the device", async () => {
    await expect(startKvm({ device: join(folder, "absent") })).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringContaining("absent does not exist: this machine offers no KVM"),
    });
  });

  it("is unavailable where the device may not be opened", async () => {
    const device = join(folder, "kvm");
    const isRoot = process.getuid?.() === 0;
    // Nothing is forbidden to root, but a folder cannot be written to by anybody.
    if (isRoot) mkdirSync(device);
    else {
      writeFileSync(device, "");
      chmodSync(device, 0o000);
    }
    await expect(startKvm({ device })).rejects.toMatchObject({
      code: "unavailable",
      message: `${device} cannot be opened: ${isRoot ? "EISDIR" : "EACCES"}`,
    });
  });

  it("tells QEMU of another device, and says so where QEMU cannot use it", async () => {
    const device = join(folder, "kvm");
    writeFileSync(device, "");
    const binary = join(folder, "qemu");
    writeFileSync(
      binary,
      '#!/bin/sh\n[ "$1" = --version ] && echo QEMU emulator version 9.0 && exit\necho "$@" >&2\nexit 1\n',
    );
    chmodSync(binary, 0o755);
    await expect(startKvm({ device, binary })).rejects.toMatchObject({
      code: "start-failed",
      message: expect.stringContaining(`-accel kvm,device=${device} `),
    });
  });

  it("gives up a guest that KVM stops, without waiting for the time limit", async () => {
    const device = "/dev/zero";
    const binary = join(folder, "qemu");
    const lines = ["KVM internal error. Suberror: 1", "emulation failure", "RAX=0000000000000000 RBX=0"];
    writeFileSync(
      binary,
      `#!/bin/sh\n[ "$1" = --version ] && echo QEMU emulator version 9.0 && exit\nprintf '%s\\n' '${lines.join("' '")}' >&2\nexec sleep 60\n`,
    );
    chmodSync(binary, 0o755);
    await expect(startKvm({ device, binary })).rejects.toMatchObject({
      code: "start-failed",
      message: expect.stringContaining(
        "KVM stopped the guest: KVM internal error. Suberror: 1, emulation failure",
      ),
    });
  });

  it.skipIf(kvm === undefined)("says what it stands on, and runs a case", async () => {
    const adapter = kvm as KvmAdapter;
    expect(adapter.model).toMatch(
      /^host through (?:a software KVM, not the CPU|KVM on (?:VT-x|SVM|unknown))$/,
    );
    const [answer] = await adapter.run([
      makeCase({ profile: adapter.profile, code: [0x0f, 0x0b], before: { efer: 0x501n } }),
    ]);
    expect(observed(answer)).toMatchObject({ end: { kind: "exception", vector: 6 } });
  });

  it.skipIf(kvm === undefined)("survives its process, and starts a new one", async () => {
    const adapter = kvm as KvmAdapter;
    const plain = makeCase({ profile: adapter.profile, code: [0x0f, 0x0b], before: { efer: 0x501n } });
    const run = adapter.run(Array.from({ length: 4000 }, () => plain)).catch((error: unknown) => error);
    process.kill(adapter.pid as number, "SIGKILL");
    expect(await run).toMatchObject({ code: "crashed" });
    expect(observed((await adapter.run([plain]))[0])).toMatchObject({
      end: { kind: "exception", vector: 6 },
    });
  });
});

/** Undefined where this machine has none; the console says why. */
async function kvmHere(): Promise<KvmAdapter | undefined> {
  if (!installed("qemu-system-x86_64", "KVM")) return undefined;
  try {
    return await startKvm();
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    console.warn(`skipped: KVM, because ${error.message}`);
    return undefined;
  }
}
