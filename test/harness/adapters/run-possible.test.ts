import { describe, expect, it } from "vitest";
import { runPossible } from "../../../harness/adapters/run-possible.ts";
import { AdapterError } from "../../../harness/errors.ts";
import type { Observation, TestCase } from "../../../spec/model.ts";

/** Cases and answers that only their numbers tell apart. */
const cases = [0, 1, 2, 3, 4].map((number) => number as unknown as TestCase);
const answer = (testCase: TestCase): Observation => `answer ${String(testCase)}` as unknown as Observation;
const even = (testCase: TestCase): string | undefined =>
  Number(testCase) % 2 === 0 ? `even: ${String(testCase)}` : undefined;

describe("runPossible", () => {
  it("runs what can run, and answers in the order of the cases", async () => {
    const run: (readonly TestCase[])[] = [];
    const answers = await runPossible(cases, even, async (some) => {
      run.push(some);
      return Promise.resolve(some.map(answer));
    });
    expect(run).toEqual([[1, 3]]);
    expect(answers).toEqual([
      { unsupported: "even: 0" },
      "answer 1",
      { unsupported: "even: 2" },
      "answer 3",
      { unsupported: "even: 4" },
    ]);
  });

  it("passes on a run without objections as it is", async () => {
    const run = async (some: readonly TestCase[]): Promise<readonly Observation[]> =>
      Promise.resolve(some.map(answer));
    expect(await runPossible(cases, () => undefined, run)).toEqual(cases.map(answer));
  });

  it("tells of a failure with the answers up to the first case that has none", async () => {
    const failing = async (some: readonly TestCase[]): Promise<never> => {
      const answers = some.slice(0, 1).map(answer);
      await Promise.resolve();
      throw new AdapterError({ code: "crashed", message: "it died", hint: "again", answers });
    };
    await expect(runPossible(cases, even, failing)).rejects.toMatchObject({
      code: "crashed",
      message: "it died",
      hint: "again",
      answers: [{ unsupported: "even: 0" }, "answer 1", { unsupported: "even: 2" }],
    });
    const broken = async (): Promise<never> => Promise.reject(new Error("a mistake"));
    await expect(runPossible(cases, even, broken)).rejects.toThrow("a mistake");
  });
});
