/** The oracle as a processor, and the processors that break one of its rules: they test the suite itself. */
import { type Mutant } from "../../oracles/index.ts";
import type { Profile } from "../../spec/model.ts";
import type { Adapter } from "../adapter.ts";
/** Which oracle. */
export interface OracleOptions {
    readonly profile: Profile;
    /** The rule to break; none for the oracle itself. */
    readonly mutant?: Mutant;
}
/** A processor that does what the manual of the profile's vendor says, but for the mutant's rule. */
export declare function oracleAdapter({ profile, mutant }: OracleOptions): Adapter;
