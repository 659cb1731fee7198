import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import type { Adapter } from "../../../harness/adapter.ts";
import { startProcess, type ProcessOptions } from "../../../harness/adapters/process.ts";
import { AdapterError, type AdapterErrorCode } from "../../../harness/errors.ts";
import { renderMemory } from "../../../harness/memory-image.ts";
import { hex64 } from "../../../spec/codec.ts";
import type { TestCase } from "../../../spec/model.ts";
import { testCase } from "../../spec/codec-samples.ts";

const FAKE = fileURLToPath(new URL("../../fixtures/fake-adapter.mjs", import.meta.url));
const BAD = 0xbadn;

/** For what happens soon, on a machine that may be busy. */
const PATIENCE = { timeout: 10_000 };

const started: Adapter[] = [];
afterEach(async () => {
  await Promise.allSettled(started.splice(0).map(async (adapter) => adapter.close?.()));
});

describe("startProcess", () => {
  it("answers every case, in order, over many windows", async () => {
    const adapter = await fake("good");
    const cases = Array.from({ length: 1000 }, (_, i) => numbered(BigInt(i) << 12n));
    const answers = await adapter.run(cases);
    expect(answers).toEqual(
      cases.map(({ before }) => ({
        end: { kind: "retired" },
        after: { ...before, rip: before.rip + 2n },
        writes: [],
      })),
    );
  });

  it("introduces the processor as it introduced itself", async () => {
    const adapter = await fake("fields", { vendor: "intel" });
    expect(adapter).toMatchObject({
      name: "fake",
      version: "1",
      model: "none",
      profile: { vendor: "intel" },
    });
    const { fields, noOpinion } = adapter.capabilities;
    expect(noOpinion).toEqual(new Map([["wrmsr", "the core has no MSRs"]]));
    expect(fields.get("dr6")).toEqual({ settable: false, seen: 0n, reason: "no debug registers" });
    expect(fields.get("rflags")).toEqual({ settable: true, seen: 0xffn });
    expect(fields.get("ldtr.base")).toEqual({ settable: false, seen: 0n, reason: "no LDTR" });
    expect(fields.get("ldtr.selector")).toEqual({ settable: true, seen: 0xffffn });
    expect(fields.has("rax")).toBe(false);
  });

  it("tells the program which vendor was asked for", async () => {
    expect((await fake("good", { vendor: "amd" })).model).toBe("amd");
  });

  it("hands on that a case is unsupported", async () => {
    const adapter = await fake("unsupported");
    const answers = await adapter.run([numbered(1n), numbered(BAD), numbered(2n)]);
    expect(answers[1]).toEqual({ unsupported: "no such prefix" });
    expect(answers).toHaveLength(3);
  });

  it("renders the memory for a program that asks for it", async () => {
    const adapter = await fake("physical");
    const [answer] = await adapter.run([testCase]);
    const memory = JSON.parse((answer as { unsupported: string }).unsupported) as {
      cr3: string;
      chunks: unknown[];
    };
    const image = renderMemory(testCase);
    expect(memory.cr3).toBe(hex64(image.cr3));
    expect(memory.chunks).toHaveLength(image.chunks.length);
  });

  it("reads lines whatever pieces they come in", async () => {
    const adapter = await fake("pieces");
    expect(await adapter.run([numbered(1n), numbered(2n)])).toHaveLength(2);
  });

  it("works off runs one after the other", async () => {
    const adapter = await fake("good");
    const lengths = await Promise.all([1, 100, 0, 3].map(async (n) => (await adapter.run(many(n))).length));
    expect(lengths).toEqual([1, 100, 0, 3]);
  });

  it("takes the time limit for each case, not for all together", async () => {
    const adapter = await fake("slow", { caseTimeLimit: 2000, args: [FAKE, "slow", "400"] });
    expect(await adapter.run(many(6))).toHaveLength(6);
  });

  it("does not blame the program for a pause of its own", async () => {
    const adapter = await fake("good", { caseTimeLimit: 1500 });
    const answers = adapter.run(many(40));
    await new Promise((resolve) => setImmediate(resolve));
    const until = Date.now() + 2500;
    while (Date.now() < until);
    expect(await answers).toHaveLength(40);
  });
});

describe("a program that cannot be started", () => {
  it("is missing: the message names it and the hint says where it was looked for", async () => {
    await expect(startProcess({ command: "no-such-emulator" })).rejects.toMatchObject({
      code: "start-failed",
      message: "cannot start no-such-emulator: ENOENT",
      hint: "there is no no-such-emulator on the PATH; a program in the current folder is ./no-such-emulator",
    });
    await expect(startProcess({ command: "./no-such-emulator" })).rejects.toMatchObject({
      code: "start-failed",
      hint: "is the path right?",
    });
  });

  it("may not be executed, or names no interpreter that exists", async () => {
    const folder = mkdtempSync(join(tmpdir(), "ringcross-"));
    try {
      const plain = join(folder, "plain");
      writeFileSync(plain, "text", { mode: 0o644 });
      await expect(startProcess({ command: plain })).rejects.toMatchObject({
        code: "start-failed",
        message: `cannot start ${plain}: EACCES`,
        hint: `may it be executed? chmod +x ${plain}`,
      });
      const script = join(folder, "script");
      writeFileSync(script, "#!/no/such/interpreter\n", { mode: 0o755 });
      await expect(startProcess({ command: script })).rejects.toMatchObject({
        code: "start-failed",
        hint: "the file exists: is the interpreter that its first line names installed?",
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  const starts: readonly [string, AdapterErrorCode, string][] = [
    ["version", "invalid-response", "it speaks version 2 of the adapter protocol; this ringcross speaks 1"],
    ["silent", "start-failed", "it did not answer the start message within 400 ms"],
    ["start-error", "start-failed", "it reports an error of its own: no license"],
    [
      "start-observation",
      "invalid-response",
      "it answered the start message with unsupported instead of ready",
    ],
    ["start-incomplete", "invalid-response", "at $.profile.vendor: expected a value, got nothing"],
    ["start-family", "invalid-response", "at $.capabilities.noOpinion.rdmsrs: expected one of"],
    ["start-field", "invalid-response", "at $.capabilities.fields.xmm0: expected a field or a register"],
    ["start-death", "start-failed", "it exited with code 7; its last words: cannot open libcore.so"],
  ];
  it.each(starts)("%s: %s", async (behaviour, code, message) => {
    const limit = behaviour === "silent" ? { startTimeLimit: 400 } : {};
    const error = await failure(fake(behaviour, limit));
    expect(error).toMatchObject({ code });
    expect(error.message).toContain(`${process.execPath}: `);
    expect(error.message).toContain(message);
  });
});

describe("a program that breaks at a case", () => {
  const breaks: readonly [string, AdapterErrorCode, string][] = [
    ["garbage", "invalid-response", 'it wrote a line that is no JSON: "Segmentation fault (core dumped)"'],
    [
      "schema",
      "invalid-response",
      "at $.observation.after.rax: expected a 64-bit value: 0x and 16 lower-case hex digits",
    ],
    ["extra", "invalid-response", "at $.expected: expected no property of this name, got 1"],
    [
      "kind",
      "invalid-response",
      'at $.kind: expected "ready" or "observation" or "unsupported" or "error", got "result"',
    ],
    ["wrong-id", "invalid-response", "it answered case 102 before case 2"],
    ["duplicate", "invalid-response", "it answered case 2 a second time"],
    ["error", "crashed", "it reports an error of its own: assertion failed"],
    ["ready", "invalid-response", "it sent ready a second time"],
    ["exit", "crashed", "it exited with code 3; its last words: first | malloc(): corrupted top size"],
    ["signal", "crashed", "it was ended by SIGSEGV"],
    ["cut", "crashed", "it exited with code 0, in the middle of the line"],
    ["hang", "timeout", "it gave no answer to case 2 within 1500 ms"],
    ["spin", "timeout", "it gave no answer to case 2 within 1500 ms"],
    ["closes", "crashed", "it closed its standard output"],
  ];
  it.each(breaks)(
    "%s: an error of kind %s, the answers before it are kept, the next run works",
    async (behaviour, code, message) => {
      const adapter = await fake(behaviour, { caseTimeLimit: 1500 });
      const cases = [numbered(1n), numbered(2n), numbered(BAD), numbered(3n), numbered(4n)];
      const error = await failure(adapter.run(cases));
      expect(error).toMatchObject({ code });
      expect(error.message).toContain(message);
      const kept = behaviour === "duplicate" ? 3 : 2;
      expect(error.answers.map((answer) => "after" in answer && answer.after.rbx)).toEqual(
        [1n, 2n, BAD].slice(0, kept),
      );
      expect(await adapter.run(many(3))).toHaveLength(3);
    },
  );

  it("answers out of order", async () => {
    const adapter = await fake("order");
    const error = await failure(adapter.run(many(4)));
    expect(error).toMatchObject({ code: "invalid-response", answers: [] });
    expect(error.message).toContain("it answered case 1 before case 0");
    expect(error.hint).toBe("answers come once per case, in the order of the cases");
  });

  it("says something that nobody asked for: the next run tells", async () => {
    const adapter = await fake("unasked");
    await adapter.run([numbered(1n)]);
    await pause(1000);
    const error = await failure(adapter.run([numbered(2n)]));
    expect(error.message).toContain('it wrote a line that is no JSON: "bye"');
    expect(await adapter.run([numbered(3n)])).toHaveLength(1);
  });

  it("says something that nobody asked for: closing tells as well", async () => {
    const adapter = await fake("unasked");
    await adapter.run([numbered(1n)]);
    await pause(1000);
    expect(await failure(adapter.close?.())).toMatchObject({ code: "invalid-response" });
  });

  it("ends between two runs", async () => {
    const adapter = await fake("leaves");
    expect(await adapter.run([numbered(1n)])).toHaveLength(1);
    await pause(1000);
    const error = await failure(adapter.run([numbered(2n)]));
    expect(error.message).toContain("it exited with code 0 while nothing was asked of it");
  });

  it("introduces itself as something else when it is started again", async () => {
    const adapter = await fake("different");
    await failure(adapter.run([numbered(BAD)]));
    expect((await failure(adapter.run([numbered(1n)]))).message).toContain(
      "introduces itself as something else",
    );
  });
});

describe("what is left behind", () => {
  it("is nothing after close, not even of a program that ignores both stop and SIGTERM", async () => {
    const adapter = await fake("stubborn", { stopTimeLimit: 200 });
    await adapter.close?.();
    await adapter.close?.();
    await expect(adapter.run([numbered(1n)])).rejects.toThrow("fake is closed");
  });

  it("is nothing when this process exits without closing", async () => {
    const before = process.listeners("exit");
    const adapter = await fake("orphan");
    const pids = adapter.version.split(" ").map(Number);
    const atExit = process.listeners("exit").find((listener) => !before.includes(listener));
    atExit?.(0);
    await expect.poll(() => pids.some(alive), PATIENCE).toBe(false);
    await expect.poll(() => process.listeners("exit"), PATIENCE).toEqual(before);
  });

  it.each(["close", "hang"])("is nothing of what the program started: %s", async (how) => {
    const adapter = await fake("orphan", { caseTimeLimit: 1000 });
    const pids = adapter.version.split(" ").map(Number);
    expect(pids.map(alive)).toEqual([true, true]);
    await (how === "close" ? adapter.close?.() : failure(adapter.run([numbered(BAD)])));
    await expect.poll(() => pids.some(alive), PATIENCE).toBe(false);
  });
});

async function fake(behaviour: string, options: Partial<ProcessOptions> = {}): Promise<Adapter> {
  const adapter = await startProcess({ command: process.execPath, args: [FAKE, behaviour], ...options });
  started.push(adapter);
  return adapter;
}

/** The sample case, recognizable by RBX. */
function numbered(rbx: bigint): TestCase {
  return { ...testCase, before: { ...testCase.before, rbx } };
}

function many(count: number): TestCase[] {
  return Array.from({ length: count }, (_, i) => numbered(BigInt(i)));
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function failure(promise: Promise<unknown> | undefined): Promise<AdapterError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof AdapterError) return error;
    throw error;
  }
  throw new Error("nothing failed");
}

/** Whether the process still runs; one that nobody has waited for yet does not. */
function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}
