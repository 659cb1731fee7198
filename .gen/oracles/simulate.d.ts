import type { Observation, TestCase } from "../spec/model.ts";
import { type Mutant } from "./mutant.ts";
/**
 * What a processor does that follows the manual and takes the default alternative at each variant,
 * or one that breaks the mutant's rule.
 */
export declare function simulate(testCase: TestCase, mutant?: Mutant): Observation;
