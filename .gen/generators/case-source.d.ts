import type { Profile, TestCase } from "../spec/model.ts";
import { type Distance } from "./distance.ts";
import type { InstructionName } from "./instruction-name.ts";
/** Changes whenever the same seed would give other cases; replay lines and reports carry it. */
export declare const GENERATOR_VERSION = 4;
/** Gives the cases of a run and simpler ones of each; what the harness asks for. */
export interface CaseSource {
    /** Case `index` (from 0), a pure function of the options and the generator version. */
    at(index: number): TestCase;
    /** Simpler valid cases, the simplest first; also for a case that was read from a file. */
    shrink(testCase: TestCase): Iterable<TestCase>;
    /** How far a case is from its boring machine, and where. */
    distance(testCase: TestCase): Distance;
}
/** What the cases of a run depend on. */
export interface CaseSourceOptions {
    readonly profile: Profile;
    /** A whole number between -2^53 and 2^53. */
    readonly seed: number;
    /** Names of instructions to choose from; all when it is absent. */
    readonly only?: readonly InstructionName[];
}
/**
 * The cases of a run. Case i does not depend on the cases before it, so that shards, resume and replay need none of
 * them. Errors: a plain `Error` for a seed that is no whole number, and for an empty `only`.
 */
export declare function caseSource(options: CaseSourceOptions): CaseSource;
