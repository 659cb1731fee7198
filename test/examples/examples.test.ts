/** The example cores in other languages: each has one planted bug, and that is all there is to find. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseSource } from "../../generators/case-source.ts";
import type { Adapter } from "../../harness/adapter.ts";
import { startProcess, type ProcessOptions } from "../../harness/adapters/process.ts";
import { runProcessor, type RunResult } from "../../harness/run.ts";
import { predict } from "../../oracles/index.ts";
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
  let result: RunResult;

  beforeAll(async () => {
    adapter = await startProcess(program());
    const cases = caseSource({ profile: adapter.profile, seed: 1, only: ["syscall", "sysret", "swapgs"] });
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

  it("says that it has no opinion on other instructions", async () => {
    expect([...adapter.capabilities.noOpinion.keys()].sort()).toEqual(["fsgsbase", "rdmsr", "wrmsr"]);
    const others = caseSource({ profile: adapter.profile, seed: 1, only: ["rdmsr", "wrgsbase"] });
    const answers = await adapter.run([others.at(0), others.at(1), others.at(2)]);
    expect(answers.map((answer) => "unsupported" in answer)).toEqual([true, true, true]);
  });
});
