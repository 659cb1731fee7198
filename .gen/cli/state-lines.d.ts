import type { TestCase } from "../spec/model.ts";
/** Every register and page; `*` marks what is not as on the boring machine `plain`. */
export declare function wholeStateLines(testCase: TestCase, plain: TestCase | undefined): readonly string[];
