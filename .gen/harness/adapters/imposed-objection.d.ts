import type { Profile, TestCase } from "../../spec/model.ts";
import type { Answer } from "./job.ts";
/** Runs those cases that the observer can set up, and answers the others with the reason. */
export declare function runWithinImposed(profile: Profile, cases: readonly TestCase[], run: (cases: readonly TestCase[]) => Promise<readonly Answer[]>): Promise<readonly Answer[]>;
