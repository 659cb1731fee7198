/** Sources and oracles that do each case once, for programs that run many processors on the same cases. */
import type { CaseSource } from "../harness/case-source.ts";
import type { Prediction, TestCase } from "../spec/model.ts";
/** The same source, which keeps every case that it gave. */
export declare function rememberingSource(source: CaseSource): CaseSource;
/** The same oracle, which keeps every prediction while its case lives. */
export declare function rememberingOracle(predict: (testCase: TestCase) => Prediction): (testCase: TestCase) => Prediction;
