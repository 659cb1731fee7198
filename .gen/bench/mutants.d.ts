import type { Profile } from "../spec/model.ts";
/** How many cases it takes to find each mutant of one vendor's oracle. */
export interface MutantScore {
    readonly total: number;
    /** Cases up to and including the first failing one, in ascending order. */
    readonly casesToFind: readonly number[];
    /** Names of mutants that no case showed. */
    readonly missed: readonly string[];
}
/** Runs every mutant until its first failing case, for at most `limit` cases. */
export declare function scoreMutants(profile: Profile, seed: number, limit: number): Promise<MutantScore>;
