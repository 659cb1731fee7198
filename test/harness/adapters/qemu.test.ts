import { describe, expect, it, vi } from "vitest";
import { QEMU_MODELS, startQemu } from "../../../harness/adapters/qemu.ts";
import type { QemuAdapter } from "../../../harness/adapters/qemu.ts";
import type { Mode, Observation } from "../../../spec/model.ts";
import { SWAPGS, WRMSR, makeCase } from "../../guest/cases.ts";
import { kindsFor } from "../../guest/kinds.ts";
import { emulatorSuite, installed, observed } from "./emulator-suite.ts";
import { boringCase } from "../../../generators/boring.ts";
import { judgedEnd } from "../../../harness/landing.ts";

const BINARY = "qemu-system-x86_64";

describe("startQemu", () => {
  it("says what to install when the binary is missing", async () => {
    await expect(startQemu({ binary: "no-such-qemu" })).rejects.toMatchObject({
      code: "start-failed",
      message: expect.stringContaining("no-such-qemu"),
      hint: expect.stringContaining("qemu-system-x86"),
    });
  });

  it("refuses a program that is not QEMU", async () => {
    await expect(startQemu({ binary: "true" })).rejects.toMatchObject({
      code: "start-failed",
      message: expect.stringContaining("version"),
    });
  });
});

describe.skipIf(!installed(BINARY, "QEMU"))("qemu", () => {
  it("reports why QEMU did not start", async () => {
    await expect(startQemu({ cpu: "no-such-model" })).rejects.toMatchObject({
      code: "start-failed",
      message: expect.stringContaining("no-such-model"),
    });
  });

  it("refuses a model without SVM", async () => {
    await expect(startQemu({ cpu: "Skylake-Server" })).rejects.toMatchObject({
      code: "start-failed",
      message: expect.stringContaining("SVM"),
      hint: expect.stringContaining("+svm"),
    });
  });

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

    expect(answer("syscall in 64-bit mode")).toMatchObject({
      end: { kind: "exception", vector: 14, address: 0x80_0000n },
      after: {
        cpl: 0,
        rip: 0x80_0000n,
        rcx: 0x40_2000n,
        r11: 2n,
        cs: { selector: 8, l: 1 },
        ss: { selector: 0x10 },
      },
      writes: [],
    });
    expect(answer("sysretq")).toMatchObject({
      end: { address: 0x70_0000n },
      after: { cpl: 3, cs: { selector: 0x23, l: 1 } },
    });
    expect(answer("swapgs").after).toMatchObject({ kernelGsBase: 0n, gs: { base: 0xffff_8123_4567_8000n } });
    expect(answer("wrmsr lstar").after.lstar).toBe(0x5678_0000_1234n);
    expect(answer("rdmsr efer").after).toMatchObject({ rax: 0x1501n, rdx: 0n });
    expect(answer("syscall in compatibility mode").after).toMatchObject({ rip: 0x80_1000n, cs: { l: 1 } });
    expect(answer("syscall in legacy mode").after).toMatchObject({
      cpl: 0,
      rip: 0x80_0000n,
      cs: { l: 0, db: 1 },
    });
    expect(answer("sysret in legacy mode").after).toMatchObject({ cpl: 3, rip: 0x70_0000n });
    expect(answer("syscall to a 57-bit address")).toMatchObject({
      end: { vector: 14, address: 0x0080_0000_0000_1000n },
    });
    expect(answer("sysretq beyond 57 bits").end).toMatchObject({
      kind: "exception",
      vector: 13,
      errorCode: 0,
    });
    expect(answer("ud2").end).toEqual({ kind: "exception", vector: 6 });
    expect(answer("mov to ds sets the accessed bit").writes).toEqual([
      { linear: 0x60_0035n, bytes: Uint8Array.of(0x93) },
    ]);
    expect(answer("push writes a page").writes).toEqual([
      { linear: 0x50_0ff0n, bytes: Uint8Array.of(0x0a, 0x0a) },
    ]);
    expect(answer("gdt across chunks").after.fs).toMatchObject({
      selector: 0x38,
      base: 0x1234_5678n,
      limit: 0xfff,
    });
  });

  it("answers what it cannot run with the reason", async () => {
    const adapter = await startQemu({ cpu: "EPYC" });
    const kinds = kindsFor(adapter.profile);
    const msr = makeCase({ profile: adapter.profile, code: WRMSR, before: { rcx: 0x1bn } });
    const answers = await adapter.run([...kinds.values(), msr]);
    await adapter.close();
    const names = [...kinds.keys()];
    expect(answers[names.indexOf("hlt")]).toEqual({ unsupported: expect.stringContaining("HLT") });
    expect(answers[names.indexOf("mov to dr0")]).toEqual({ unsupported: expect.stringContaining("DR0") });
    expect(answers[names.indexOf("refused by vmrun")]).toEqual({
      unsupported: expect.stringContaining("VMRUN"),
    });
    expect(answers[names.length]).toEqual({ unsupported: "MSR 1Bh is outside the list under test" });
  });

  it("lets the case's IDT deliver what is executed, and shows the frame", async () => {
    const adapter = await startQemu({ cpu: "EPYC" });
    const { profile } = adapter;
    const execute = boringCase({ profile, instruction: "int", mode: "64" });
    const answers = await adapter.run([execute, { ...execute, delivery: "observe" }]);
    await adapter.close();
    const [delivered, intercepted] = answers;
    if (delivered === undefined || "unsupported" in delivered) throw new Error("not delivered");
    expect(judgedEnd(execute, delivered)).toEqual({ kind: "delivered", vector: 0x40 });
    expect(delivered.after).toMatchObject({ cpl: 0, rsp: 0x4f_ff98n });
    expect(delivered.writes.map(({ linear }) => linear)).toContain(0x4f_ffa0n);
    expect(intercepted).toEqual({ unsupported: expect.stringContaining("INT n") });
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
