/** Whole test cases. */
import type { Profile, TestCase } from "../spec/model.ts";
import { DrawnArbitrary } from "./drawn-arbitrary.ts";
import type { InstructionName } from "./instruction-name.ts";
/** What an arbitrary of test cases may produce. */
export interface TestCaseOptions {
    readonly profile: Profile;
    /** Names of instructions to choose from; all when it is absent. */
    readonly only?: readonly InstructionName[];
}
/**
 * A test case of one instruction. Its shrinking works on plain cases, also on one read from a file: it goes to the
 * boring machine of the instruction first, then resets ever smaller parts, then simplifies values.
 */
export declare function testCase(options: TestCaseOptions): DrawnArbitrary<TestCase>;
