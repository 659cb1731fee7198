import { describe, expect, it } from "vitest";
import { sequenceSource } from "../../generators/case-source.ts";
import { stepAddresses } from "../../spec/step-address.ts";
import { validate } from "../../spec/validity.ts";
import { PROFILES, titleOf } from "./support.ts";

const COUNT = 2000;

describe.each(PROFILES.map((profile) => [titleOf(profile), profile] as const))(
  "sequenceSource (%s)",
  (_, profile) => {
    const source = sequenceSource({ profile, seed: 3 });
    const cases = Array.from({ length: COUNT }, (_unused, index) => source.at(index));

    it("gives valid cases, most of them of several steps", () => {
      for (const testCase of cases) expect(validate(testCase)).toEqual([]);
      expect(cases.filter(({ steps }) => steps.length > 1).length).toBeGreaterThan(COUNT / 2);
      expect(cases.some(({ steps }) => steps.length === 6)).toBe(true);
    });

    it("gives the beginnings of each program beside it", () => {
      let beginnings = 0;
      for (let index = 0; index < COUNT; index += 4) {
        const whole = cases[index];
        const shorter = cases[index + 1];
        if (whole === undefined || shorter === undefined || whole.steps.length < 2) continue;
        expect(shorter.steps.map(({ bytes }) => [...bytes])).toEqual(
          whole.steps.slice(0, -1).map(({ bytes }) => [...bytes]),
        );
        expect(shorter.before.rsi).toBe(whole.before.rsi);
        beginnings++;
      }
      expect(beginnings).toBeGreaterThan(COUNT / 8);
    });

    it("ends each block with its page, and maps nothing behind it", () => {
      for (const testCase of cases) {
        const starts = stepAddresses(testCase);
        const ends = testCase.steps.map(
          ({ bytes }, index) => (starts[index] as bigint) + BigInt(bytes.length),
        );
        for (const end of ends.filter((each) => !starts.includes(each))) {
          expect(end % 4096n).toBe(0n);
          expect(testCase.pages.some(({ linear }) => linear === end)).toBe(false);
        }
      }
    });

    it("knows the beginnings of a case, itself last", () => {
      const long = cases.find(({ steps }) => steps.length === 5);
      if (long === undefined) throw new Error("no program of five steps");
      const beginnings = source.beginnings(long);
      expect(beginnings.map(({ steps }) => steps.length)).toEqual([1, 2, 3, 4, 5]);
      expect(beginnings.at(-1)).toBe(long);
      for (const each of beginnings) expect(validate(each)).toEqual([]);
    });

    it("makes programs simpler by leaving out steps, among others", () => {
      const long = cases.filter(({ steps }) => steps.length >= 3).slice(0, 20);
      for (const testCase of long) {
        const lengths = new Set<number>();
        for (const candidate of source.shrink(testCase)) {
          expect(validate(candidate)).toEqual([]);
          lengths.add(candidate.steps.length);
        }
        expect(lengths.has(1)).toBe(true);
        expect(lengths.has(testCase.steps.length - 1)).toBe(true);
      }
    });
  },
);

describe("sequenceSource", () => {
  it("refuses a profile without 64-bit mode, and a seed that is none", () => {
    const [profile] = PROFILES;
    if (profile === undefined) throw new Error("no profile");
    expect(() => sequenceSource({ profile: { ...profile, modes: ["legacy"] }, seed: 1 })).toThrow(
      "64-bit mode",
    );
    expect(() => sequenceSource({ profile, seed: 0.5 })).toThrow("seed");
  });
});
