/** What holds for every emulator that boots the guest under a VMCB: how it refuses to start, and what it shows. */
import { describe, expect, it } from "vitest";
import type { Adapter } from "../../../harness/adapter.ts";
import type { Observation } from "../../../spec/model.ts";

/** An emulator by its words. */
export interface StartUnderTest {
  readonly name: string;
  readonly start: (options: { readonly binary?: string; readonly cpu?: string }) => Promise<Adapter>;
  /** Whether this machine has it. */
  readonly isHere: boolean;
  /** A package that brings it. */
  readonly installHint: string;
  /** A model that it has, but without SVM. */
  readonly withoutSvm: string;
  /** What the hint about such a model names. */
  readonly svmHint: string;
}

/** How it refuses to start. */
export function startSuite(emulator: StartUnderTest): void {
  const { name, start, isHere, installHint, withoutSvm, svmHint } = emulator;
  describe(`${name}, started in vain`, () => {
    it("says what to install when the binary is missing", async () => {
      await expect(start({ binary: "no-such-program" })).rejects.toMatchObject({
        code: "start-failed",
        message: expect.stringContaining("no-such-program"),
        hint: expect.stringContaining(installHint),
      });
    });

    it(`refuses a program that is not ${name}`, async () => {
      await expect(start({ binary: "true" })).rejects.toMatchObject({
        code: "start-failed",
        message: expect.stringContaining("version"),
      });
    });

    it.skipIf(!isHere)("reports why it did not start", async () => {
      await expect(start({ cpu: "no_such_model" })).rejects.toMatchObject({
        code: "start-failed",
        message: expect.stringContaining("no_such_model"),
      });
    });

    it.skipIf(!isHere)("refuses a model without SVM", async () => {
      await expect(start({ cpu: withoutSvm })).rejects.toMatchObject({
        code: "start-failed",
        message: expect.stringContaining("SVM"),
        hint: expect.stringContaining(svmHint),
      });
    });
  });
}

/** Expects of the answers to cases of `kindsFor`, on a model of AMD, what every emulator does. */
export function expectInstructions(answer: (name: string) => Observation): void {
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
}
