import { describe, expect, it } from "vitest";
import { field } from "../../spec/fields.ts";
import type { FieldName, Observation, Prediction, TestCase } from "../../spec/model.ts";
import type { CaseSource } from "../../harness/case-source.ts";
import type { Finding } from "../../harness/finding.ts";
import { runProcessor } from "../../harness/run.ts";
import {
  SHRINK_BUDGET,
  shrinkFindings,
  type ShrinkBudget,
  type ShrinkOptions,
} from "../../harness/shrink.ts";
import { fakeAdapter, unchanged, type FakeAdapter, type FakeOptions } from "./fake-adapter.ts";
import { change, exception, observation, outcome, prediction, rule, state, testCase } from "./support.ts";

describe("shrinkFindings", () => {
  it("leads to the smallest case that breaks the same key", async () => {
    const answer = rbxWhere((each) => each.before.rcx >= 1000n && each.before.rdx !== 0n);
    const [finding] = await shrunk({ answer }, { budget: ROOMY });
    expect(valuesOf(finding)).toEqual({ rcx: 1000n, rdx: 1n });
    expect(finding).toMatchObject({ distance: 2, differsIn: ["rcx", "rdx"] });
  });

  it("keeps what the finding says of the run", async () => {
    const { before, after } = await shrunkWith({ answer: rbxWhere(() => true) });
    const changing = { example: undefined, distance: undefined, differsIn: undefined };
    expect(after.map((each) => ({ ...each, ...changing }))).toEqual(
      before.map((each) => ({ ...each, ...changing })),
    );
  });

  it("gives the example what was predicted and seen of it", async () => {
    const [finding] = await shrunk({ answer: rbxWhere((each) => each.before.rcx >= 5n) });
    expect(finding?.example.observation?.after).toEqual(change(origin.before, { rcx: 5n, rbx: 99n }));
    expect(finding?.example.differences).toMatchObject([{ field: "rbx", predicted: 0n, observed: 99n }]);
    expect(finding?.example.prediction).toEqual(prediction(outcome()));
  });

  it("does not slip to another key", async () => {
    // Simpler cases break more: a small RSI changes RBP, and that is another finding.
    const answer = (each: TestCase): Observation => {
      if (each.before.rsi >= 100n) return rbxWhere(() => true)(each);
      return observation({ after: change(each.before, { rbp: 99n }) });
    };
    const findings = await shrunk({ answer });
    const ofRbx = findings.find(({ key }) => key.endsWith("rbx"));
    expect(valuesOf(ofRbx)).toEqual({ rsi: 100n });
  });

  it("shrinks all findings, in batches no larger than the processor's best", async () => {
    const answer = (each: TestCase): Observation =>
      observation({
        after: change(each.before, {
          ...(each.before.rcx >= 1000n && { rbx: 99n }),
          ...(each.before.rsi >= 77n && { cpl: 3n }),
        }),
      });
    const results = [];
    for (const batch of [1, 7, 64, 10_000]) {
      const adapter = fakeAdapter({ answer, capabilities: { batch } });
      const findings = await findingsOf(adapter, 40);
      adapter.batches.length = 0;
      results.push(await shrinkFindings({ adapter, source, predict: nothingChanges, findings }));
      expect(Math.max(...adapter.batches.map(({ length }) => length))).toBeLessThanOrEqual(batch);
    }
    const [first, ...others] = results;
    expect(first?.map(valuesOf)).toContainEqual({ rcx: 1000n });
    expect(first?.map(valuesOf)).toContainEqual({ rsi: 77n });
    for (const other of others) expect(other).toEqual(first);
  });

  it("stays within its budget", async () => {
    const adapter = fakeAdapter({ answer: rbxWhere((each) => each.before.rcx > 3n) });
    const findings = await findingsOf(adapter);
    for (const budget of [
      { ...SHRINK_BUDGET, cases: 40 },
      { ...SHRINK_BUDGET, rounds: 2 },
    ]) {
      adapter.batches.length = 0;
      const [finding] = await shrinkFindings({ adapter, source, predict: nothingChanges, findings, budget });
      // The last batch runs the example alone.
      expect(adapter.batches.flat().length - 1).toBeLessThanOrEqual(40);
      expect(finding?.example).not.toBe(findings[0]?.example);
    }
  });

  it("shrinks ends, too", async () => {
    const answer = (each: TestCase): Observation =>
      each.before.rcx >= 1000n ? observation({ end: exception(13, 0), after: each.before }) : unchanged(each);
    const [finding] = await shrunk({ answer });
    expect(finding?.example.differences).toMatchObject([{ field: "end", observed: exception(13, 0) }]);
    expect(valuesOf(finding)).toEqual({ rcx: 1000n });
  });

  it("shrinks a case that shows another alternative than others did", async () => {
    const predict = (): Prediction =>
      prediction(
        outcome({ choices: [{ variant: rule("a.b"), alternative: "kept" }] }),
        outcome({ choices: [{ variant: rule("a.b"), alternative: "faults" }], end: exception(13, 0) }),
      );
    const answer = (each: TestCase): Observation =>
      each.before.rcx >= 1000n ? observation({ end: exception(13, 0), after: each.before }) : unchanged(each);
    const adapter = fakeAdapter({ answer });
    const { findings } = await runProcessor({ adapter, source, predict, limit: { cases: 60 } });
    const [finding] = await shrinkFindings({ adapter, source, predict, findings });
    expect(finding).toMatchObject({ rule: "inconsistent_variant", orderRules: ["a.b"] });
    expect(Object.keys(valuesOf(finding))).not.toContain("rdx");
  });

  it("says so when the case does not fail alone", async () => {
    // A processor that keeps state: it fails only where another case ran before.
    let ran = 0;
    const adapter = fakeAdapter({
      answer: (each) => (ran++ > 0 ? rbxWhere(() => true)(each) : unchanged(each)),
    });
    const forgetful = {
      ...adapter,
      run: (cases: readonly TestCase[]) => {
        ran = 0;
        return adapter.run(cases);
      },
    };
    const findings = await findingsOf(forgetful);
    const [finding] = await shrinkFindings({ adapter: forgetful, source, predict: nothingChanges, findings });
    expect(finding).toEqual({ ...findings[0], reproduced: false });
  });

  it("says so when the processor breaks too often", async () => {
    const answer = rbxWhere((each) => each.before.rcx >= 5n);
    const findings = await findingsOf(fakeAdapter({ answer }));
    const fragile = fakeAdapter({ answer, breaks: (_, alone) => (alone ? undefined : "crashed") });
    const troubles: string[] = [];
    const onTrouble = ({ message }: { message: string }): void => void troubles.push(message);
    await shrinkFindings({ adapter: fragile, source, predict: nothingChanges, findings, onTrouble });
    expect(troubles).toMatchObject([expect.stringContaining("broke too often")]);
  });

  it("leaves out candidates that cannot be predicted or run", async () => {
    const predict = (each: TestCase): Prediction => {
      if (each.before.rdx === 0n) throw new Error("not modelled");
      return nothingChanges();
    };
    const answer = (each: TestCase) =>
      each.before.rsi === 0n ? { unsupported: "no" } : rbxWhere(() => true)(each);
    const [finding] = await shrunk({ answer }, { predict, budget: ROOMY });
    expect(valuesOf(finding)).toEqual({ rdx: 1n, rsi: 1n });
  });

  it("goes on where a candidate breaks the processor", async () => {
    const [finding] = await shrunk({
      answer: rbxWhere((each) => each.before.rcx >= 1000n),
      breaks: (each) => (each.before.rsi === 0n && each.before.rdx === 0n ? "crashed" : undefined),
    });
    expect(valuesOf(finding)).toMatchObject({ rcx: 1000n });
    expect(Object.keys(valuesOf(finding))).toHaveLength(2);
  });

  it("keeps what it has when interrupted", async () => {
    const adapter = fakeAdapter({ answer: rbxWhere(() => true) });
    const findings = await findingsOf(adapter);
    const signal = AbortSignal.abort();
    adapter.batches.length = 0;
    const result = await shrinkFindings({ adapter, source, predict: nothingChanges, findings, signal });
    expect(result).toEqual(findings);
    expect(adapter.batches).toEqual([]);
  });

  describe("for a case that breaks the processor", () => {
    it.each(["timeout", "crashed"] as const)("leads to a small one (%s)", async (code) => {
      const [finding] = await shrunk({ breaks: (each) => (each.before.rcx >= 1000n ? code : undefined) });
      expect(finding?.rule).toBe(code === "timeout" ? "processor.hangs" : "processor.crashes");
      expect(valuesOf(finding)).toEqual({ rcx: 1000n });
      expect(finding?.example.observation).toBeUndefined();
    });

    it("lets only cases win that break it alone", async () => {
      const [finding] = await shrunk({
        breaks: (each, alone) =>
          each.before.rcx >= 1000n && (each.before.rdx !== 0n || !alone) ? "crashed" : undefined,
      });
      expect(Object.keys(valuesOf(finding))).toEqual(["rcx", "rdx"]);
    });

    it("breaks it no more often than its budget allows", async () => {
      const adapter = fakeAdapter({ breaks: (each) => (each.before.rcx !== 0n ? "crashed" : undefined) });
      const findings = await findingsOf(adapter);
      let broken = 0;
      const counted = {
        ...adapter,
        run: (cases: readonly TestCase[]) =>
          adapter.run(cases).catch((error: unknown) => {
            broken++;
            throw error;
          }),
      };
      const budget = { ...SHRINK_BUDGET, breaks: 6 };
      await shrinkFindings({ adapter: counted, source, predict: nothingChanges, findings, budget });
      expect(broken).toBeGreaterThan(0);
      expect(broken).toBeLessThanOrEqual(7);
    });

    it("keeps the rule that decides the predicted end", async () => {
      const predict = (each: TestCase): Prediction =>
        each.before.rdx > 10n ? prediction(outcome({ endRule: rule("a.big") })) : nothingChanges();
      const [finding] = await shrunk({ breaks: () => "crashed" }, { predict, budget: ROOMY });
      expect(finding?.orderRules).toEqual(["a.big"]);
      expect(valuesOf(finding)).toEqual({ rdx: 11n });
    });
  });
});

/** The boring machine of these tests, and the fields in which cases differ from it. */
const origin: TestCase = testCase({ before: state({ rbx: 0n, rbp: 0n, rcx: 0n, rdx: 0n, rsi: 0n }) });
/** Small registers take many rounds here, since each round wins at most half of a value. */
const ROOMY: ShrinkBudget = { ...SHRINK_BUDGET, rounds: 60, breaks: 60 };
const VARIED: readonly FieldName[] = ["rcx", "rdx", "rsi"];

/** Cases with large values in three registers; simpler ones reset one or take ever smaller steps down. */
const source: CaseSource = {
  at: (index) => {
    const salt = BigInt((index * 7919) % 1000);
    return changed(origin, { rcx: 200n + salt * 9n, rdx: 5000n + salt, rsi: (salt * 31n) % 600n });
  },
  shrink: function* (each) {
    const differing = VARIED.filter((name) => field(name).get(each.before) !== 0n);
    for (const name of differing) yield changed(each, { [name]: 0n });
    for (const name of differing) {
      const value = field(name).get(each.before);
      for (let step = value / 2n; step > 0n; step /= 2n) yield changed(each, { [name]: value - step });
    }
  },
  beginnings: (each) => [each],
  distance: ({ before }) => {
    const groups = VARIED.filter((name) => field(name).get(before) !== 0n);
    return { distance: groups.length, groups };
  },
};

function changed(each: TestCase, changes: { readonly [name in FieldName]?: bigint }): TestCase {
  return { ...each, before: change(each.before, changes) };
}

function valuesOf(finding: Finding | undefined): { readonly [name in FieldName]?: bigint } {
  const before = finding?.example.testCase.before ?? origin.before;
  const values = VARIED.map((name) => [name, field(name).get(before)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== 0n));
}

function nothingChanges(): Prediction {
  return prediction(outcome());
}

/** A processor that changes RBX in some cases. */
function rbxWhere(isWrong: (each: TestCase) => boolean): (each: TestCase) => Observation {
  return (each) =>
    isWrong(each) ? observation({ after: change(each.before, { rbx: 99n }) }) : unchanged(each);
}

async function findingsOf(
  adapter: Pick<FakeAdapter, keyof FakeAdapter>,
  cases = 20,
  predict: ShrinkOptions["predict"] = nothingChanges,
): Promise<readonly Finding[]> {
  return (await runProcessor({ adapter, source, predict, limit: { cases } })).findings;
}

async function shrunkWith(
  fake: FakeOptions,
  options: Partial<ShrinkOptions> = {},
): Promise<{ before: readonly Finding[]; after: readonly Finding[] }> {
  const adapter = fakeAdapter(fake);
  const before = await findingsOf(adapter, 20, options.predict);
  const after = await shrinkFindings({
    adapter,
    source,
    predict: nothingChanges,
    findings: before,
    ...options,
  });
  return { before, after };
}

async function shrunk(fake: FakeOptions, options: Partial<ShrinkOptions> = {}): Promise<readonly Finding[]> {
  return (await shrunkWith(fake, options)).after;
}
