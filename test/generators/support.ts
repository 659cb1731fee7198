/** Profiles, samples and shrinking for the tests of the arbitraries. */
import { Random } from "fast-check";
import { xorshift128plus } from "pure-rand/generator/xorshift128plus";
import type { DrawnArbitrary } from "../../generators/drawn-arbitrary.ts";
import type { Features, Profile, Vendor } from "../../spec/model.ts";

const FEATURES: { readonly [vendor in Vendor]: Features } = {
  intel: {
    nx: true,
    la57: false,
    fsgsbase: true,
    svm: true,
    ffxsr: false,
    tce: false,
    lmsle: false,
    mcommit: false,
    intwb: false,
    uaie: false,
    aibrse: false,
  },
  amd: {
    nx: true,
    la57: false,
    fsgsbase: true,
    svm: true,
    ffxsr: true,
    tce: true,
    lmsle: true,
    mcommit: true,
    intwb: true,
    uaie: true,
    aibrse: true,
  },
};

/** A profile with every mode, under an observer that forces EFER.SVME = 1. */
export function profileOf(vendor: Vendor, options: { la57: boolean }): Profile {
  return {
    vendor,
    features: { ...FEATURES[vendor], la57: options.la57 },
    modes: ["64", "compat", "legacy"],
    imposed: [{ field: "efer", mask: 0x1000n, value: 0x1000n }],
  };
}

/** Both vendors with both widths. */
export const PROFILES: readonly Profile[] = (["intel", "amd"] as const).flatMap((vendor) =>
  [false, true].map((la57) => profileOf(vendor, { la57 })),
);

/** Names a profile in a title. */
export function titleOf({ vendor, features }: Profile): string {
  return `${vendor}, ${features.la57 ? 57 : 48} bits`;
}

/** The first `count` values of an arbitrary for a seed. */
export function sample<T>(
  arbitrary: DrawnArbitrary<T>,
  options: { count: number; seed: number },
): readonly T[] {
  return Array.from(
    { length: options.count },
    (_, index) =>
      // Neighbouring seeds give nearly equal first values: spread them.
      arbitrary.generate(new Random(xorshift128plus(Math.imul(options.seed + index, 0x9e37_79b1)))).value,
  );
}

/**
 * How many candidates can be taken one after the other until nothing is simpler; undefined beyond 600. `way` chooses
 * which ones: the first each time, or others.
 */
export function stepsToEnd<T>(arbitrary: DrawnArbitrary<T>, start: T, way: number): number | undefined {
  let value = start;
  for (let step = 0; step < 600; step++) {
    const candidates = [...arbitrary.shrink(value).take(50)];
    if (candidates.length === 0) return step;
    value = candidates[(way * 7 + step * (way % 3)) % candidates.length]?.value as T;
  }
  return undefined;
}

/** A value as text, bigints and bytes included. */
export function show(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === "bigint") return `0x${part.toString(16)}`;
    return part instanceof Uint8Array ? Buffer.from(part).toString("hex") : part;
  });
}
