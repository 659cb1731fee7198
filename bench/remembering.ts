/** Sources and oracles that do each case once, for programs that run many processors on the same cases. */
import type { CaseSource } from "../harness/case-source.ts";
import type { Prediction, TestCase } from "../spec/model.ts";

/** The same source, which keeps every case that it gave. */
export function rememberingSource(source: CaseSource): CaseSource {
  const cases: TestCase[] = [];
  return { ...source, at: (index) => (cases[index] ??= source.at(index)) };
}

/** The same oracle, which keeps every prediction while its case lives. */
export function rememberingOracle(
  predict: (testCase: TestCase) => Prediction,
): (testCase: TestCase) => Prediction {
  const predictions = new WeakMap<TestCase, Prediction>();
  return (testCase) => {
    const known = predictions.get(testCase) ?? predict(testCase);
    predictions.set(testCase, known);
    return known;
  };
}
