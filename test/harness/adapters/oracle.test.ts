import { describe, expect, it } from "vitest";
import { FIELD_NAMES } from "../../../spec/fields.ts";
import { RULES } from "../../../spec/generated/rules.ts";
import type { Vendor } from "../../../spec/model.ts";
import { oracleProfile } from "../../../cli/oracle-profile.ts";
import { caseSource } from "../../../generators/case-source.ts";
import { INSTRUCTION_NAMES, SETTLED_INSTRUCTIONS } from "../../../generators/instruction-name.ts";
import { oracleAdapter } from "../../../harness/adapters/oracle.ts";
import { runProcessor } from "../../../harness/run.ts";
import { shrinkFindings } from "../../../harness/shrink.ts";
import { mutantsOf, predict, type Mutant } from "../../../oracles/index.ts";
import { scoreMutants } from "../../../bench/mutants.ts";
import { flipFields } from "../flip-fields.ts";

const SEED = 1;

describe.each<Vendor>(["intel", "amd"])("the %s oracle as a processor", (vendor) => {
  const profile = oracleProfile(vendor);
  const source = caseSource({ profile, seed: SEED, only: INSTRUCTION_NAMES });

  it("passes 20,000 cases", async () => {
    const result = await runProcessor({
      adapter: oracleAdapter({ profile }),
      source,
      predict,
      limit: { cases: 20_000 },
    });
    expect(result.findings.map(({ key }) => key)).toEqual([]);
    expect(result.totals).toMatchObject({ cases: 20_000, pass: 20_000 });
  }, 60_000);

  it("takes the same alternative at every variant", async () => {
    const result = await runProcessor({
      adapter: oracleAdapter({ profile }),
      source,
      predict,
      limit: { cases: 5000 },
    });
    expect(result.variants.size).toBeGreaterThan(0);
    for (const alternatives of result.variants.values()) expect(alternatives.size).toBe(1);
  });

  it("is blamed for each flipped bit by the rule that decides it", async () => {
    const settled = caseSource({ profile, seed: SEED });
    const cases = Array.from({ length: 300 }, (_, index) => settled.at(index));
    const report = await flipFields({ adapter: oracleAdapter({ profile }), cases });
    expect(report.wrong.slice(0, 10)).toEqual([]);
    expect(report.cases).toBeGreaterThan(150);
    expect([...FIELD_NAMES].filter((name) => !report.fields.has(name))).toEqual([]);
    expect(report.blamed.size).toBeGreaterThan(80);
  }, 60_000);

  it("is found out with any rule of the settled instructions broken, but for a few that cases seldom reach", async () => {
    const run = { profile, seed: SEED, limit: 4000, only: SETTLED_INSTRUCTIONS };
    const { total, casesToFind, missed } = await scoreMutants(run);
    expect(casesToFind.length + missed.length).toBe(total);
    expect(total).toBeGreaterThan(250);
    expect(missed.length, missed.join(", ")).toBeLessThanOrEqual(6);
    expect(casesToFind[total >> 1]).toBeLessThan(40);
  }, 120_000);

  it("shows a broken rule by a small example that replays", async () => {
    const mutant: Mutant = { rule: "sysret.gp_cpl_nonzero" };
    const adapter = oracleAdapter({ profile, mutant });
    const { findings } = await runProcessor({ adapter, source, predict, limit: { cases: 2000 } });
    const shrunk = await shrinkFindings({ adapter, source, predict, findings });
    const finding = shrunk.find(({ rule }) => rule === mutant.rule);
    expect(finding?.distance).toBeLessThanOrEqual(4);
    expect(finding?.example.testCase.before.cpl).not.toBe(0);
    expect(shrunk.every(({ reproduced }) => reproduced !== false)).toBe(true);
  });
});

describe("oracleAdapter", () => {
  it("names a mutant after its rule and group of state", () => {
    const profile = oracleProfile("amd");
    expect(oracleAdapter({ profile }).name).toBe("oracle");
    expect(oracleAdapter({ profile, mutant: { rule: "sysret.cpl_3" } }).name).toBe("mutant:sysret.cpl_3");
    expect(oracleAdapter({ profile, mutant: { rule: "sysret.unchanged", group: "efer" } }).name).toBe(
      "mutant:sysret.unchanged:efer",
    );
  });

  it("runs under rules that all exist", () => {
    for (const vendor of ["intel", "amd"] as const) {
      for (const { rule } of mutantsOf(vendor)) expect(RULES.has(rule)).toBe(true);
    }
  });
});
