import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askClaims } from "../../../cli/claims/ask-claims.ts";
import { poseClaim } from "../../../cli/claims/claim-case.ts";
import { claimLines } from "../../../cli/claims/claim-lines.ts";
import { judgeClaim } from "../../../cli/claims/judge-claim.ts";
import { emulatorProgram } from "../../../cli/emulators.ts";
import { oracleProfile } from "../../../cli/oracle-profile.ts";
import { oracleAdapter } from "../../../harness/adapters/oracle.ts";
import { AdapterError } from "../../../harness/errors.ts";
import { paintFor } from "../../../harness/report/paint.ts";
import { simulate } from "../../../oracles/index.ts";
import { CLAIMS } from "../../../spec/generated/claims.ts";
import type { Claim, ClaimCase } from "../../../spec/generated/documents.ts";
import type { Imposed, TestCase } from "../../../spec/model.ts";
import { ringcross } from "../ringcross.ts";

let empty: string;

beforeAll(() => {
  empty = mkdtempSync(join(tmpdir(), "ringcross-claims-"));
});

afterAll(() => {
  rmSync(empty, { recursive: true });
});

describe("ringcross claims", () => {
  it("prints claim, verdict, what was predicted and who did it", async () => {
    const { code, stdout } = await ringcross(["claims", "36", "--on", "oracle"]);
    expect(stdout).toMatch(
      /^#1 {2}oracle built in \(intel\)\n#2 {2}oracle built in \(amd\)\n\nclaim 36 {2}wrong\n/,
    );
    expect(stdout).toContain("notes: #GP(0x20); cpl 3");
    expect(stdout).toContain("law:   retired; cpl 0, cs.selector 0x0020");
    expect(stdout).toContain("as the law says: all");
    expect(stdout).toMatch(
      /1 claim, 3 experiments, 2 processors\n6 answers judged: none differs from the law\n$/,
    );
    expect(code).toBe(0);
  });

  it("ends with 5 when a processor sides with the notes", async () => {
    const { code, stdout } = await ringcross(["claims", "36", "--on", "mutant:syscall.cs_rpl_cleared"]);
    expect(stdout).toMatch(/as the law says: #1 #2\n +DIFFERS: #3: .*cs\.selector 0x0023/);
    expect(stdout).toContain("as the notes would have it");
    expect(code).toBe(5);
  });

  it("runs every experiment, in lines of at most 80 characters", async () => {
    const { code, stdout } = await ringcross(["claims", "--on", "oracle"]);
    expect([...stdout.matchAll(/^claim \d+/gm)]).toHaveLength(50);
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(stdout).not.toMatch(/DIFFERS|skipped|no answer/);
    expect(code).toBe(0);
  });

  it("takes ranges, and says what an experiment waits for", async () => {
    const { code, stdout } = await ringcross(["claims", "27-28", "10", "--on", "oracle"]);
    expect([...stdout.matchAll(/^claim (\d+)/gm)].map(([, number]) => number)).toEqual(["10", "27", "28"]);
    expect(stdout).toContain("An experiment needs what is not modelled yet: segment loads.");
    expect(stdout).toContain("no experiment: Both names stand for one number");
    expect(code).toBe(3);
  });

  it("ends with 3 when only the oracles answer", async () => {
    const { code, stdout, stderr } = await ringcross(["claims", "1"], {
      environment: { PATH: empty, LIBUNICORN: join(empty, "absent"), V86_WASM: join(empty, "absent") },
    });
    expect(stderr).toContain("qemu: qemu is not installed\n  to install it: ");
    expect(stdout).toContain("as the law says: all");
    expect(code).toBe(3);
  });

  it("goes on when a processor does not start, and ends with 4", async () => {
    const program = fileURLToPath(new URL("../../fixtures/fake-adapter.mjs", import.meta.url));
    const on = ["--on", `${process.execPath} ${program}.missing`, "--on", "oracle"];
    const { code, stdout, stderr } = await ringcross(["claims", "36", ...on]);
    expect(stderr).toMatch(/^ringcross: /);
    expect(stdout).toContain("as the law says: all");
    expect(code).toBe(4);
  });

  it.each(["0", "51", "3-1", "x", "1.5"])("refuses %s", async (word) => {
    const { code, stderr } = await ringcross(["claims", word]);
    expect(stderr).toContain(`'${word}' is not a claim\n  write numbers from 1 to 50, or ranges as 36-38`);
    expect(code).toBe(2);
  });

  it.skipIf(emulatorProgram("qemu") === undefined)("settles claim 36 on QEMU", async () => {
    const { code, stdout } = await ringcross(["claims", "36", "--on", "qemu=EPYC"]);
    expect(stdout).toMatch(/#3 {2}qemu \S+, EPYC \(amd\)/);
    expect(stdout).toContain("as the law says: all");
    expect(code).toBe(0);
  });
});

const [GDT_FAULT] = casesOf(36) as readonly [ClaimCase];
const ORACLE = oracleAdapter({ profile: oracleProfile("amd") });

describe("poseClaim", () => {
  it("leaves out what is about the other vendor", () => {
    const own = casesOf(43)[0] as ClaimCase;
    expect(poseClaim(own, oracleAdapter({ profile: oracleProfile("intel") }))).toEqual({ foreign: true });
  });

  it("skips what the processor cannot do, with the reason", () => {
    const legacy = casesOf(43)[0] as ClaimCase;
    const profile = { ...ORACLE.profile, modes: ["64"] as const };
    expect(poseClaim(legacy, { ...ORACLE, profile })).toEqual({ skip: "it has no legacy mode" });
    const wrgsbase = casesOf(23)[3] as ClaimCase;
    const features = { ...ORACLE.profile.features, fsgsbase: false };
    expect(poseClaim(wrgsbase, { ...ORACLE, profile: { ...ORACLE.profile, features } })).toEqual({
      skip: "it has no fsgsbase",
    });
    const noOpinion = new Map([["syscall", "it knows no SYSCALL"]]);
    expect(poseClaim(GDT_FAULT, { ...ORACLE, capabilities: { ...ORACLE.capabilities, noOpinion } })).toEqual({
      skip: "it knows no SYSCALL",
    });
    const imposed = [{ field: "efer", mask: 1n, value: 1n }] as const;
    const withoutSce = casesOf(1)[0] as ClaimCase;
    expect(poseClaim(withoutSce, { ...ORACLE, profile: { ...ORACLE.profile, imposed } })).toMatchObject({
      skip: expect.stringContaining("the case is none for it: ") as string,
    });
  });

  it("skips what another value of a forced field would make another experiment", () => {
    const posedWith = (imposed: Imposed): unknown =>
      poseClaim(GDT_FAULT, { ...ORACLE, profile: { ...ORACLE.profile, imposed: [imposed] } });
    expect(posedWith({ field: "cpl", mask: 3n, value: 0n })).toEqual({ skip: "its observer forces cpl" });
    expect(posedWith({ field: "lstar", mask: 1n, value: 1n })).toEqual({ skip: "its observer forces lstar" });
    expect(posedWith({ field: "efer", mask: 1n << 12n, value: 1n << 12n })).toHaveProperty("testCase");
    expect(posedWith({ field: "cstar", mask: 1n, value: 1n })).toHaveProperty("testCase");
  });

  it("changes level and descriptors where told", () => {
    const { before } = posed({ ...GDT_FAULT, cpl: 1 });
    expect([before.cpl, before.cs.dpl, before.ss.dpl]).toEqual([1, 1, 1]);
    const plain = posed(GDT_FAULT).pages.at(-1)?.data[0]?.bytes;
    const edited = posed(casesOf(36)[2] as ClaimCase).pages.at(-1)?.data[0]?.bytes;
    expect(edited?.length).toBe(plain?.length);
    expect(edited?.slice(0, 32)).toEqual(plain?.slice(0, 32));
    expect([...(edited?.slice(32, 40) ?? [])]).toEqual([0xff, 0xff, 0, 0, 0, 0x9b, 0xaf, 0]);
    expect(edited?.slice(40)).toEqual(plain?.slice(40));
  });

  it("refuses an instruction or MSR that nobody knows", () => {
    expect(() => posed({ ...GDT_FAULT, instruction: "hlt" })).toThrow("unknown instruction: hlt");
    expect(() => posed({ ...GDT_FAULT, instruction: "rdmsr", msr: "tsc" })).toThrow("unknown MSR: tsc");
  });
});

describe("judgeClaim", () => {
  const testCase = posed(GDT_FAULT);
  const right = simulate(testCase);

  it("does not count what was not seen", () => {
    const after = { ...right.after, cpl: 3 };
    const judge = (unseen: readonly "cpl"[], seen?: bigint): string =>
      judgeClaim(GDT_FAULT, {
        testCase,
        observation: { ...right, after, unseen },
        capabilities: {
          ...ORACLE.capabilities,
          fields: new Map(seen === undefined ? [] : [["cpl", { settable: true, seen }]]),
        },
      }).side;
    expect(judge([])).toBe("neither");
    expect(judge(["cpl"])).toBe("law");
    expect(judge([], 0n)).toBe("law");
  });

  it("knows a landing", () => {
    const end = { kind: "exception", vector: 14, errorCode: 0x10, address: right.after.rip } as const;
    const observation = { ...right, end };
    const { side, text } = judgeClaim(GDT_FAULT, {
      testCase,
      observation,
      capabilities: ORACLE.capabilities,
    });
    expect([side, text.startsWith("retired; cpl 0")]).toEqual(["law", true]);
  });
});

describe("askClaims", () => {
  const ask = async (run: (cases: readonly TestCase[]) => never[] | Promise<never[]>) => {
    const troubles: string[] = [];
    const adapter = { ...ORACLE, run: async (cases: readonly TestCase[]) => Promise.resolve(run(cases)) };
    const { answers } = await askClaims({ adapter }, [GDT_FAULT], {
      onTrouble: ({ message }) => void troubles.push(message),
    });
    return { answers, troubles };
  };

  it("tells a processor that dies from an adapter that fails", async () => {
    const fail = (code: "crashed" | "invalid-response") => () => {
      throw new AdapterError({ code, message: "it is gone" });
    };
    expect((await ask(fail("crashed"))).answers).toEqual([{ breaks: "it is gone" }]);
    const { answers, troubles } = await ask(fail("invalid-response"));
    expect(answers).toMatchObject([
      { lost: expect.stringContaining("experiment 1 broke a batch") as string },
    ]);
    expect(troubles).toHaveLength(1);
  });

  it("takes a refusal as a skip, and counts nothing after the processor was given up", async () => {
    expect((await ask(() => [{ unsupported: "no" }] as never[])).answers).toEqual([{ skip: "no" }]);
    const gone = await ask(() => {
      throw new AdapterError({ code: "start-failed", message: "it is gone" });
    });
    expect(gone.answers).toEqual([{ lost: "it was given up before this experiment" }]);
  });
});

describe("claimLines", () => {
  it("says of each processor that is not as the law what it did", () => {
    const identity = { name: "x", version: "1", model: "", vendor: "amd" } as const;
    const answers = [{ breaks: "it died" }, { skip: "it cannot" }, { lost: "it broke" }];
    const [claim] = CLAIMS.filter(({ number }) => number === 36) as [Claim];
    const text = claimLines(claim, { asked: [{ identity, answers }], paint: paintFor(false) }).join("\n");
    expect(text).toContain("     DIFFERS: #1: it died");
    expect(text).toContain("     skipped: #1: it cannot");
    expect(text).toContain("     no answer: #1: it broke");
    expect(text).not.toContain("as the law says");
  });
});

function posed(each: ClaimCase): TestCase {
  const result = poseClaim(each, ORACLE);
  if (!("testCase" in result)) throw new Error("not posed");
  return result.testCase;
}

function casesOf(wanted: number): readonly ClaimCase[] {
  const experiment = CLAIMS.find(({ number }) => number === wanted)?.experiment;
  return experiment?.status === "runs" ? experiment.cases : [];
}
