/** Profiles, and the assertions that every arbitrary of the suite is held against. */
import { Random } from "fast-check";
import { xorshift128plus } from "pure-rand/generator/xorshift128plus";
import { expect } from "vitest";
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

/** What one arbitrary is held against. */
export interface Expectations<T> {
  readonly arbitrary: DrawnArbitrary<T>;
  /** Whether the arbitrary may produce this value; throws or returns false if not. */
  readonly isValid: (value: T) => boolean;
  /** Whether candidates of shrinking must be valid too; some only promise to be simpler. */
  readonly shrinksStayValid?: boolean;
}

const SEED = 20_120_612;

/** The same seed gives the same values. */
export function expectSameValues<T>({ arbitrary }: Expectations<T>): void {
  const options = { count: 50, seed: SEED };
  expect(sample(arbitrary, options)).toEqual(sample(arbitrary, options));
}

/** Different seeds give different values. */
export function expectVariety<T>({ arbitrary }: Expectations<T>): void {
  const values = sample(arbitrary, { count: 200, seed: SEED });
  const shown = new Set(values.map((value) => show(value)));
  expect(shown.size).toBeGreaterThan(8);
}

/** Every value is valid, and can be shrunk without context. */
export function expectValid<T>({ arbitrary, isValid }: Expectations<T>): void {
  for (const value of sample(arbitrary, { count: 2000, seed: SEED })) {
    if (!isValid(value)) expect.fail(`invalid: ${show(value)}`);
    if (!arbitrary.canShrinkWithoutContext(value)) expect.fail(`cannot be shrunk: ${show(value)}`);
  }
}

/** Candidates are valid, and none of them equals the value. */
export function expectValidShrinks<T>({
  arbitrary,
  isValid,
  shrinksStayValid = true,
}: Expectations<T>): void {
  for (const value of sample(arbitrary, { count: 20, seed: SEED })) {
    let checked = 0;
    for (const { value: candidate } of arbitrary.shrink(value)) {
      if (checked++ === 100) break;
      const text = show(candidate);
      expect(text).not.toBe(show(value));
      if (shrinksStayValid && !isValid(candidate)) expect.fail(`invalid: ${text}`);
    }
  }
}

/** Taking any candidate again and again ends. */
export function expectShrinkingEnds<T>({ arbitrary }: Expectations<T>): void {
  const steps = 600;
  for (const [index, start] of sample(arbitrary, { count: 10, seed: SEED }).entries()) {
    let value = start;
    let step = 0;
    for (; step < steps; step++) {
      const candidates = [...taken(arbitrary.simpler(value), 50)];
      if (candidates.length === 0) break;
      // The first, the last and others: whichever way one goes, it gets simpler.
      value = candidates[(index * 7 + step * (index % 3)) % candidates.length] as T;
    }
    expect(step).toBeLessThan(steps);
  }
}

function* taken<T>(values: Iterable<T>, count: number): Generator<T> {
  let left = count;
  for (const value of values) {
    if (left-- === 0) return;
    yield value;
  }
}

/** A value as text, bigints and bytes included. */
export function show(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "bigint"
      ? `0x${part.toString(16)}`
      : part instanceof Uint8Array
        ? Buffer.from(part).toString("hex")
        : part,
  );
}
