/** The example cores in other languages: each has one planted bug, and that is all there is to find. */
import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseSource } from "../../generators/case-source.ts";
import type { Adapter } from "../../harness/adapter.ts";
import { startProcess, type ProcessOptions } from "../../harness/adapters/process.ts";
import { runProcessor, type RunResult } from "../../harness/run.ts";
import { predict } from "../../oracles/index.ts";
import { encodeTestCase } from "../../spec/codec.ts";
import type { RuleId } from "../../spec/generated/rule-id.ts";
import { compileExample, examplePath } from "./example-programs.ts";

const CASES = 6000;

interface Example {
  readonly name: string;
  readonly vendor: string;
  readonly planted: RuleId;
  readonly program: () => ProcessOptions;
}

const examples: readonly Example[] = [
  {
    name: "python",
    vendor: "intel",
    planted: "sysret.rf_cleared",
    program: () => ({ command: "python3", args: [examplePath("python/core.py")] }),
  },
  {
    name: "c",
    vendor: "amd",
    planted: "sysret.ss_rpl_verbatim",
    program: () => ({ command: compileExample("c/core.c") }),
  },
];

describe.each(examples)("the $name example", ({ vendor, planted, program }) => {
  let adapter: Adapter;
  let cases: ReturnType<typeof caseSource>;
  let result: RunResult;

  beforeAll(async () => {
    adapter = await startProcess(program());
    cases = caseSource({ profile: adapter.profile, seed: 1, only: ["syscall", "sysret", "swapgs"] });
    const source = { ...cases, distance: () => ({ distance: 0, groups: [] }) };
    result = await runProcessor({ adapter, source, predict, limit: { cases: CASES } });
  });
  afterAll(async () => adapter.close?.());

  it(`poses as ${vendor}`, () => {
    expect(adapter.profile.vendor).toBe(vendor);
  });

  it("answers every case", () => {
    expect(result.totals).toMatchObject({ cases: CASES, skip: 0, error: 0 });
    expect(result.troubles).toEqual([]);
  });

  it(`breaks ${planted} and no other rule`, () => {
    expect(new Set(result.findings.map(({ rule }) => rule))).toEqual(new Set([planted]));
    expect(result.totals.fail).toBeGreaterThan(10);
    expect(result.totals.pass + result.totals.fail).toBe(CASES);
  });

  it("reaches the rules of its three instructions", () => {
    const families = [...result.exercised].map((rule) => rule.slice(0, rule.indexOf(".")));
    expect(new Set(families)).toEqual(
      new Set(["syscall", "sysret", "swapgs", "decode", "debug", "fault", "fetch", "retire"]),
    );
  });

  it("reads messages whatever their blanks and the order of their members", async () => {
    const messages = [
      { kind: "start", protocol: 1 },
      ...[0, 1, 2].map((id) => ({ kind: "run", id, case: encodeTestCase(cases.at(id)) })),
    ];
    const talk = (lines: readonly string[]): unknown[] => {
      const { command, args = [] } = program();
      const output = execFileSync(command, args, { input: `${lines.join("\n")}\n`, encoding: "utf8" });
      return output
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as unknown);
    };
    const plain = talk(messages.map((message) => JSON.stringify(message)));
    const spaced = talk(
      messages.map((message) => JSON.stringify(reversed(message), null, 1).replaceAll("\n", "\t")),
    );
    expect(plain).toHaveLength(4);
    expect(spaced).toEqual(plain);
  });

  it("says that it has no opinion on other instructions", async () => {
    expect([...adapter.capabilities.noOpinion.keys()].sort()).toEqual(["fsgsbase", "rdmsr", "wrmsr"]);
    const others = caseSource({ profile: adapter.profile, seed: 1, only: ["rdmsr", "wrgsbase"] });
    const answers = await adapter.run([others.at(0), others.at(1), others.at(2)]);
    expect(answers.map((answer) => "unsupported" in answer)).toEqual([true, true, true]);
  });
});

/** The same JSON with the members of every object in reverse. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, part]) => [name, reversed(part)] as const);
  return Object.fromEntries(entries.reverse());
}
