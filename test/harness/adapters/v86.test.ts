import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  findV86,
  startV86,
  V86_INSTALL,
  V86_MODELS,
  type V86Adapter,
  type V86Options,
} from "../../../harness/adapters/v86.ts";
import { AdapterError } from "../../../harness/errors.ts";
import type { FieldName, Observation, Page, Profile, Unsupported } from "../../../spec/model.ts";
import { GDT, RDMSR, WRMSR, codeSegment, makeCase, type CaseOptions } from "../../guest/cases.ts";
import type { Proof } from "../../guest/seen-proofs.ts";
import { emulatorSuite, observed } from "./emulator-suite.ts";

const isHere = findV86() !== undefined;
if (!isHere) console.warn("skipped: the tests on v86, because the npm package is not installed");

const SYSEXIT = [0x0f, 0x35];
const LAND = 0x70_0000n;
/** JMP to offset 700000h of the selector 8, whose code has 16 bits where there is no long mode. */
const FAR_JUMP = [0xea, 0, 0, 0x70, 0, 8, 0];
const STACK: Page = { linear: 0x50_0000n, user: true, write: true, execute: false, data: [] };

/** SYSEXIT instead of SYSRET, a far jump instead of SYSCALL. */
function proofs(profile: Profile): ReadonlyMap<FieldName, Proof> {
  const pair = (code: readonly number[], before: CaseOptions["before"] = {}): Proof => [
    makeCase({ profile, mode: "legacy", before, code: code.map(() => 0x90) }),
    makeCase({ profile, mode: "legacy", before, code }),
  ];
  const odd = { ...codeSegment(0x60, 32), base: 0x1000n, limit: 0x123_4fff };
  const jump = { cs: odd, rip: 0x40_1000n - BigInt(FAR_JUMP.length) };
  const parts = ["selector", "base", "limit", "db"] as const;
  return new Map<FieldName, Proof>([
    ...(["cpl", "rip"] as const).map((name) => [name, pair(SYSEXIT, { rdx: LAND })] as const),
    ...parts.map((part) => [`cs.${part}`, pair(FAR_JUMP, jump)] as const),
  ]);
}

it("is installed in the version that the package depends on", () => {
  const file = new URL("../../../package.json", import.meta.url);
  const { dependencies } = JSON.parse(readFileSync(file, "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  expect(V86_INSTALL).toBe(`npm install v86@${dependencies["v86"]}`);
});

async function failure(options: V86Options): Promise<AdapterError> {
  const error = await startV86(options).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(AdapterError);
  return error as AdapterError;
}

/** The answers to legacy cases. */
async function ask(
  ...all: readonly Omit<CaseOptions, "profile">[]
): Promise<readonly (Observation | Unsupported)[]> {
  const adapter = await startV86();
  try {
    const { profile } = adapter;
    return await adapter.run(all.map((each) => makeCase({ profile, mode: "legacy", ...each })));
  } finally {
    await adapter.close();
  }
}

describe("findV86", () => {
  it("takes the module that the environment names, and no other", () => {
    expect(findV86({ V86_WASM: "/nowhere/v86.wasm" })).toBeUndefined();
    expect(findV86({ V86_WASM: process.execPath })).toBe(process.execPath);
  });
});

describe("startV86, in vain", () => {
  it("names the one model that there is for one that there is not", async () => {
    const { code, message, hint } = await failure({ model: "pentium", module: "/nowhere" });
    expect(code).toBe("start-failed");
    expect(message).toContain("'pentium'");
    expect(hint).toContain(V86_MODELS[0]);
  });

  it("refuses a file that is not there, that is no module, and a module that is another one", async () => {
    expect((await failure({ module: "/nowhere/v86.wasm" })).message).toContain("/nowhere/v86.wasm");
    const folder = mkdtempSync(join(tmpdir(), "ringcross-v86-"));
    try {
      const file = join(folder, "v86.wasm");
      writeFileSync(file, "no module");
      expect((await failure({ module: file })).code).toBe("start-failed");
      writeFileSync(file, Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
      const { code, hint } = await failure({ module: file });
      expect(code).toBe("start-failed");
      expect(hint).toContain("npm install v86");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe.skipIf(!isHere)("v86", () => {
  it("poses as a CPU of Intel without long mode", async () => {
    const adapter = await startV86();
    await adapter.close();
    expect(adapter.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(adapter.profile).toMatchObject({ vendor: "intel", modes: ["legacy"] });
    expect(Object.values(adapter.profile.features)).not.toContain(true);
  });

  it("runs 16-bit and 32-bit code", async () => {
    const [short, long] = await ask(
      { code: [0xb8, 0x34, 0x12], before: { cs: codeSegment(8, 16), rip: 0xffdn }, codePage: 0n },
      { code: [0xb8, 0x34, 0x12, 0, 0] },
    );
    expect(observed(short).after).toMatchObject({ rax: 0x1234n, rip: 0x1000n });
    expect(observed(long).after).toMatchObject({ rax: 0x1234n, rip: 0x40_2000n });
  });

  it("sees exceptions before their delivery, with error code and address", async () => {
    const load = [0x8b, 0x00];
    const [ud, gp, supervisor, absent] = await ask(
      { code: [0x0f, 0x0b] },
      { code: [0x8e, 0xd8], before: { rax: 0x1234n } },
      { code: load, cpl: 3, before: { rax: GDT } },
      { code: load, before: { rax: 0x12_3456n } },
    );
    expect(observed(ud).end).toEqual({ kind: "exception", vector: 6 });
    expect(observed(ud).after).toMatchObject({ rip: 0x40_1ffen, rsp: 0x50_0000n, cpl: 0 });
    expect(observed(gp).end).toEqual({ kind: "exception", vector: 13, errorCode: 0x1234 & ~3 });
    expect(observed(supervisor).end).toEqual({ kind: "exception", vector: 14, errorCode: 5, address: GDT });
    expect(observed(absent).end).toEqual({
      kind: "exception",
      vector: 14,
      errorCode: 0,
      address: 0x12_3456n,
    });
    expect(observed(supervisor).after.cpl).toBe(3);
  });

  it("tells what a case wrote, and nothing of the case before", async () => {
    const push = { code: [0x50], before: { rax: 0x1234_5678n, rsp: 0x50_0ffcn }, pages: [STACK] };
    const [pushed, idle] = await ask(push, { ...push, code: [0x90] });
    expect(observed(pushed).writes).toEqual([
      { linear: 0x50_0ff8n, bytes: Uint8Array.of(0x78, 0x56, 0x34, 0x12) },
    ]);
    expect(observed(idle).writes).toEqual([]);
  });

  it("says that the CPU shut down where it gives up, and goes on with another one", async () => {
    const nullTr = { code: [0x0f, 0x00, 0xd8], before: { rax: 0n } };
    const [first, between, second] = await ask(nullTr, { code: [0xb0, 1] }, nullTr);
    expect(observed(first).end).toEqual({ kind: "shutdown" });
    expect(observed(first).after.tr.selector).toBe(0x50);
    expect(observed(between).after.rax).toBe(0xa01n);
    expect(second).toEqual(first);
  });

  it("sees the exception of a return that goes on after it", async () => {
    // CS 1Bh of DPL 3, and SS 10h of DPL 0.
    const slots = Uint32Array.of(Number(LAND), 0x1b, 0x50_0000, 0x10);
    const stack = { ...STACK, data: [{ offset: 0, bytes: new Uint8Array(slots.buffer) }] };
    const [bad, good] = await ask({ code: [0xcb], pages: [stack] }, { code: [0xb0, 1] });
    expect(observed(bad).end).toEqual({ kind: "exception", vector: 13, errorCode: 0x10 });
    expect(observed(good).after.rax).toBe(0xa01n);
  });

  it("says nothing of what a CPU without long mode does not have, nor of LIDT", async () => {
    const answers = await ask(
      { code: RDMSR, before: { rcx: 0xc000_0080n } },
      { code: WRMSR, before: { rcx: 0x175n, rdx: 1n } },
      { code: [0x66, 0x0f, 0x01, 0x18] },
      { code: [0xf4] },
      { code: [0xcd, 0x80], cpl: 3 },
    );
    expect(answers).toEqual([
      { unsupported: expect.stringContaining("without long mode") as unknown },
      { unsupported: expect.stringContaining("32 bits") as unknown },
      { unsupported: expect.stringContaining("IDT register") as unknown },
      { unsupported: expect.stringContaining("halted") as unknown },
      { unsupported: expect.stringContaining("software interrupts") as unknown },
    ]);
  });

  it("refuses a state of long mode", async () => {
    const adapter = await startV86();
    const plain = makeCase({ profile: adapter.profile, mode: "legacy", code: [0x90] });
    const [answer] = await adapter.run([{ ...plain, before: { ...plain.before, efer: 0x500n } }]);
    await adapter.close();
    expect(answer).toEqual({ unsupported: expect.stringContaining("efer") as unknown });
  });

  it("has no place for a page where the observer has its IDT", async () => {
    const [answer] = await ask({ code: [0x90], codePage: 0xffc7_4000n });
    expect(answer).toEqual({ unsupported: expect.stringContaining("the observer has its IDT") as unknown });
  });

  it("shows nothing of a register with a null selector but that it has one", async () => {
    const [answer] = await ask({ code: [0x8e, 0xd8], before: { rax: 3n } });
    expect(observed(answer).after.ds).toMatchObject({ selector: 3, p: 0 });
    expect(observed(answer).unseen).toContain("ds.base");
  });

  emulatorSuite({
    name: "32-bit",
    start: (options) => startV86(options),
    processPerRun: false,
    mode: "legacy",
    mayRefuse: /without long mode/,
    proofs,
    unproven: ["idtr.base", "idtr.limit"],
    pids: (adapter) => {
      const { pid } = adapter as V86Adapter;
      return pid === undefined ? [] : [pid];
    },
  });
});
