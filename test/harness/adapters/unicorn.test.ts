import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emulatorProgram } from "../../../cli/emulators.ts";
import {
  UNICORN_MODELS,
  startUnicorn,
  type UnicornAdapter,
  type UnicornOptions,
} from "../../../harness/adapters/unicorn.ts";
import { AdapterError } from "../../../harness/errors.ts";
import type { FieldName, Profile, Segment } from "../../../spec/model.ts";
import {
  SYSCALL,
  SYSRET,
  SYSRETQ,
  WRMSR,
  codeSegment,
  makeCase,
  type CaseOptions,
} from "../../guest/cases.ts";
import type { Proof } from "../../guest/seen-proofs.ts";
import { emulatorSuite, observed } from "./emulator-suite.ts";

const sharedObject = emulatorProgram("unicorn");
if (sharedObject === undefined)
  console.warn("skipped: the tests on Unicorn, because libunicorn or koffi is not installed");

const start = (options: UnicornOptions = {}): Promise<UnicornAdapter> =>
  startUnicorn({ ...(sharedObject !== undefined && { sharedObject }), ...options });

/** CS changes by SYSRET here, since Unicorn does not run SYSCALL; and of EFER it writes LME, but not SCE. */
function proofs(profile: Profile): ReadonlyMap<FieldName, Proof> {
  const odd: Segment = { ...codeSegment(0x08, 64), limit: 0x12_3456, type: 15, avl: 1, g: 0 };
  const parts = ["selector", "limit", "type", "dpl", "avl", "g"] as const;
  const pair = (code: readonly number[], options: Omit<CaseOptions, "profile" | "code">): Proof => [
    makeCase({ ...options, profile, code: code.map(() => 0x90) }),
    makeCase({ ...options, profile, code }),
  ];
  const based = { ...codeSegment(0x08, 32), base: 0x1000n };
  const rip = 0x40_1000n - BigInt(SYSRET.length);
  return new Map<FieldName, Proof>([
    ...parts.map((part) => [`cs.${part}`, pair(SYSRETQ, { before: { cs: odd, rcx: 0x70_0000n } })] as const),
    ["cs.base", pair(SYSRET, { mode: "compat32", before: { cs: based, rip, rcx: 0x70_0000n } })],
    ["efer", pair(WRMSR, { before: { rcx: 0xc000_0080n, rax: 0x1401n, rdx: 0n } })],
  ]);
}

async function failure(options: UnicornOptions): Promise<AdapterError> {
  const error = await startUnicorn(options).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(AdapterError);
  return error as AdapterError;
}

describe("startUnicorn, in vain", () => {
  it("says that the library is missing, and how to install it", async () => {
    const { code, message, hint } = await failure({ sharedObject: "/nowhere/libunicorn.so.2" });
    expect(code).toBe("start-failed");
    expect(message).toContain("/nowhere/libunicorn.so.2");
    expect(hint).toContain("apt-get install libunicorn2");
  });

  it.skipIf(sharedObject === undefined)(
    "refuses a file that is no library, and a library that is not Unicorn",
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "ringcross-unicorn-"));
      try {
        const file = join(folder, "libunicorn.so.2");
        writeFileSync(file, "no library");
        expect((await failure({ sharedObject: file })).code).toBe("start-failed");
        const { code, message } = await failure({ sharedObject: "libc.so.6" });
        expect(code).toBe("start-failed");
        expect(message).toContain("uc_version");
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );

  it("names the models that there are for one that there is not", async () => {
    const { code, message, hint } = await failure({ cpu: "Skylake" });
    expect(code).toBe("start-failed");
    expect(message).toContain("'Skylake'");
    expect(hint).toContain("Skylake-Server");
  });
});

describe.skipIf(sharedObject === undefined)("unicorn", () => {
  it("reads its profiles from CPUID", async () => {
    const profiles = new Map<string, Profile>();
    for (const cpu of UNICORN_MODELS) {
      const adapter = await start({ cpu });
      profiles.set(cpu, adapter.profile);
      await adapter.close();
    }
    expect(profiles.get("Skylake-Server")).toMatchObject({ vendor: "intel", features: { la57: false } });
    expect(profiles.get("Icelake-Server")).toMatchObject({ vendor: "intel", features: { la57: true } });
    expect(profiles.get("EPYC")).toMatchObject({ vendor: "amd", modes: ["64", "compat", "legacy"] });
  });

  it("says nothing about SYSCALL and SYSENTER", async () => {
    const adapter = await start();
    const { profile, capabilities } = adapter;
    const answers = await adapter.run([
      makeCase({ profile, code: SYSCALL, cpl: 3 }),
      makeCase({ profile, code: [0x0f, 0x34] }),
    ]);
    await adapter.close();
    for (const answer of answers) {
      expect(answer).toEqual({ unsupported: expect.stringMatching(/SYSCALL and SYSENTER/) as unknown });
    }
    expect([...capabilities.noOpinion.keys()]).toEqual(["syscall", "sysenter"]);
  });

  it("walks the case's page tables, and forgets them with the case", async () => {
    const adapter = await start();
    const { profile } = adapter;
    const supervisor = makeCase({ profile, code: [0x48, 0x8b, 0x00], before: { rax: 0x60_0000n }, cpl: 3 });
    const load = makeCase({ profile, code: [0x48, 0x8b, 0x00], before: { rax: 0x60_0000n } });
    const absent = makeCase({ profile, code: [0x48, 0x8b, 0x00], before: { rax: 0x12_3456n } });
    const far = makeCase({ profile, code: [0x48, 0x8b, 0x00], before: { rax: 0xffff_9234_5678_9abcn } });
    const noncanonical = makeCase({ profile, code: [0x48, 0x8b, 0x00], before: { rax: 1n << 63n } });
    const [user, read, gone, farther, wrong] = (
      await adapter.run([supervisor, load, absent, far, noncanonical])
    ).map((answer) => observed(answer));
    await adapter.close();
    expect(user?.end).toEqual({ kind: "exception", vector: 14, errorCode: 5, address: 0x60_0000n });
    expect(read?.end).toMatchObject({ vector: 14, address: 0x40_2000n });
    expect(gone?.end).toEqual({ kind: "exception", vector: 14, errorCode: 0, address: 0x12_3456n });
    expect(farther?.end).toMatchObject({ vector: 14, errorCode: 0, address: 0xffff_9234_5678_9abcn });
    expect(wrong?.end).toEqual({ kind: "exception", vector: 13, errorCode: 0 });
  });

  it("runs new code at an address where it ran other code", async () => {
    const adapter = await start();
    const { profile } = adapter;
    const codes = [
      [0xb0, 0x01],
      [0xb0, 0x02],
      [0xb1, 0x03],
      [0x0f, 0x0b],
      [0xb0, 0x04],
    ];
    const answers = await adapter.run(codes.map((code) => makeCase({ profile, code })));
    await adapter.close();
    expect(answers.map((answer) => observed(answer).after.rax)).toEqual([
      0xa01n,
      0xa02n,
      0xa0an,
      0xa0an,
      0xa04n,
    ]);
    expect(observed(answers[3]).end).toEqual({ kind: "exception", vector: 6 });
  });

  it("runs new code at the very top of the address space", async () => {
    const adapter = await start();
    const { profile } = adapter;
    const codePage = 0xffff_ffff_ffff_f000n;
    const codes = [[0x90], [0xf9], [0xb0, 0x02], [0xb0, 0x03]];
    const answers = await adapter.run(codes.map((code) => makeCase({ profile, code, codePage })));
    await adapter.close();
    const seen = answers.map((answer) => observed(answer).after);
    expect(seen.map(({ rflags, rax }) => [rflags, rax])).toEqual([
      [2n, 0xa0an],
      [3n, 0xa0an],
      [2n, 0xa02n],
      [2n, 0xa03n],
    ]);
  });

  it("lands on any page with a #PF there", async () => {
    const adapter = await start();
    const { profile } = adapter;
    const targets = [0n, 0x1000n, 0x40_0000n, 0x8f_f000n, 0x7fff_ffff_f000n, 0xffff_8000_0000_0000n];
    const answers = await adapter.run(
      targets.map((rcx) =>
        makeCase({ profile, code: SYSRETQ, before: { rcx, star: 0x0013_0008_0000_0000n } }),
      ),
    );
    await adapter.close();
    expect(answers.map((answer) => observed(answer).end)).toMatchObject(
      targets.map((address) => ({ vector: 14, address })),
    );
  });

  it("starts a model with CPL 3 and a stale SS, which AMD's SYSRET leaves", async () => {
    const adapter = await start({ cpu: "EPYC" });
    const { profile } = adapter;
    const stale = makeCase({ profile, code: WRMSR, cpl: 3 });
    const ss = { ...stale.before.ss, dpl: 0 };
    const [answer] = await adapter.run([{ ...stale, before: { ...stale.before, ss } }]);
    await adapter.close();
    expect(observed(answer).end).toMatchObject({ vector: 13, errorCode: 0 });
    expect(observed(answer).after).toMatchObject({ cpl: 3, ss: { dpl: 0 } });
  });

  it("runs 16-bit and 32-bit code", async () => {
    const adapter = await start({ cpu: "EPYC" });
    const { profile } = adapter;
    const answers = await adapter.run([
      makeCase({ profile, code: [0xb8, 0x34, 0x12], mode: "compat16" }),
      makeCase({ profile, code: [0xb8, 0x34, 0x12, 0, 0], mode: "compat32" }),
      makeCase({ profile, code: SYSRET, mode: "legacy", before: { rcx: 0x70_0000n } }),
    ]);
    await adapter.close();
    const [short, long, legacy] = answers.map((answer) => observed(answer).after);
    expect(short).toMatchObject({ rax: 0x1234n, rip: 0x40_2000n });
    expect(long).toMatchObject({ rax: 0x1234n, rip: 0x40_2000n });
    expect(legacy).toMatchObject({ cpl: 3, rip: 0x70_0000n });
  });

  for (const cpu of UNICORN_MODELS) {
    emulatorSuite({
      name: cpu,
      start: (options) => start({ cpu, ...options }),
      processPerRun: false,
      mayRefuse: /SYSCALL and SYSENTER|where its page tables are/,
      proofs,
      pids: (adapter) => {
        const { pid } = adapter as UnicornAdapter;
        return pid === undefined ? [] : [pid];
      },
    });
  }
});
