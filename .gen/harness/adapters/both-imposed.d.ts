import type { Profile } from "../../spec/model.ts";
/**
 * `first` with what either observer forces, and with the modes that both reach.
 * Errors: bits that the observers force to different values.
 */
export declare function bothImposed(first: Profile, second: Profile): Profile;
