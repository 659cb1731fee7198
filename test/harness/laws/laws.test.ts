/** The oracles keep every law, and a processor that breaks one is noticed. */
import { describe, expect, it } from "vitest";
import { oracleProfile } from "../../../cli/oracle-profile.ts";
import { caseSource } from "../../../generators/case-source.ts";
import { INSTRUCTION_NAMES } from "../../../generators/instruction-name.ts";
import type { Adapter } from "../../../harness/adapter.ts";
import { oracleAdapter } from "../../../harness/adapters/oracle.ts";
import { AdapterError } from "../../../harness/errors.ts";
import { LAWS } from "../../../harness/laws/index.ts";
import type { Law } from "../../../harness/laws/law.ts";
import { runLaw, type LawResult } from "../../../harness/laws/run-law.ts";
import { PLAIN_INSTRUCTIONS } from "../../../harness/laws/law.ts";
import { simulate } from "../../../oracles/index.ts";
import { copyState, type MutableCpuState } from "../../../spec/fields.ts";
import type { Observation, TestCase, Unsupported } from "../../../spec/model.ts";

const SEED = 20261;
/** Over all laws more than 20,000 per vendor; at length, many times as many were run without a finding. */
const CASES = 4_000;

async function run(law: Law, adapter: Adapter, cases: number, seed = SEED): Promise<LawResult> {
  const only = INSTRUCTION_NAMES.filter((name) => law.instructions.includes(name));
  const source = caseSource({ profile: adapter.profile, seed, only });
  return runLaw({ law, adapter, source, cases, onTrouble: () => undefined });
}

function lawOf(id: string): Law {
  const law = LAWS.find((each) => each.id === id);
  if (law === undefined) throw new Error(`there is no ${id}`);
  return law;
}

/** The oracle with something of its own: what it changes in the state after. */
function wayward(change: (testCase: TestCase, after: MutableCpuState) => void): Adapter {
  const adapter = oracleAdapter({ profile: oracleProfile("amd") });
  return answering((testCase) => {
    const observation = simulate(testCase);
    const after = copyState(observation.after);
    change(testCase, after);
    return { ...observation, after };
  }, adapter);
}

function answering(
  answer: (testCase: TestCase) => Observation | Unsupported,
  adapter = oracleAdapter({ profile: oracleProfile("amd") }),
): Adapter {
  return { ...adapter, name: "wayward", run: (cases) => Promise.resolve(cases.map(answer)) };
}

const isSysretq = ({ steps }: TestCase): boolean => steps[0]?.bytes[0] === 0x48;

/** For each law, processors that break it and hardly anything else, and what must be told of them. */
const BREAKERS: readonly (readonly [id: string, what: string, adapter: Adapter, part: string])[] = [
  [
    "law.swapgs_twice",
    "copies KERNEL_GS_BASE instead of swapping",
    oracleAdapter({
      profile: oracleProfile("intel"),
      mutant: { rule: "swapgs.kernel_gs_base_from_gs_base" },
    }),
    "gs",
  ],
  [
    "law.syscall_then_sysret",
    "loses DF on the way",
    wayward((testCase, after) => {
      if (isSysretq(testCase)) after.rflags &= ~0x400n;
    }),
    "rflags",
  ],
  [
    "law.syscall_then_sysret",
    "loses the upper half of RSP",
    wayward((testCase, after) => {
      if (!isSysretq(testCase)) after.rsp &= 0xffff_ffffn;
    }),
    "rsp",
  ],
  [
    "law.syscall_then_sysret",
    "adds 8 to CS",
    wayward((testCase, after) => {
      if (isSysretq(testCase)) after.cs.selector = (after.cs.selector + 8) & 0xffff;
    }),
    "cs",
  ],
  [
    "law.fault_changes_nothing",
    "commits CS before a fault",
    oracleAdapter({
      profile: oracleProfile("intel"),
      mutant: { rule: "sysret.fault_unchanged", group: "code segment" },
    }),
    "cs",
  ],
  [
    "law.unused_registers",
    "takes R12 for the kernel's R13",
    wayward(({ before }, after) => {
      if (before.r12 % 2n === 1n) after.r13 ^= 1n;
    }),
    "r13",
  ],
  [
    "law.other_msrs",
    "swaps with SYSENTER_ESP too",
    wayward(({ before }, after) => {
      after.kernelGsBase ^= before.sysenterEsp & 1n;
    }),
    "kernelGsBase",
  ],
  [
    "law.gdt_slots",
    "looks the type of CS up in the GDT",
    answering((testCase) => {
      const observation = simulate(testCase);
      const page = testCase.pages.find(({ linear }) => linear === (testCase.before.gdtr.base & ~0xfffn));
      const sum = (page?.data ?? []).flatMap(({ bytes }) => [...bytes]).reduce((all, byte) => all ^ byte, 0);
      const after = copyState(observation.after);
      after.cs.type ^= sum & 1;
      return { ...observation, after };
    }),
    "cs",
  ],
  [
    "law.avl",
    "writes the AVL of SS to RAX",
    wayward(({ before }, after) => {
      after.rax ^= BigInt(before.ss.avl);
    }),
    "rax",
  ],
];

describe.each(["intel", "amd"] as const)("the oracle of %s", (vendor) => {
  it.each(LAWS)("keeps $id", async (law) => {
    const result = await run(law, oracleAdapter({ profile: oracleProfile(vendor) }), CASES);
    expect(result.findings.map(({ differences }) => differences)).toEqual([]);
    expect(result.judged).toBeGreaterThan(CASES / 5);
    expect(result.judged + result.silent).toBe(CASES);
  });
});

describe("a law", () => {
  it.each(BREAKERS)("%s notices a processor that %s", async (id, _, adapter, part) => {
    const { findings } = await run(lawOf(id), adapter, 600);
    expect(findings.map(({ parts }) => parts)).toContainEqual([part]);
    for (const { differences, run: shown } of findings) {
      expect(differences.length).toBeGreaterThan(0);
      expect(shown.second === undefined).toBe(lawOf(id).kind === "single");
    }
  });

  it("has a processor that breaks it", () => {
    expect(new Set(BREAKERS.map(([id]) => id))).toEqual(new Set(LAWS.map(({ id }) => id)));
  });

  it.each(LAWS)(
    "$id has a name, a sentence and instructions that exist",
    ({ id, statement, instructions }) => {
      expect(id).toMatch(/^law\.[a-z_]+$/);
      expect(statement).toMatch(/^[A-Z].*\.$/);
      expect(instructions.filter((name) => !PLAIN_INSTRUCTIONS.includes(name))).toEqual([]);
    },
  );
});

describe("runLaw", () => {
  const [swapgs, fault, avl] = ["law.swapgs_twice", "law.fault_changes_nothing", "law.avl"].map(lawOf) as [
    Law,
    Law,
    Law,
  ];

  it("shrinks what it shows, and counts the cases", async () => {
    const { findings } = await run(avl, BREAKERS.at(-1)?.[2] as Adapter, 600);
    expect(findings).toHaveLength(1);
    const [finding] = findings;
    const source = caseSource({ profile: oracleProfile("amd"), seed: SEED });
    expect(source.distance(finding?.run.first.testCase as TestCase).distance).toBeLessThanOrEqual(1);
    expect(finding?.cases).toBeGreaterThan(10);
    expect(finding?.differences).toEqual([
      { field: "rax", wanted: expect.any(String) as string, observed: expect.any(String) as string },
    ]);
  });

  it("gives the same result for the same seed", async () => {
    const adapter = BREAKERS.at(-1)?.[2] as Adapter;
    expect(await run(avl, adapter, 300)).toEqual(await run(avl, adapter, 300));
  });

  it("counts a refusal as a skip and a dead processor as an error", async () => {
    const refusing = await run(
      avl,
      answering(() => ({ unsupported: "not today" })),
      50,
    );
    expect([...refusing.skipReasons]).toEqual([["not today", 50]]);
    expect(refusing.judged).toBe(0);
    const dying = answering(() => {
      throw new AdapterError({ code: "start-failed", message: "gone" });
    });
    const dead = await run(avl, dying, 50);
    expect([dead.judged, dead.errors]).toEqual([0, 50]);
  });

  it("does not compare what nobody saw", async () => {
    const adapter = BREAKERS.at(-1)?.[2] as Adapter;
    const blind: Adapter = {
      ...adapter,
      capabilities: { ...adapter.capabilities, fields: new Map([["rax", { settable: true, seen: 0n }]]) },
    };
    expect((await run(avl, blind, 300)).findings).toEqual([]);
    const silent = answering((testCase) => ({
      ...simulate(testCase),
      after: { ...simulate(testCase).after, rbx: BigInt(testCase.before.ss.avl) },
      unseen: ["rbx"],
    }));
    expect((await run(avl, silent, 300)).findings).toEqual([]);
  });

  it("notices memory that a fault or the second case has written", async () => {
    const scribbling = answering((testCase) => ({
      ...simulate(testCase),
      writes: [{ linear: 0x60_0000n, bytes: Uint8Array.of(1) }],
    }));
    for (const law of [swapgs, fault]) {
      const { findings } = await run(law, scribbling, 300);
      expect(findings.map(({ parts }) => parts)).toEqual([["memory"]]);
    }
  });

  it("tells another end by both ends, and keeps the number of findings small", async () => {
    const picky = answering((testCase) => {
      const { before } = testCase;
      if (before.ss.avl === 0) return simulate(testCase);
      return {
        end: { kind: "exception", vector: 13, errorCode: Number(before.rsp & 0xffffn) },
        after: before,
        writes: [],
      };
    });
    const { findings, judged } = await run(avl, picky, 2_000);
    expect(findings[0]?.parts[0]).toMatch(/ -> /);
    expect(findings.length).toBeLessThanOrEqual(20);
    expect(findings.reduce((sum, { cases }) => sum + cases, 0)).toBeLessThanOrEqual(judged);
  });
});
