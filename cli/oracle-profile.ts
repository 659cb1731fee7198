import type { Profile, Vendor } from "../spec/model.ts";

/** The profile under which the oracle and its mutants run: everything that the vendor could have. */
export function oracleProfile(vendor: Vendor): Profile {
  const isAmd = vendor === "amd";
  return {
    vendor,
    features: {
      nx: true,
      la57: true,
      fsgsbase: true,
      svm: isAmd,
      ffxsr: isAmd,
      tce: isAmd,
      lmsle: isAmd,
      mcommit: isAmd,
      intwb: isAmd,
      uaie: isAmd,
      aibrse: isAmd,
      smap: true,
      ...(isAmd && { nullSelectorClearsBase: true }),
    },
    modes: ["64", "compat", "legacy"],
    imposed: [],
  };
}
