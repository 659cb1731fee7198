import { describe, expect, it } from "vitest";
import type { CaseSource } from "../../harness/case-source.ts";
import { runProcessor, type RunOptions, type RunResult } from "../../harness/run.ts";
import { RULES } from "../../spec/generated/rules.ts";
import type { Prediction, TestCase } from "../../spec/model.ts";
import { fakeAdapter, unchanged, type FakeOptions } from "./fake-adapter.ts";
import {
  change,
  exception,
  observation,
  outcome,
  prediction,
  rule,
  signs,
  state,
  testCase,
} from "./support.ts";

describe("runProcessor", () => {
  it("counts passes, and says which rules decided something", async () => {
    const { result } = await run({}, { limit: { cases: 100 } });
    expect(result.totals).toMatchObject({ cases: 100, pass: 100, fail: 0, skip: 0, error: 0, maskedBits: 0 });
    expect(result.findings).toEqual([]);
    expect([...result.exercised]).toEqual(["sysret.completes", "sysret.unchanged"]);
    expect(result).toMatchObject({ interrupted: false, gaveUp: false, troubles: [] });
    expect(result.processor).toEqual({ name: "fake", version: "1", model: "none", vendor: "intel" });
  });

  it("asks every case once and in order, a small batch first, and never more than the best size", async () => {
    const { adapter } = await run({ capabilities: { batch: 50 } }, { limit: { cases: 200 } });
    expect(adapter.batches.map((batch) => batch.length)).toEqual([32, 50, 50, 50, 18]);
    expect(adapter.batches.flat().map(numberOf)).toEqual(Array.from({ length: 200 }, (_, index) => index));
  });

  it("starts at the case it is told", async () => {
    const { adapter } = await run({}, { limit: { cases: 5 }, from: 1000 });
    expect(adapter.batches.flat().map(numberOf)).toEqual([1000, 1001, 1002, 1003, 1004]);
  });

  it("draws the next batch while the processor works on one", async () => {
    const events: string[] = [];
    const source = {
      ...numbered,
      at: (index: number) => {
        if (index % 64 === 0) events.push(`draw ${index}`);
        return numbered.at(index);
      },
    };
    const adapter = fakeAdapter({ capabilities: { batch: 64 } });
    const logged = {
      ...adapter,
      run: async (cases: readonly TestCase[]) => {
        events.push(`ask ${numberOf(cases[0] as TestCase)}`);
        // Long enough that a run which waits for it before drawing gives another order.
        await new Promise((resolve) => setTimeout(resolve, 20));
        events.push(`answer ${numberOf(cases[0] as TestCase)}`);
        return adapter.run(cases);
      },
    };
    await runProcessor({ adapter: logged, source, predict: nothingChanges, limit: { cases: 160 } });
    expect(events).toEqual([
      "draw 0",
      "ask 0",
      "draw 64",
      "answer 0",
      "ask 32",
      "draw 128",
      "answer 32",
      "ask 96",
      "answer 96",
    ]);
  });

  it("turns failing cases into findings with the first example", async () => {
    const { result } = await run({ answer: breaksEvery(7) }, { limit: { cases: 100 } });
    expect(result.totals).toMatchObject({ pass: 85, fail: 15 });
    expect(result.findings).toMatchObject([
      {
        key: "fake | 1 | none | intel | sysret.unchanged | rbx",
        rule: "sysret.unchanged",
        cases: 15,
        firstIndex: 0,
        distance: 0,
        example: { differences: [{ field: "rbx", predicted: state().rbx, observed: 99n }] },
      },
    ]);
  });

  it("says the same whatever the batch size", async () => {
    const options = {
      answer: (each: TestCase) => (numberOf(each) % 5 === 3 ? { unsupported: "no" } : breaksEvery(7)(each)),
    };
    const results = await Promise.all(
      [1, 3, 64, 1000].map((batch) =>
        run({ ...options, capabilities: { batch } }, { limit: { cases: 300 } }),
      ),
    );
    const [first, ...others] = results.map(({ result }) => withoutTimes(result));
    for (const other of others) expect(other).toEqual(first);
  });

  it("ends at the first failing case with failFast, whatever the batch size", async () => {
    for (const batch of [1, 16, 1000]) {
      const answer = (each: TestCase) => (numberOf(each) === 0 ? unchanged(each) : breaksEvery(40)(each));
      const { result } = await run(
        { answer, capabilities: { batch } },
        { limit: { cases: 5000 }, failFast: true },
      );
      expect(result.totals).toMatchObject({ cases: 41, pass: 40, fail: 1 });
    }
  });

  it("does not end with failFast at a rule of confidence L", async () => {
    const [id = ""] = [...RULES.values()]
      .filter(({ confidence }) => confidence === "L")
      .map((each) => each.id);
    const { result } = await run(
      { answer: breaksEvery(40) },
      { limit: { cases: 100 }, failFast: true, predict: () => prediction(outcome({ unchanged: rule(id) })) },
    );
    expect(result.totals).toMatchObject({ cases: 100, fail: 3 });
  });

  it("ends after the given time", async () => {
    const { result } = await run({ capabilities: { batch: 16 } }, { limit: { seconds: 0.2 } });
    expect(result.totals.cases).toBeGreaterThan(0);
    expect(result.totals.seconds).toBeLessThan(2);
    expect(result.interrupted).toBe(false);
  });

  it("runs only cases in which a wanted rule decides something", async () => {
    const predict = (each: TestCase): Prediction =>
      numberOf(each) % 10 === 0
        ? prediction(outcome({ unchanged: rule("a.wanted") }))
        : prediction(outcome());
    const { result, adapter } = await run(
      {},
      { limit: { cases: 100 }, predict, only: (id) => id === rule("a.wanted") },
    );
    expect(result.totals.cases).toBe(10);
    expect(adapter.batches.flat().map(numberOf)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
  });

  it("judges by the wanted rules alone, and skips a case that another rule ended", async () => {
    const predict = (): Prediction => prediction(outcome({ fields: { rcx: signs("rcx", 7n, "a.wanted") } }));
    const seven = (each: TestCase) => change(each.before, { rcx: 7n });
    const { result } = await run(
      {
        answer: (each) =>
          [
            observation({ after: seven(each) }),
            observation({ after: change(seven(each), { rbx: 99n }) }),
            observation({ after: seven(each), end: exception(6) }),
            observation({ after: each.before }),
          ][numberOf(each)] ?? observation({ after: seven(each) }),
      },
      {
        limit: { cases: 4 },
        predict: () => ({ ...predict(), exercised: new Set([rule("a.wanted")]) }),
        only: (id) => id === rule("a.wanted"),
      },
    );
    expect(result.totals).toMatchObject({ cases: 4, pass: 2, skip: 1, fail: 1 });
    expect(result.findings.map((finding) => finding.rule)).toEqual(["a.wanted"]);
    expect([...result.skipReasons.keys()]).toEqual(["ended otherwise, by a rule that --only leaves out"]);
  });

  it("counts skips by reason and asks nothing of a processor without an opinion", async () => {
    const predict = (each: TestCase): Prediction =>
      numberOf(each) % 2 === 0
        ? prediction(outcome({ unchanged: rule("rdmsr.unchanged") }))
        : prediction(outcome());
    const { result, adapter } = await run(
      {
        capabilities: { noOpinion: new Map([["rdmsr", "has no MSRs"]]) },
        answer: (each) => (numberOf(each) === 1 ? { unsupported: "too odd" } : unchanged(each)),
      },
      { limit: { cases: 100 }, predict },
    );
    expect(result.totals).toMatchObject({ cases: 100, pass: 49, skip: 51 });
    expect(result.skipReasons).toEqual(
      new Map([
        ["has no MSRs", 50],
        ["too odd", 1],
      ]),
    );
    expect(adapter.batches.flat().length).toBe(50);
  });

  it("sums up masked bits", async () => {
    const predict = (): Prediction =>
      prediction(outcome({ masked: { dr6: [{ mask: 0xfn, value: 0n, rule: rule("a.mask") }] } }));
    const { result } = await run({}, { limit: { cases: 10 }, predict });
    expect(result.totals.maskedBits).toBe(40);
  });

  it("reports progress after every batch", async () => {
    const seen: number[] = [];
    await run(
      { answer: breaksEvery(7), capabilities: { batch: 32 } },
      { limit: { cases: 70 }, onProgress: ({ cases }, findings) => void seen.push(cases, findings) },
    );
    expect(seen).toEqual([32, 1, 64, 1, 70, 1]);
  });

  it("counts a case that cannot be drawn as an error, and tells each reason once", async () => {
    const source = {
      ...numbered,
      at: (index: number) => {
        if (index < 3) throw new Error("nothing fits");
        return numbered.at(index);
      },
    };
    const predict = (each: TestCase): Prediction => {
      if (numberOf(each) === 5) throw new Error("not modelled");
      return nothingChanges();
    };
    const { result } = await run({}, { limit: { cases: 10 }, source, predict });
    expect(result.totals).toMatchObject({ cases: 10, pass: 6, error: 4 });
    expect(result.troubles.map(({ message }) => message)).toEqual([
      "case 0: the generator failed: Error: nothing fits",
      "case 5: the oracle failed: Error: not modelled",
    ]);
  });

  describe("where manuals leave a choice", () => {
    const choose = (alternative: string) => [{ variant: rule("a.variant"), alternative }];
    const predict = (): Prediction =>
      prediction(
        outcome({ choices: choose("faults"), end: exception(13, 0) }),
        outcome({ choices: choose("completes") }),
      );
    const faultsAt =
      (...numbers: readonly number[]) =>
      (each: TestCase) =>
        numbers.includes(numberOf(each))
          ? observation({ end: exception(13, 0), after: each.before })
          : unchanged(each);

    it("says what the processor chose", async () => {
      const { result } = await run({}, { limit: { cases: 10 }, predict });
      expect(result.variants).toEqual(new Map([["a.variant", new Set(["completes"])]]));
      expect(result.totals.pass).toBe(10);
    });

    it("makes a finding of a processor that chooses now this, now that", async () => {
      const { result } = await run({ answer: faultsAt(4, 8) }, { limit: { cases: 10 }, predict });
      expect(result.variants).toEqual(new Map([["a.variant", new Set(["completes", "faults"])]]));
      expect(result.totals).toMatchObject({ pass: 8, fail: 2 });
      expect(result.findings).toMatchObject([
        {
          rule: "inconsistent_variant",
          orderRules: ["a.variant"],
          cases: 2,
          firstIndex: 4,
          example: { differences: [{ field: "end", observed: exception(13, 0) }] },
        },
      ]);
    });
  });

  describe("with a processor that breaks", () => {
    it.each([
      ["timeout", "processor.hangs"],
      ["crashed", "processor.crashes"],
    ] as const)("makes a finding of a case on which it breaks again alone (%s)", async (code, id) => {
      const { result, adapter } = await run(
        { breaks: (each) => (numberOf(each) === 37 ? code : undefined), capabilities: { batch: 100 } },
        { limit: { cases: 200 } },
      );
      expect(result.totals).toMatchObject({ cases: 200, pass: 199, fail: 1, error: 0 });
      expect(result.findings).toMatchObject([
        { rule: id, orderRules: ["sysret.completes"], cases: 1, firstIndex: 37 },
      ]);
      expect(result.findings[0]?.example.observation).toBeUndefined();
      expect(result.troubles).toEqual([]);
      expect(
        adapter.batches
          .filter((batch) => batch.length === 1)
          .flat()
          .map(numberOf),
      ).toEqual([37]);
    });

    it("makes an error, naming both runs, of a case on which it does not break alone", async () => {
      const { result } = await run(
        { breaks: (each, alone) => (numberOf(each) === 37 && !alone ? "timeout" : undefined) },
        { limit: { cases: 200 } },
      );
      expect(result.totals).toMatchObject({ cases: 200, pass: 199, fail: 0, error: 1 });
      expect(result.findings).toEqual([]);
      expect(result.troubles).toEqual([
        {
          processor: "fake",
          kind: "error",
          code: "timeout",
          message: "case 37 broke a batch: broke: timeout; alone it ended with retired at CPL 0",
        },
      ]);
      expect(result.gaveUp).toBe(false);
    });

    it("makes an error of a case to which it answers nonsense every time", async () => {
      const { result } = await run(
        { breaks: (each) => (numberOf(each) === 3 ? "invalid-response" : undefined) },
        { limit: { cases: 20 } },
      );
      expect(result.totals).toMatchObject({ pass: 19, error: 1 });
      expect(result.troubles).toMatchObject([{ code: "invalid-response" }]);
    });

    it("takes a wrong number of answers for nonsense, and judges none of them", async () => {
      const adapter = fakeAdapter({ capabilities: { batch: 16 } });
      const short = {
        ...adapter,
        run: async (cases: readonly TestCase[]) => {
          const answers = await adapter.run(cases);
          return cases.length > 1 && cases.some((each) => numberOf(each) === 5) ? answers.slice(1) : answers;
        },
      };
      const result = await runProcessor({
        adapter: short,
        source: numbered,
        predict: nothingChanges,
        limit: { cases: 64 },
      });
      expect(result.troubles[0]?.message).toContain("case 0 broke a batch: answered 15 cases of 16");
      expect(result.gaveUp).toBe(true);
    });

    it("gives up after five failures that do not happen again, and keeps what was recorded", async () => {
      const { result } = await run(
        {
          breaks: (each, alone) => (numberOf(each) >= 50 && !alone ? "crashed" : undefined),
          answer: breaksEvery(7),
          capabilities: { batch: 32 },
        },
        { limit: { cases: 1000 } },
      );
      expect(result.gaveUp).toBe(true);
      expect(result.troubles.length).toBe(5);
      expect(result.troubles.at(-1)?.message).toMatch(/gave up after 5 such failures$/);
      expect(result.totals).toMatchObject({ cases: 55, pass: 42, fail: 8, error: 5 });
      expect(result.findings).toMatchObject([{ cases: 8 }]);
    });

    it("gives up after twenty cases that break it, each being a finding", async () => {
      const { result } = await run({ breaks: () => "crashed" }, { limit: { cases: 1000 } });
      expect(result.gaveUp).toBe(true);
      expect(result.findings).toMatchObject([{ rule: "processor.crashes", cases: 20 }]);
      expect(result.troubles).toHaveLength(1);
      expect(result.troubles[0]?.message).toMatch(/^gave up after 20 cases that broke the processor/);
    });

    it("goes on where no more than one case in twenty crashes it", async () => {
      const { result } = await run(
        { breaks: (each) => (numberOf(each) % 25 === 24 ? "crashed" : undefined) },
        { limit: { cases: 1000 } },
      );
      expect(result.gaveUp).toBe(false);
      expect(result.totals).toMatchObject({ cases: 1000, fail: 40, pass: 960 });
    });

    it("gives up after twenty cases that hang it, however many it answered", async () => {
      const { result } = await run(
        { breaks: (each) => (numberOf(each) % 25 === 24 ? "timeout" : undefined) },
        { limit: { cases: 1000 } },
      );
      expect(result.gaveUp).toBe(true);
      expect(result.findings).toMatchObject([{ rule: "processor.hangs", cases: 20 }]);
    });

    it("gives up at once when it does not start", async () => {
      const { result } = await run({ breaks: () => "start-failed" }, { limit: { cases: 100 } });
      expect(result).toMatchObject({
        gaveUp: true,
        totals: { cases: 0 },
        troubles: [{ code: "start-failed" }],
      });
    });

    it("gives up when it does not start again", async () => {
      let started = true;
      const { result } = await run(
        {
          breaks: (each) => {
            if (!started) return "start-failed";
            if (numberOf(each) !== 10) return undefined;
            started = false;
            return "crashed";
          },
        },
        { limit: { cases: 100 } },
      );
      expect(result).toMatchObject({ gaveUp: true, totals: { cases: 10, pass: 10 } });
      expect(result.troubles[0]?.message).toBe(
        "could not be started again after case 10: broke: start-failed",
      );
    });

    it("shows where the adapter threw something unforeseen", async () => {
      const adapter = { ...fakeAdapter(), run: () => Promise.reject(new TypeError("x is not a function")) };
      const result = await runProcessor({
        adapter,
        source: numbered,
        predict: nothingChanges,
        limit: { cases: 10 },
      });
      expect(result.gaveUp).toBe(true);
      expect(result.troubles[0]?.message).toContain("the adapter threw TypeError: x is not a function");
      expect(result.troubles[0]?.hint).toContain("run.test.ts");
    });
  });

  describe("when interrupted", () => {
    it("keeps what is known and does not wait for a processor that hangs", async () => {
      const stop = new AbortController();
      const adapter = fakeAdapter({ capabilities: { batch: 32 } });
      const hanging = {
        ...adapter,
        run: (cases: readonly TestCase[]) => {
          if (numberOf(cases[0] as TestCase) < 64) return adapter.run(cases);
          setImmediate(() => stop.abort());
          return new Promise<never>(() => {});
        },
      };
      const result = await runProcessor({
        adapter: hanging,
        source: numbered,
        predict: nothingChanges,
        limit: { cases: 1000 },
        signal: stop.signal,
      });
      expect(result).toMatchObject({
        interrupted: true,
        gaveUp: false,
        totals: { cases: 64, pass: 64 },
        troubles: [],
      });
    });

    it("asks nothing of a processor that breaks because it is being stopped", async () => {
      const stop = new AbortController();
      const { result, adapter } = await run(
        {
          breaks: (each) => {
            if (numberOf(each) !== 40) return undefined;
            stop.abort();
            return "crashed";
          },
        },
        { limit: { cases: 1000 }, signal: stop.signal },
      );
      expect(result).toMatchObject({ interrupted: true, findings: [], troubles: [] });
      expect(adapter.batches.filter((batch) => batch.length === 1)).toEqual([]);
    });

    it("runs nothing when the signal came before", async () => {
      const { result, adapter } = await run({}, { limit: { cases: 10 }, signal: AbortSignal.abort() });
      expect(result).toMatchObject({ interrupted: true, totals: { cases: 0 } });
      expect(adapter.batches).toEqual([]);
    });
  });
});

/** Cases whose number stands in RAX. */
const numbered: CaseSource = {
  at: (index) => testCase({ before: state({ rax: BigInt(index) }) }),
  shrink: () => [],
  beginnings: (value) => [value],
  distance: () => ({ distance: 0, groups: [] }),
};

function numberOf({ before }: TestCase): number {
  return Number(before.rax);
}

function nothingChanges(): Prediction {
  return prediction(outcome());
}

function breaksEvery(period: number): NonNullable<FakeOptions["answer"]> {
  return (each) =>
    numberOf(each) % period === 0
      ? observation({ after: change(each.before, { rbx: 99n }) })
      : unchanged(each);
}

async function run(
  fake: FakeOptions,
  options: Partial<RunOptions> & Pick<RunOptions, "limit">,
): Promise<{ result: RunResult; adapter: ReturnType<typeof fakeAdapter> }> {
  const adapter = fakeAdapter(fake);
  const result = await runProcessor({ adapter, source: numbered, predict: nothingChanges, ...options });
  return { result, adapter };
}

function withoutTimes({ totals, times: _times, ...rest }: RunResult): unknown {
  return { ...rest, totals: { ...totals, seconds: 0 } };
}
