import type { CpuState, Mode, Profile, TestCase } from "./model.ts";
/** How the state makes the processor interpret code; undefined without paging or protection. */
export declare function modeOf(state: CpuState): Mode;
/**
 * What is wrong with a test case, each as a JSON path and what was expected there; empty for a valid one.
 * The types of `testCase` are trusted: the schema checks them.
 */
export declare function validate(testCase: TestCase): readonly string[];
/** As `validate`, for a state alone. */
export declare function validateState(state: CpuState, profile: Profile): readonly string[];
