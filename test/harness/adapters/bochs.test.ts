import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BOCHS_MODELS, startBochs } from "../../../harness/adapters/bochs.ts";
import type { BochsAdapter } from "../../../harness/adapters/bochs.ts";
import { BochsRunner } from "../../../harness/adapters/bochs-runner.ts";
import { AdapterError } from "../../../harness/errors.ts";
import type { Observation, Page } from "../../../spec/model.ts";
import { SWAPGS, SYSRETQ, dataSegment, makeCase } from "../../guest/cases.ts";
import { kindsFor } from "../../guest/kinds.ts";
import { emulatorSuite, installed, observed } from "./emulator-suite.ts";
import { expectInstructions, startSuite } from "./start-suite.ts";

const BINARY = "bochs-bin";
const INTEL = "bx_generic,vmx=0,svm=1,vendor_string=GenuineIntel";

const IS_HERE = installed(BINARY, "Bochs");

startSuite({
  name: "Bochs",
  start: startBochs,
  isHere: IS_HERE,
  installHint: "bochs-term",
  withoutSvm: "corei7_haswell_4770",
  svmHint: "ryzen",
});

describe.skipIf(!IS_HERE)("bochs", () => {
  it("derives the profiles from CPUID", async () => {
    const intel = await startBochs({ cpu: INTEL });
    const amd = await startBochs({ cpu: "ryzen" });
    expect(intel.version).toMatch(/^\d+\.\d+/);
    expect(intel.profile).toMatchObject({
      vendor: "intel",
      modes: ["64", "compat"],
      features: { la57: false, svm: true },
    });
    expect(amd.profile).toMatchObject({
      vendor: "amd",
      modes: ["64", "compat", "legacy"],
      features: { la57: false, nx: true, svm: true, ffxsr: true, tce: true, lmsle: true },
      // TCE and LMSLE, which CPUID offers, because VMRUN refuses them.
      imposed: [{ field: "efer", mask: 0xb000n, value: 0x1000n }],
    });
    await Promise.all([intel.close(), amd.close()]);
  });

  it("shows what the instructions under test do", async () => {
    const adapter = await startBochs({ cpu: "ryzen" });
    const kinds = kindsFor(adapter.profile);
    const answers = await adapter.run([...kinds.values()]);
    await adapter.close();
    const answer = (name: string): Observation => observed(answers[[...kinds.keys()].indexOf(name)]);

    expectInstructions(answer);
  });

  it("names what its VMCB hides", async () => {
    const adapter = await startBochs({ cpu: "ryzen" });
    const { profile } = adapter;
    const null0 = { ...dataSegment(0), selector: 0, p: 0 };
    const answers = await adapter.run([
      makeCase({ profile, code: SYSRETQ, before: { rcx: 0x70_0000n, r11: 0x1_0002n } }),
      makeCase({ profile, code: SWAPGS, before: { fs: { ...null0, avl: 1 } } }),
      makeCase({ profile, code: SWAPGS, before: { rflags: 0x102n } }),
      makeCase({
        profile,
        code: SWAPGS,
        before: { tr: { ...makeCase({ profile, code: [] }).before.tr, l: 1 } },
      }),
    ]);
    await adapter.close();
    const [rf, absent, trap, system] = answers.map(observed) as [
      Observation,
      Observation,
      Observation,
      Observation,
    ];
    expect(rf.after.rflags).toBe(2n);
    expect(adapter.capabilities.fields.get("rflags")?.seen).toBe(~(1n << 16n) & ((1n << 64n) - 1n));
    expect(absent.after.fs.avl).toBe(0);
    expect(absent.unseen?.filter((name) => name.startsWith("fs."))).toEqual([
      "fs.type",
      "fs.s",
      "fs.dpl",
      "fs.avl",
      "fs.l",
      "fs.db",
      "fs.g",
    ]);
    expect(trap.end).toEqual({ kind: "exception", vector: 1 });
    expect(trap.after.dr6).toBe(0xffff_0ff0n);
    expect(trap.unseen).toContain("dr6");
    expect(system.after.tr.l).toBe(0);
    expect(adapter.capabilities.fields.get("tr.l")).toMatchObject({ settable: false, seen: 0n });
  });

  it("names the case at which Bochs crashes, with the answers before it", async () => {
    // Begins the third case and dies, whenever the batch holds the marker.
    const script = `if grep -q crash-here cases 2>/dev/null; then printf '\\001\\001\\001'; kill -9 $$; fi\nexec ${BINARY} "$@"`;
    await withWrapper(script, async (adapter) => {
      const plain = makeCase({ profile: adapter.profile, code: SWAPGS });
      const marker: Page = {
        linear: 0x66_0000n,
        user: false,
        write: false,
        execute: false,
        data: [{ offset: 0, bytes: new TextEncoder().encode("crash-here") }],
      };
      const bad = makeCase({ profile: adapter.profile, code: SWAPGS, pages: [marker] });
      const error = await adapter.run([plain, plain, bad, plain]).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(AdapterError);
      expect((error as AdapterError).code).toBe("crashed");
      expect((error as AdapterError).message).toContain("SIGKILL");
      expect((error as AdapterError).answers.length).toBe(2);
      expect(observed((await adapter.run([plain]))[0]).after.rip).toBe(0x40_2000n);
    });
  });

  it.each([
    [
      "a result",
      1,
      `${BINARY} "$@"; [ -s saved-results ] && printf X | dd of=saved-results bs=1 seek=700 conv=notrunc`,
    ],
    [
      "a case",
      0,
      `[ -s cases ] && printf X | dd of=cases bs=1 seek=100 conv=notrunc 2>/dev/null; ${BINARY} "$@"`,
    ],
  ])("notices %s that was damaged on its way", async (_, answered, script) => {
    await withWrapper(script, async (adapter) => {
      const plain = makeCase({ profile: adapter.profile, code: SWAPGS });
      await expect(adapter.run([plain, plain])).rejects.toMatchObject({
        code: "invalid-response",
        answers: { length: answered },
      });
    });
  });

  for (const cpu of BOCHS_MODELS) {
    emulatorSuite({
      name: cpu,
      start: (options) => startBochs({ cpu, ...options }),
      processPerRun: true,
      pids: (adapter) => (adapter as BochsAdapter).pids,
    });
  }
});

/** Runs `test` on an adapter whose Bochs is started by a shell script; version and profile are the real ones. */
async function withWrapper(script: string, test: (adapter: BochsAdapter) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "ringcross-test-"));
  const binary = join(directory, "wrapped-bochs");
  writeFileSync(binary, `#!/bin/sh\n[ "$1" = --help ] && exec ${BINARY} --help\n${script}\n`);
  chmodSync(binary, 0o755);
  try {
    const real = await startBochs({ cpu: "ryzen" });
    await real.close();
    const runner = new BochsRunner({ binary, model: "ryzen", timeLimit: 8000, batch: 100, hint: "" });
    await test({ ...real, run: (cases) => runner.run(cases) });
    runner.close();
  } finally {
    rmSync(directory, { recursive: true });
  }
}
