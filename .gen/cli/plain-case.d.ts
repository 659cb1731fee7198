import type { TestCase } from "../spec/model.ts";
/** The boring machine of a case; undefined for code that the generators do not make. */
export declare function plainCase(testCase: TestCase): TestCase | undefined;
