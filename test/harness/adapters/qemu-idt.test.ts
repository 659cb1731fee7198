import { describe, expect, it } from "vitest";
import { TRAMPOLINE_LINEAR } from "../../../guest/idt-layout.ts";
import { QEMU_MODELS, startQemu, type QemuAdapter } from "../../../harness/adapters/qemu.ts";
import { SWAPGS, SYSRETQ, WRMSR, makeCase } from "../../guest/cases.ts";
import { kindsFor } from "../../guest/kinds.ts";
import { emulatorSuite, installed, observed } from "./emulator-suite.ts";
import { IDT_REFUSALS, IDT_UNPROVEN, agreementCount, observerAgreement } from "./observer-agreement.ts";

const observer = "idt";

describe.skipIf(!installed("qemu-system-x86_64", "QEMU through observer B"))(
  "qemu through observer B",
  () => {
    it("needs no SVM, and forces what IRETQ and WRMSR of QEMU drop", async () => {
      const adapter = await startQemu({ cpu: "Skylake-Server", observer });
      await adapter.close();
      expect(adapter.profile).toMatchObject({
        vendor: "intel",
        modes: ["64", "compat"],
        features: { svm: false },
        imposed: [
          { field: "rflags", mask: 0x18_0000n, value: 0n },
          { field: "sysenterCs", mask: 0xffff_0000n, value: 0n },
        ],
      });
      expect(adapter.capabilities.fields.get("rflags")?.seen).toBe(0xffff_ffff_fffe_ffffn);
      expect(adapter.capabilities.fields.get("gdtr.base")).toMatchObject({ settable: false, seen: 0n });
      expect(adapter.capabilities.fields.get("cs.limit")).toMatchObject({ settable: true, seen: 0n });
      expect(adapter.capabilities.fields.has("gs.base")).toBe(false);
    });

    it("shows what the instructions under test do", async () => {
      const adapter = await startQemu({ cpu: "EPYC,+la57", observer });
      const kinds = kindsFor(adapter.profile);
      const answers = await adapter.run([...kinds.values()]);
      await adapter.close();
      const answer = (name: string): ReturnType<typeof observed> =>
        observed(answers[[...kinds.keys()].indexOf(name)]);
      expect(answer("syscall in 64-bit mode")).toMatchObject({
        end: { kind: "exception", vector: 14, address: 0x80_0000n },
        after: {
          cpl: 0,
          rip: 0x80_0000n,
          rcx: 0x40_2000n,
          r11: 2n,
          cs: { selector: 8 },
          ss: { selector: 0x10 },
        },
        writes: [],
      });
      expect(answer("sysretq").after).toMatchObject({
        cpl: 3,
        cs: { selector: 0x23 },
        ss: { selector: 0x1b },
      });
      expect(answer("swapgs").after).toMatchObject({
        kernelGsBase: 0n,
        gs: { base: 0xffff_8123_4567_8000n },
      });
      expect(answer("wrmsr fs base").after.fs.base).toBe(0x0d0d_0000_0a0an);
      expect(answer("syscall to a 57-bit address").end).toMatchObject({ address: 0x0080_0000_0000_1000n });
      expect(answer("ud2").end).toEqual({ kind: "exception", vector: 6 });
      expect(answer("push writes a page").writes).toEqual([
        { linear: 0x50_0ff0n, bytes: Uint8Array.of(0x0a, 0x0a) },
      ]);
    });

    it("refuses what it cannot set up or bear, with the reason", async () => {
      const adapter = await startQemu({ cpu: "EPYC", observer });
      const { profile } = adapter;
      const reason = (code: readonly number[], before = {}): ReturnType<typeof makeCase> => {
        const made = makeCase({ profile, code });
        // Also against what the profile forces.
        return { ...made, before: { ...made.before, ...before } };
      };
      const nop = [0x90];
      const cases = [
        [reason([0xf4]), "HLT"],
        [reason([0x0f, 0x00, 0xd0]), "descriptor"],
        [reason([0x0f, 0x01, 0x18]), "LIDT"],
        [reason(WRMSR, { rcx: 0x1bn }), "1Bh"],
        [reason(nop, { cr4: 0x8000_0020n }), "CR4"],
        // MOV CR4, RAX.
        [reason([0x0f, 0x22, 0xe0], { rax: 0x8000_0020n }), "does not define"],
        [reason([0x0f, 0x22, 0xe0], { rax: 0n }), "format of the tables"],
        [reason(nop, { sysenterCs: 0x1_0000n }), "sysenterCs"],
        [reason(SYSRETQ, { rcx: TRAMPOLINE_LINEAR + 0x100n }), "address of the agent"],
        [makeCase({ profile, code: nop, mode: "legacy" }), "long mode"],
        [{ ...reason(nop), delivery: "execute" as const }, "owns the IDT"],
      ] as const;
      const answers = await adapter.run(cases.map(([testCase]) => testCase));
      await adapter.close();
      expect(answers).toEqual(cases.map(([, words]) => ({ unsupported: expect.stringContaining(words) })));
    });

    it("refuses MOV to CR4 that would change the depth of its tables", async () => {
      const adapter = await startQemu({ cpu: "EPYC,+la57", observer });
      const { profile } = adapter;
      const answers = await adapter.run([
        makeCase({ profile, code: [0x0f, 0x22, 0xe0], before: { rax: 0x1020n } }),
      ]);
      await adapter.close();
      expect(answers).toEqual([{ unsupported: expect.stringContaining("format of the tables") }]);
    });

    it("keeps its own pages out of the reach of a case at CPL 3", async () => {
      const adapter = await startQemu({ cpu: "EPYC", observer });
      const near = TRAMPOLINE_LINEAR + 0x20_0000n;
      const [answer] = await adapter.run([
        makeCase({ profile: adapter.profile, code: SYSRETQ, before: { rcx: near } }),
      ]);
      await adapter.close();
      // Behind the agent's stretch, in the same tables: nothing is mapped there.
      expect(observed(answer)).toMatchObject({ end: { vector: 14, address: near }, after: { cpl: 3 } });
    });

    it("maps a case's page beside its own", async () => {
      const adapter = await startQemu({ cpu: "EPYC,+la57", observer });
      for (const cr4 of [0x20n, 0x1020n, 0x20n]) {
        const [answer] = await adapter.run([
          makeCase({
            profile: adapter.profile,
            code: SWAPGS,
            codePage: 0xffff_ffff_a5d0_0000n,
            before: { cr4, kernelGsBase: 0x7000n },
          }),
        ]);
        expect(observed(answer).after.gs.base).toBe(0x7000n);
      }
      await adapter.close();
    });

    emulatorSuite({
      name: "Skylake-Server,+svm,+la57 through observer B",
      start: (options) => startQemu({ cpu: "Skylake-Server,+svm,+la57", observer, ...options }),
      processPerRun: false,
      pids: (adapter) => [(adapter as QemuAdapter).pid].filter((pid) => pid !== undefined),
      mayRefuse: IDT_REFUSALS,
      unproven: IDT_UNPROVEN,
    });

    for (const cpu of QEMU_MODELS) {
      observerAgreement({
        name: `QEMU with ${cpu}`,
        start: (chosen) => startQemu({ cpu, observer: chosen }),
        cases: agreementCount(20_000),
      });
    }
  },
);
