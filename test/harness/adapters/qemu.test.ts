import { describe, expect, it, vi } from "vitest";
import { QEMU_MODELS, startQemu } from "../../../harness/adapters/qemu.ts";
import type { QemuAdapter } from "../../../harness/adapters/qemu.ts";
import type { Mode, Observation } from "../../../spec/model.ts";
import { SWAPGS, WRMSR, makeCase } from "../../guest/cases.ts";
import { kindsFor } from "../../guest/kinds.ts";
import { emulatorSuite, installed, observed } from "./emulator-suite.ts";
import { expectInstructions, startSuite } from "./start-suite.ts";

const BINARY = "qemu-system-x86_64";

const IS_HERE = installed(BINARY, "QEMU");

startSuite({
  name: "QEMU",
  start: startQemu,
  isHere: IS_HERE,
  installHint: "qemu-system-x86",
  withoutSvm: "Skylake-Server",
  svmHint: "+svm",
});

describe.skipIf(!IS_HERE)("qemu", () => {
  it.each([
    ["Skylake-Server,+svm", "intel", false, ["64", "compat"]],
    ["Skylake-Server,+svm,+la57", "intel", true, ["64", "compat"]],
    ["EPYC", "amd", false, ["64", "compat", "legacy"]],
    ["EPYC,+la57", "amd", true, ["64", "compat", "legacy"]],
  ] satisfies [string, string, boolean, Mode[]][])(
    "derives the profile of %s from CPUID",
    async (cpu, vendor, la57, modes) => {
      const adapter = await startQemu({ cpu });
      await adapter.close();
      expect(adapter.version).toMatch(/^\d+\.\d+/);
      expect(adapter.model).toBe(cpu);
      expect(adapter.profile).toMatchObject({
        vendor,
        modes,
        features: { la57, nx: true, svm: true, fsgsbase: true },
        // SVME by the observer; LMSLE, which EPYC offers, because VMRUN refuses it.
        imposed: [{ field: "efer", mask: vendor === "amd" ? 0x3000n : 0x1000n, value: 0x1000n }],
      });
    },
  );

  it("shows what the instructions under test do", async () => {
    const adapter = await startQemu({ cpu: "EPYC,+la57" });
    const kinds = kindsFor(adapter.profile);
    const answers = await adapter.run([...kinds.values()]);
    await adapter.close();
    const answer = (name: string): Observation => observed(answers[[...kinds.keys()].indexOf(name)]);

    expectInstructions(answer);
    expect(answer("syscall to a 57-bit address")).toMatchObject({
      end: { vector: 14, address: 0x0080_0000_0000_1000n },
    });
    expect(answer("sysretq beyond 57 bits").end).toMatchObject({
      kind: "exception",
      vector: 13,
      errorCode: 0,
    });
  });

  it("answers what it cannot run with the reason", async () => {
    const adapter = await startQemu({ cpu: "EPYC" });
    const kinds = kindsFor(adapter.profile);
    const msr = makeCase({ profile: adapter.profile, code: WRMSR, before: { rcx: 0x1bn } });
    const answers = await adapter.run([...kinds.values(), msr, { ...msr, delivery: "execute" }]);
    await adapter.close();
    const names = [...kinds.keys()];
    expect(answers[names.indexOf("hlt")]).toEqual({ unsupported: expect.stringContaining("HLT") });
    expect(answers[names.indexOf("mov to dr0")]).toEqual({ unsupported: expect.stringContaining("DR0") });
    expect(answers[names.indexOf("refused by vmrun")]).toEqual({
      unsupported: expect.stringContaining("VMRUN"),
    });
    expect(answers[names.length]).toEqual({ unsupported: "MSR 1Bh is outside the list under test" });
    expect(answers[names.length + 1]).toEqual({ unsupported: expect.stringContaining("delivery") });
  });

  it("ends a process that nobody uses, and starts another when somebody does", async () => {
    const adapter = await startQemu({ cpu: "EPYC", idleLimit: 0.5 });
    const { pid } = adapter;
    await vi.waitFor(() => expect(adapter.pid).toBeUndefined(), { timeout: 30_000, interval: 100 });
    const [answer] = await adapter.run([makeCase({ profile: adapter.profile, code: SWAPGS })]);
    expect(observed(answer).after.rip).toBe(0x40_2000n);
    expect(adapter.pid).not.toBe(pid);
    await adapter.close();
  });

  for (const cpu of QEMU_MODELS) {
    emulatorSuite({
      name: cpu,
      start: (options) => startQemu({ cpu, ...options }),
      processPerRun: false,
      pids: (adapter) => [(adapter as QemuAdapter).pid].filter((pid) => pid !== undefined),
    });
  }
});
