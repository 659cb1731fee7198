import { describe, expect, it } from "vitest";
import type { Adapter } from "../../harness/adapter.ts";
import { oracleAdapter } from "../../harness/adapters/oracle.ts";
import { AdapterError } from "../../harness/errors.ts";
import { runProcessor } from "../../harness/run.ts";
import { secondOpinions, type Tested } from "../../harness/second-opinions.ts";
import { caseSource } from "../../generators/case-source.ts";
import { mutantsOf, predict } from "../../oracles/index.ts";
import { oracleProfile } from "../../cli/oracle-profile.ts";
import type { RuleId } from "../../spec/generated/rule-id.ts";
import type { Profile } from "../../spec/model.ts";

const AMD: Profile = oracleProfile("amd");

/** The oracle under another name, perhaps without a rule. */
function adapter(name: string, rule?: RuleId, profile: Profile = AMD): Adapter {
  const mutant = mutantsOf(profile.vendor).find((each) => each.rule === rule);
  const made = oracleAdapter({ profile, ...(mutant !== undefined && { mutant }) });
  return { ...made, name, version: "1", run: (cases) => made.run(cases) };
}

async function tested(from: Adapter): Promise<Tested> {
  const source = caseSource({ profile: from.profile, seed: 1 });
  const run = await runProcessor({ adapter: from, source, predict, limit: { cases: 400 } });
  return { adapter: from, run, findings: run.findings };
}

async function opinions(...adapters: readonly Adapter[]): ReturnType<typeof secondOpinions> {
  return secondOpinions({ tested: await Promise.all(adapters.map(tested)), predict });
}

describe("secondOpinions", () => {
  it("says who agrees with the oracle on a finding, and who does the same", async () => {
    const all = await opinions(
      adapter("one", "sysret.rf_cleared"),
      adapter("two", "sysret.rf_cleared"),
      adapter("three", "sysret.cpl_3"),
      adapter("right"),
    );
    const found = all.findings.find(({ processor }) => processor === "one");
    expect(found).toMatchObject({ same: ["two"], noOpinion: [] });
    expect([...(found?.agree ?? []), ...(found?.otherwise ?? [])].toSorted()).toEqual(["right", "three"]);
    expect(found?.agree).toContain("right");
  });

  it("has one row per rule, with who kept it and in how many cases the others broke it", async () => {
    const all = await opinions(adapter("wrong", "sysret.rf_cleared"), adapter("right"));
    const row = all.rules.find(({ rule }) => rule === "sysret.rf_cleared");
    expect(row).toMatchObject({ vendor: "amd", kept: ["right"], broken: [{ processor: "wrong" }] });
    expect(row?.broken[0]?.cases).toBeGreaterThan(0);
    expect(all.rules.find(({ rule }) => rule === "sysret.cpl_3")?.kept).toEqual(["wrong", "right"]);
  });

  it("has no opinion where the field is not seen, in the matrix and on the example", async () => {
    const right = adapter("right");
    const rflags = { settable: true, seen: 0n };
    const blind: Adapter = {
      ...right,
      capabilities: { ...right.capabilities, fields: new Map([["rflags", rflags]]) },
    };
    const all = await opinions(adapter("wrong", "sysret.rf_cleared"), blind);
    expect(all.rules.find(({ rule }) => rule === "sysret.rf_cleared")?.kept).toEqual([]);
    expect(all.findings[0]?.noOpinion).toEqual([
      { processor: "right", reason: "it does not see what differs" },
    ]);
  });

  it("has no opinion where the instruction cannot be asked about, or the answer is unsupported", async () => {
    const right = adapter("right");
    const capabilities = { ...right.capabilities, noOpinion: new Map([["sysret", "it has none"]]) };
    const all = await opinions(
      adapter("wrong", "sysret.rf_cleared"),
      { ...right, capabilities },
      {
        ...right,
        name: "narrow",
        run: async (cases) => Promise.resolve(cases.map(() => ({ unsupported: "too wide" }))),
      },
    );
    expect(all.findings[0]?.noOpinion).toEqual([
      { processor: "right", reason: "it has none" },
      { processor: "narrow", reason: "too wide" },
    ]);
  });

  it("asks only processors that pose as the same vendor, and tells builds apart by their version", async () => {
    const all = await opinions(
      adapter("wrong", "sysret.rf_cleared"),
      adapter("right", undefined, oracleProfile("intel")),
      { ...adapter("same"), version: "1" },
      { ...adapter("same"), version: "2" },
    );
    expect(all.processors).toEqual([
      { processor: "wrong", vendor: "amd" },
      { processor: "right", vendor: "intel" },
      { processor: "same 1", vendor: "amd" },
      { processor: "same 2", vendor: "amd" },
    ]);
    expect(all.findings[0]).toMatchObject({ agree: ["same 1", "same 2"], noOpinion: [] });
  });

  it("sets up the example as the other observer and the other features want it", async () => {
    const imposed = [{ field: "efer", mask: 0x1000n, value: 0x1000n } as const];
    const bare = { ...AMD, features: { ...AMD.features, svm: false, nx: false, fsgsbase: false } };
    const all = await opinions(
      adapter("wrong", "sysret.rf_cleared", { ...AMD, imposed }),
      adapter("bare", undefined, bare),
    );
    expect(all.findings[0]).toMatchObject({ agree: ["bare"], noOpinion: [] });
  });

  it("takes a processor that breaks on the example for one that differs otherwise", async () => {
    const right = adapter("right");
    const ran = await tested(right);
    const crash = { ...right, run: () => Promise.reject(new AdapterError({ code: "crashed", message: "" })) };
    const all = await secondOpinions({
      tested: [await tested(adapter("wrong", "sysret.rf_cleared")), { ...ran, adapter: crash }],
      predict,
    });
    expect(all.findings[0]).toMatchObject({ agree: [], otherwise: ["right"] });
  });

  it("does not ask a processor that was given up", async () => {
    const ran = await tested(adapter("right"));
    const all = await secondOpinions({
      tested: [
        await tested(adapter("wrong", "sysret.rf_cleared")),
        { ...ran, run: { ...ran.run, gaveUp: true } },
      ],
      predict,
    });
    expect(all.findings[0]?.noOpinion).toEqual([{ processor: "right", reason: "it was given up" }]);
  });
});
