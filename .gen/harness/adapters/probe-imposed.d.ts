import type { Profile, TestCase } from "../../spec/model.ts";
import type { Answer } from "./job.ts";
/**
 * `profile` with the refused bits imposed as 0. Bits that no feature brings are reserved in every case anyway.
 * Errors: what `run` throws.
 */
export declare function probeImposed(profile: Profile, run: (cases: readonly TestCase[]) => Promise<readonly Answer[]>): Promise<Profile>;
