import { describe, expect, it } from "vitest";
import { sequenceSource } from "../../generators/case-source.ts";
import { reduceSequences } from "../../harness/reduce-sequences.ts";
import { runProcessor } from "../../harness/run.ts";
import { predict, simulate } from "../../oracles/index.ts";
import type { Observation, TestCase } from "../../spec/model.ts";
import { fakeAdapter } from "./fake-adapter.ts";
import { PROFILE } from "./support.ts";

const source = sequenceSource({ profile: PROFILE, seed: 4 });
const SWAPGS = "0f01f8";
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

async function findingsOf(answer: (testCase: TestCase) => Observation): ReturnType<typeof reduceSequences> {
  const adapter = fakeAdapter({ answer });
  const { findings } = await runProcessor({ adapter, source, predict, limit: { cases: 1500 } });
  return reduceSequences({ adapter, source, predict, findings });
}

describe("reduceSequences", () => {
  it("finds nothing on a processor that does what is predicted", async () => {
    expect(await findingsOf((testCase) => simulate(testCase))).toEqual([]);
  });

  it("tells of one instruction what that instruction does wrong alone", async () => {
    const findings = await findingsOf((testCase) =>
      simulate(testCase, { rule: "swapgs.gs_base_from_kernel_gs_base" }),
    );
    expect([...new Set(findings.map(({ rule }) => rule))]).toEqual(["swapgs.gs_base_from_kernel_gs_base"]);
    for (const { example } of findings) expect(example.testCase.steps).toHaveLength(1);
  });

  it("keeps the shortest program where no step fails alone", async () => {
    // A second SWAPGS finds what the first one hid: nothing.
    const findings = await findingsOf((testCase) => {
      const swaps = testCase.steps.filter(({ bytes }) => hex(bytes) === SWAPGS);
      const right = simulate(testCase);
      if (swaps.length < 2 || right.end.kind !== "retired") return right;
      return { ...right, after: { ...right.after, kernelGsBase: right.after.kernelGsBase ^ 1n } };
    });
    expect(findings.length).toBeGreaterThan(0);
    for (const { example } of findings) {
      const { steps } = example.testCase;
      expect(steps.filter(({ bytes }) => hex(bytes) === SWAPGS)).toHaveLength(2);
      expect(hex(steps.at(-1)?.bytes ?? new Uint8Array())).toBe(SWAPGS);
    }
  });
});
