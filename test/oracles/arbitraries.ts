/** What properties of the oracles draw from. */
import fc, { type Arbitrary } from "fast-check";
import { caseSource, type CaseSource } from "../../generators/case-source.ts";
import { INSTRUCTION_NAMES } from "../../generators/instruction-name.ts";
import type { Features, Profile, TestCase, Vendor } from "../../spec/model.ts";
import { profileOf } from "./machine.ts";

/** Profiles that differ in what the oracles look at. */
export const PROFILES: readonly Profile[] = (["intel", "amd"] as const).flatMap((vendor: Vendor) =>
  [
    {},
    { la57: true, svm: true, tce: true, smap: true, nullSelectorClearsBase: true },
    { nx: false, fsgsbase: false, ffxsr: true },
  ].map((features: Partial<Features>) => profileOf(vendor, features)),
);

/** Cases of the generators, from every profile; of all instructions unless told. */
export function generatedCases(
  perProfile: number,
  only: Parameters<typeof caseSource>[0]["only"] = INSTRUCTION_NAMES,
): readonly TestCase[] {
  return PROFILES.flatMap((profile, index) => {
    const source: CaseSource = caseSource({ profile, seed: index + 1, only });
    return Array.from({ length: perProfile }, (_, at) => source.at(at));
  });
}

/** A 64-bit value, near a canonical edge half of the time. */
export const word: Arbitrary<bigint> = fc.oneof(
  fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }),
  fc
    .tuple(
      fc.constantFrom(
        0n,
        1n << 31n,
        1n << 32n,
        1n << 47n,
        (1n << 64n) - (1n << 47n),
        1n << 56n,
        (1n << 64n) - (1n << 56n),
      ),
      fc.bigInt({ min: -3n, max: 3n }),
    )
    .map(([edge, offset]) => BigInt.asUintN(64, edge + offset)),
);

/** RFLAGS that a processor can hold outside virtual-8086 mode, without TF. */
export const rflags: Arbitrary<bigint> = fc
  .bigInt({ min: 0n, max: (1n << 22n) - 1n })
  .map((bits) => (bits & 0x3d_7ed5n) | 2n);

/** The options of every `fc.assert` here: the same cases in every run. */
export const FIXED = { seed: 20_260_101, numRuns: 300 } as const;
