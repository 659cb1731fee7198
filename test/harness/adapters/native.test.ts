import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { boringCase } from "../../../generators/boring.ts";
import { caseSource } from "../../../generators/case-source.ts";
import type { InstructionName } from "../../../generators/instruction-name.ts";
import { startNative, type NativeAdapter } from "../../../harness/adapters/native.ts";
import { LOCAL_TABLE } from "../../../harness/adapters/native-tables.ts";
import { NativeProcess } from "../../../harness/adapters/native-process.ts";
import { nativeProgram } from "../../../harness/adapters/native-program.ts";
import { NativeEncoder } from "../../../harness/adapters/native-record.ts";
import { AdapterError } from "../../../harness/errors.ts";
import { shrinkFindings } from "../../../harness/shrink.ts";
import { runProcessor } from "../../../harness/run.ts";
import { predict } from "../../../oracles/index.ts";
import type { CpuState, Mode, Observation, Prediction, TestCase } from "../../../spec/model.ts";
import { segmentOfDescriptor } from "../../../spec/segment-descriptor.ts";
import { validate } from "../../../spec/validity.ts";
import { observed } from "./emulator-suite.ts";

/** The processor, or undefined where this machine cannot run it; the console says why. */
const started = await startNative().catch((error: unknown) => {
  if (!(error instanceof AdapterError)) throw error;
  console.warn(`skipped: the native processor, because ${error.message}`);
  return undefined;
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ringcross-native-test-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await started?.close();
});

describe("nativeProgram", () => {
  it.each([
    ["win32", "x64"],
    ["linux", "arm64"],
  ] as const)("refuses %s on %s with one message", async (platform, arch) => {
    await expect(nativeProgram({ platform, arch })).rejects.toMatchObject({
      code: "start-failed",
      message: `native needs Linux on x86-64, and this is ${platform} on ${arch}`,
    });
  });

  it("says what to install when the compiler is missing", async () => {
    const options = { platform: "linux", arch: "x64", cache: folder, compiler: "no-such-compiler" } as const;
    await expect(nativeProgram(options)).rejects.toMatchObject({
      code: "start-failed",
      message: expect.stringContaining("no-such-compiler"),
      hint: expect.stringContaining("gcc"),
    });
  });

  it("says that the compiler did not compile", async () => {
    const options = { platform: "linux", arch: "x64", cache: folder, compiler: "false" } as const;
    await expect(nativeProgram(options)).rejects.toMatchObject({
      code: "start-failed",
      message: "false does not compile native/processor.c: it says nothing",
    });
  });
});

describe("startNative", () => {
  it("says how a program ended that is none", async () => {
    await expect(startNative({ program: "true" })).rejects.toMatchObject({
      code: "start-failed",
      message: "native: the program ended with exit code 0",
    });
    const chatter = join(folder, "chatter");
    writeFileSync(chatter, `#!/bin/sh\nhead -c 4096 /dev/zero\n`, { mode: 0o755 });
    await expect(startNative({ program: chatter })).rejects.toMatchObject({
      message: "native: the program does not introduce itself as expected",
    });
  });
});

describe.skipIf(started === undefined)("native", () => {
  const adapter = started as NativeAdapter;

  it("says which silicon it is", () => {
    expect(adapter.model).toMatch(/^family \d+ model \d+ stepping \d+$/);
    expect(adapter.version).toMatch(/^microcode \S+$/);
    expect(adapter.profile.modes).toEqual(["64", "compat"]);
  });

  it("gets only valid cases, and runs most of them", { timeout: 120_000 }, async () => {
    const source = caseSource({ profile: adapter.profile, seed: 2012 });
    for (let index = 0; index < 3000; index++) expect(validate(source.at(index))).toEqual([]);
    const { totals, findings, troubles, exercised } = await runProcessor({
      adapter,
      source,
      predict,
      limit: { cases: 30_000 },
    });
    expect(findings.map(({ key }) => key)).toEqual([]);
    expect(troubles).toEqual([]);
    expect(totals.pass / totals.cases).toBeGreaterThan(0.8);
    expect(exercised.size).toBeGreaterThan(40);
  });

  it("tells one vendor from the other, and makes the example small", async () => {
    const other = adapter.profile.vendor === "amd" ? "intel" : "amd";
    const source = caseSource({ profile: adapter.profile, seed: 4 });
    const predictOther = (testCase: TestCase): Prediction =>
      predict({ ...testCase, profile: { ...testCase.profile, vendor: other } });
    const options = { adapter, source, predict: predictOther };
    const { findings } = await runProcessor({ ...options, limit: { cases: 5000 } });
    const shrunk = await shrinkFindings({ ...options, findings });
    const example = shrunk.find(({ rule }) => rule.startsWith("sysret."));
    expect(example).toBeDefined();
    expect(example?.differsIn).toEqual([]);
  });

  it("sees the bases that WRFSBASE and WRGSBASE write", async () => {
    const written = 0x7fff_ffff_f123n;
    const [fs, gs] = await answers([
      plain("wrfsbase", { rax: written }),
      plain("wrgsbase", { rax: written }),
    ]);
    expect(fs?.after.fs.base).toBe(written);
    expect(gs?.after.gs.base).toBe(written);
  });

  it("sees RCX and R11 of a SYSCALL that completes, and says what it does not see", async () => {
    const before = { rax: 0x1234_5678_ffff_ffffn, rcx: 1n, rbx: 2n, rflags: 0x20_4ad7n };
    const [answer] = await answers([plain("syscall", before)]);
    expect(answer?.after).toMatchObject({ rcx: 0x40_2000n, r11: 0x20_4ad7n, rbx: 2n });
    expect(answer?.unseen).toContain("rax");
    expect(answer?.unseen).not.toContain("rcx");
  });

  it("sees faults at the instruction, and the single-step trap after it", async () => {
    const [refused, locked, long, stepped] = await answers([
      plain("wrmsr"),
      withBytes(plain("swapgs"), [0xf0, 0x0f, 0x01, 0xf8]),
      withBytes(plain("swapgs"), [...Array<number>(13).fill(0x2e), 0x0f, 0x01, 0xf8]),
      plain("rdfsbase", { rflags: 0x302n }),
    ]);
    expect(refused?.end).toEqual({ kind: "exception", vector: 13, errorCode: 0 });
    expect(refused?.after.rip).toBe(plain("wrmsr").before.rip);
    expect(locked?.end).toEqual({ kind: "exception", vector: 6 });
    expect(long?.end).toEqual({ kind: "exception", vector: 13, errorCode: 0 });
    expect(stepped?.end).toEqual({ kind: "exception", vector: 1 });
  });

  it("runs compatibility code of a segment with its own base and size", async () => {
    const { before, ...rest } = plain("swapgs", {}, "compat");
    const index = LOCAL_TABLE.findIndex((entry) => {
      const { type, p, db, base, g } = segmentOfDescriptor(entry, 0);
      return type === 0xb && p === 1 && db === 0 && base === 0x1_2340n && g === 1;
    });
    const cs = segmentOfDescriptor(LOCAL_TABLE[index] as bigint, (index << 3) | 7);
    const rip = before.rip - cs.base;
    const [answer] = await answers([{ ...rest, before: { ...before, cs, rip } }]);
    expect(answer?.end).toEqual({ kind: "exception", vector: 6 });
    expect(answer?.after.rip).toBe(rip);
    const other = { ...cs, db: 1 };
    const [refused] = await adapter.run([{ ...rest, before: { ...before, cs: other, rip } }]);
    expect(refused).toEqual({ unsupported: "no descriptor of this process gives cs its content" });
  });

  it("sees what a case loads and what it writes, and leaves nothing behind", async () => {
    const [, , ...others] = plain("mov_from_sreg").pages;
    const data: TestCase["pages"][0] = {
      linear: 0x2_0000n,
      user: true,
      write: true,
      execute: false,
      data: [{ offset: 0x10, bytes: Uint8Array.of(0x2b, 0, 0xff, 0xff) }],
    };
    const on = (bytes: readonly number[], rbx: bigint, pages = [data]): TestCase => {
      const testCase = withBytes(plain("mov_from_sreg", { rbx, rax: 0x2bn }), bytes);
      return { ...testCase, pages: [...testCase.pages, ...pages, ...others.slice(testCase.pages.length)] };
    };
    const STORE = [0x8c, 0x1b];
    const LOAD = [0x8e, 0x1b];
    const seen = await answers([
      on(STORE, 0x2_0012n),
      on(STORE, 0x2_0012n, [{ ...data, write: false }]),
      on(LOAD, 0x2_0010n),
      on(LOAD, 0x2_0012n),
      on(STORE, 0x2_0010n),
      on(STORE, 0x2_0010n, []),
    ]);
    const written = { linear: 0x2_0012n, bytes: Uint8Array.of(0x2b, 0) };
    expect(seen.map(({ writes }) => writes)).toEqual([[written], [], [], [], [], []]);
    expect(seen[1]?.end).toEqual({ kind: "exception", vector: 14, errorCode: 7, address: 0x2_0012n });
    expect(seen[2]?.after.ds.selector).toBe(0x2b);
    expect(seen[3]?.end).toEqual({ kind: "exception", vector: 13, errorCode: 0xfffc });
    expect(seen[5]?.end).toEqual({ kind: "exception", vector: 14, errorCode: 6, address: 0x2_0010n });
  });

  it("does not take the kernel's doing for the CPU's", async () => {
    const nulled = withBytes(plain("mov_to_sreg", { rax: 3n }), [0x8e, 0xd8]);
    const [answer] = await answers([nulled]);
    expect(answer?.unseen).toContain("ds.selector");
    const table = withBytes(plain("mov_to_sreg", { rbx: 0x60_0000n }), [0x8e, 0x1b]);
    const upper = withBytes(plain("mov_to_sreg", { rbx: 0xffff_8000_0000_0000n }), [0x8e, 0x1b]);
    expect(await adapter.run([table, upper])).toEqual([
      { unsupported: "where the case has its descriptor tables this process has nothing" },
      { unsupported: "Linux does not tell which of its own pages are present" },
    ]);
  });

  it("answers what it cannot run with the reason", async () => {
    const [page] = plain("swapgs").pages;
    const upper = { ...(page as TestCase["pages"][number]), linear: 0xffff_8000_0000_0000n };
    const cases = [
      plain("syscall", { rax: 0x4000_0001n }),
      withBytes(plain("swapgs"), [0xf4]),
      { ...plain("swapgs"), pages: [...plain("swapgs").pages, upper] },
      { ...plain("swapgs"), delivery: "execute" as const },
      { ...plain("swapgs"), pages: plain("swapgs").pages.slice(0, 1) },
      { ...plain("swapgs"), pages: [...plain("swapgs").pages, { ...upper, user: false }] },
      withBytes(plain("swapgs"), [0xcd, 0x80]),
      withBytes(plain("swapgs", { rsp: 8n }, "compat"), [0x9a, 0, 0, 0, 0, 0x33, 0]),
    ];
    const reasons = (await adapter.run(cases)).map((answer) =>
      "unsupported" in answer ? answer.unsupported : "",
    );
    expect(reasons).toEqual([
      expect.stringContaining("number of a system call"),
      expect.stringContaining("leave the machine as it is"),
      expect.stringContaining("Linux maps no page"),
      expect.stringContaining("IDT"),
      expect.stringContaining("cannot do without"),
      expect.stringContaining("no page of the supervisor"),
      expect.stringContaining("INT 80h"),
      expect.stringContaining("above 4 GiB"),
    ]);
  });

  it("is a crash when somebody kills it at any moment, and the next run starts another one", async () => {
    const own = await startNative();
    const source = caseSource({ profile: own.profile, seed: 5 });
    const cases = Array.from({ length: 4000 }, (_, index) => source.at(index));
    const complete = await own.run(cases);
    for (const delay of [0, 1, 5, 10]) {
      const run = own.run(cases);
      const killed = sleep(delay).then(() => own.pid !== undefined && process.kill(own.pid, "SIGKILL"));
      const outcome = await run.catch((error: unknown) => error);
      await killed;
      if (outcome instanceof AdapterError) expect(outcome).toMatchObject({ code: "crashed" });
      else expect(outcome).toEqual(complete);
    }
    // The last one may have died idle, which the run after it reports.
    await own.run(cases.slice(0, 1)).catch(() => {});
    expect(await own.run(cases)).toEqual(complete);
    await own.close();
    await expect(own.run(cases)).rejects.toMatchObject({ code: "crashed" });
  });

  it("is a timeout when somebody stops it", async () => {
    const own = await startNative({ timeLimit: 2000, patience: 500 });
    process.kill(own.pid as number, "SIGSTOP");
    await expect(own.run([plain("swapgs")])).rejects.toMatchObject({ code: "timeout", answers: [] });
    expect(await own.run([plain("swapgs")])).toHaveLength(1);
    await own.close();
  });

  it("notices cases that hang or end the process that runs them, and keeps what came before", async () => {
    const program = await NativeProcess.start(await nativeProgram());
    // JMP to itself; MOV EAX, exit_group; SYSCALL.
    for (const [bytes, outcome] of [
      [[0xeb, 0xfe], "hung"],
      [[0xb8, 231, 0, 0, 0, 0x0f, 0x05], "died"],
    ] as const) {
      const encoder = new NativeEncoder();
      for (const each of [plain("swapgs"), withBytes(plain("swapgs"), bytes), plain("swapgs")])
        encoder.add(each);
      const done = await program.run(encoder.finish(2000), 30_000);
      expect(done).toMatchObject({ outcome, count: 1 });
      expect(done.results.read(0)).toMatchObject({ status: "ran", vector: 13 });
    }
    program.kill();
  });

  it("refuses a damaged batch", async () => {
    const program = await NativeProcess.start(await nativeProgram());
    const encoder = new NativeEncoder();
    encoder.add(plain("swapgs"));
    const batch = encoder.finish(2000);
    batch.writeUInt32LE(9999, 16);
    expect(await program.run(batch, 30_000)).toMatchObject({ outcome: "damaged", count: 0 });
    program.kill();
  });

  async function answers(cases: readonly TestCase[]): Promise<readonly Observation[]> {
    for (const each of cases) expect(validate(each)).toEqual([]);
    return (await adapter.run(cases)).map(observed);
  }

  function plain(instruction: InstructionName, before: Partial<CpuState> = {}, mode: Mode = "64"): TestCase {
    const testCase = boringCase({ profile: adapter.profile, instruction, mode });
    return { ...testCase, before: { ...testCase.before, ...before } };
  }
});

/** The case with other bytes that end where those did. */
function withBytes(testCase: TestCase, bytes: readonly number[]): TestCase {
  const [step] = testCase.steps;
  const rip = testCase.before.rip + BigInt((step?.bytes.length ?? 0) - bytes.length);
  return {
    ...testCase,
    before: { ...testCase.before, rip },
    steps: [{ bytes: Uint8Array.from(bytes) }],
  };
}
