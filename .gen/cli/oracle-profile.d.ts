import type { Profile, Vendor } from "../spec/model.ts";
/** The profile under which the oracle and its mutants run: everything that the vendor could have. */
export declare function oracleProfile(vendor: Vendor): Profile;
