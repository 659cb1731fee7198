import { check, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { address, canonicalAddress } from "../../generators/address.ts";
import { boringCase } from "../../generators/boring.ts";
import { isCanonical } from "../../generators/canonical.ts";
import { cpuState } from "../../generators/cpu-state.ts";
import { descriptor } from "../../generators/descriptor.ts";
import { gdt } from "../../generators/gdt.ts";
import { encode, instruction, parse } from "../../generators/instruction.ts";
import { msrWrite } from "../../generators/msr-values.ts";
import { flagsImage, rflags } from "../../generators/rflags.ts";
import { segment } from "../../generators/segment.ts";
import { selector } from "../../generators/selector.ts";
import { testCase } from "../../generators/test-case.ts";
import { transition } from "../../generators/transition.ts";
import { SEGMENT_NAMES } from "../../spec/fields.ts";
import type { Segment, SegmentName } from "../../spec/model.ts";
import { validate, validateState } from "../../spec/validity.ts";
import { profileOf, sample, show, stepsToEnd } from "./support.ts";
import type { DrawnArbitrary } from "../../generators/drawn-arbitrary.ts";

const PROFILE = profileOf("amd", { la57: true });
const INTEL = profileOf("intel", { la57: false });
const is64Bits = (value: bigint): boolean => BigInt.asUintN(64, value) === value;

/** Whether a boring state stays valid with this content of a segment register. */
function fits(name: SegmentName, cpl: number, value: Segment): boolean {
  const instructionName = cpl === 0 ? "sysret" : "syscall";
  const { before } = boringCase({ profile: PROFILE, instruction: instructionName, mode: "64" });
  return validateState({ ...before, [name]: value }, PROFILE).length === 0;
}

/** What one arbitrary is held against. */
interface Expectations<T> {
  readonly arbitrary: DrawnArbitrary<T>;
  /** Whether the arbitrary may produce this value. */
  readonly isValid: (value: T) => boolean;
  /** Whether candidates of shrinking must be valid too; some only promise to be simpler. */
  readonly shrinksStayValid?: boolean;
}

const SEED = 20_120_612;

/** Hides the type of a value, so that arbitraries of any type fit one list. */
function expectations<T>(of: Expectations<T>): Expectations<unknown> {
  return of as unknown as Expectations<unknown>;
}

const ARBITRARIES: Readonly<Record<string, Expectations<unknown>>> = {
  "address(48)": expectations({ arbitrary: address(48), isValid: is64Bits }),
  "address(57)": expectations({ arbitrary: address(57), isValid: is64Bits }),
  "canonicalAddress(48)": expectations({
    arbitrary: canonicalAddress(48),
    isValid: (value) => is64Bits(value) && isCanonical(value, 48),
  }),
  "canonicalAddress(57)": expectations({
    arbitrary: canonicalAddress(57),
    isValid: (value) => is64Bits(value) && isCanonical(value, 57),
  }),
  selector: expectations({ arbitrary: selector(), isValid: (value) => value >= 0 && value <= 0xffff }),
  descriptor: expectations({ arbitrary: descriptor(), isValid: is64Bits }),
  gdt: expectations({
    arbitrary: gdt(),
    isValid: (table) => table.length >= 8 && table.length <= 256 && table.length % 8 === 0,
  }),
  rflags: expectations({
    arbitrary: rflags(),
    isValid: (value) =>
      validateState(
        { ...boringCase({ profile: PROFILE, instruction: "syscall", mode: "64" }).before, rflags: value },
        PROFILE,
      ).length === 0,
  }),
  flagsImage: expectations({ arbitrary: flagsImage(), isValid: is64Bits }),
  ...Object.fromEntries(
    SEGMENT_NAMES.flatMap((name) =>
      [0, 3].map((cpl) => [
        `segment(${name}) at CPL ${cpl}`,
        expectations({
          arbitrary: segment(name, { profile: PROFILE, mode: "64", cpl }),
          isValid: (value) => fits(name, cpl, value),
          // One part at a time becomes plain; only the whole case decides whether that is valid.
          shrinksStayValid: false,
        }),
      ]),
    ),
  ),
  msrWrite: expectations({
    arbitrary: msrWrite({ profile: PROFILE }),
    isValid: ({ index, value }) => index >>> 0 === index && is64Bits(value),
  }),
  instruction: expectations({
    arbitrary: instruction({ mode: "64" }),
    isValid: (value) => {
      const bytes = encode(value);
      return bytes.length <= 16 && show(parse(bytes, "64")) === show(value);
    },
  }),
  "instruction in compat mode": expectations({
    arbitrary: instruction({ mode: "compat" }),
    isValid: (value) => value.rex === 0 && encode(value).length <= 16,
  }),
  cpuState: expectations({
    arbitrary: cpuState({ profile: PROFILE, mode: "64", cpl: 3 }),
    isValid: (value) => validateState(value, PROFILE).length === 0,
  }),
  "cpuState in legacy mode": expectations({
    arbitrary: cpuState({ profile: INTEL, mode: "legacy", cpl: 1 }),
    isValid: (value) => validateState(value, INTEL).length === 0,
  }),
  transition: expectations({
    arbitrary: transition({ profile: PROFILE }),
    isValid: ({ before }) => validateState(before, PROFILE).length === 0,
  }),
  testCase: expectations({
    arbitrary: testCase({ profile: INTEL }),
    isValid: (value) => validate(value).length === 0,
  }),
  "testCase of SYSRET only": expectations({
    arbitrary: testCase({ profile: PROFILE, only: ["sysret"] }),
    isValid: (value) => validate(value).length === 0,
  }),
};

describe.each(Object.entries(ARBITRARIES))("%s", (_, { arbitrary, isValid, shrinksStayValid = true }) => {
  const values = sample(arbitrary, { count: 2000, seed: SEED });

  it("gives the same values for the same seed", () => {
    expect(sample(arbitrary, { count: 50, seed: SEED })).toEqual(values.slice(0, 50));
  });

  it("gives different values for different seeds", () => {
    expect(new Set(values.slice(0, 200).map(show)).size).toBeGreaterThan(8);
  });

  it("gives only valid values, each of which can be shrunk without context", () => {
    expect(values.filter((value) => !isValid(value)).map(show)).toEqual([]);
    expect(values.filter((value) => !arbitrary.canShrinkWithoutContext(value)).map(show)).toEqual([]);
  });

  it("shrinks to other, valid values", () => {
    const pairs = values
      .slice(0, 20)
      .flatMap((value) =>
        [...arbitrary.shrink(value).take(100)].map((candidate) => [value, candidate.value] as const),
      );
    expect(pairs.filter(([value, candidate]) => show(value) === show(candidate))).toEqual([]);
    const invalid = pairs.filter(([, candidate]) => shrinksStayValid && !isValid(candidate));
    expect(invalid.map(([, candidate]) => show(candidate))).toEqual([]);
  });

  it("ends shrinking, whichever candidate is taken", () => {
    const unfinished = values
      .slice(0, 10)
      .filter((value, index) => stepsToEnd(arbitrary, value, index) === undefined);
    expect(unfinished.map(show)).toEqual([]);
  });
});

describe("arbitraries", () => {
  it("serve in a user's own property, which shrinks", () => {
    const holds = property(address(48), (value) => isCanonical(value, 48));
    const { failed, counterexample } = check(holds, { seed: 1, numRuns: 1000 });
    expect(failed).toBe(true);
    expect(counterexample?.[0]).toBe(1n << 47n);
  });

  it("shrink an example that was not generated", () => {
    const arbitrary = testCase({ profile: PROFILE });
    const example = boringCase({ profile: PROFILE, instruction: "sysret", mode: "64" });
    const changed = { ...example, before: { ...example.before, rcx: 1n << 63n, rdx: 5n, fmask: 0n } };
    const holds = property(arbitrary, ({ before }) => isCanonical(before.rcx, 48));
    const { counterexample } = check(holds, { examples: [[changed]], numRuns: 1 });
    expect(counterexample?.[0]?.before).toEqual({ ...example.before, rcx: 1n << 47n });
  });
});
