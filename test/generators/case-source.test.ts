import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { GENERATOR_VERSION, caseSource, type CaseSource } from "../../generators/case-source.ts";
import { MEMORY_MAP } from "../../generators/memory-map.ts";
import { INSTRUCTION_NAMES } from "../../generators/instruction-name.ts";
import { isWide, parse } from "../../generators/instruction.ts";
import { splitmix64 } from "../../generators/splitmix.ts";
import { encodeTestCase } from "../../spec/codec.ts";
import { modeOf, validate } from "../../spec/validity.ts";
import type { TestCase } from "../../spec/model.ts";
import { PROFILES, profileOf, titleOf } from "./support.ts";

const INTEL = profileOf("intel", { la57: false });
const AMD = profileOf("amd", { la57: true });

describe("caseSource", () => {
  it("gives a case by its number alone, whatever was asked before", () => {
    const forwards = caseSource({ profile: AMD, seed: 1 });
    const backwards = caseSource({ profile: AMD, seed: 1 });
    const indices = Array.from({ length: 100 }, (_, index) => index * 7919);
    const first = indices.map((index) => forwards.at(index));
    const second = [...indices].reverse().map((index) => backwards.at(index));
    expect(second.reverse()).toEqual(first);
  });

  it("gives other cases for another seed and another number", () => {
    const texts = [0, 1, 2, -1, 2 ** 53 - 1].flatMap((seed) => {
      const source = caseSource({ profile: AMD, seed });
      return [0, 1, 2, 3, 2 ** 40].map((index) => textOf(source.at(index)));
    });
    expect(new Set(texts).size).toBe(25);
  });

  it("spreads neighbouring seeds and numbers", () => {
    const firsts = Array.from({ length: 400 }, (_, seed) => caseSource({ profile: INTEL, seed }).at(0));
    const instructions = new Set(
      firsts.map((testCase) => Buffer.from(testCase.steps[0]?.bytes ?? []).toString("hex")),
    );
    expect(instructions.size).toBeGreaterThan(60);
  });

  // A change of these is a change of what every seed means: raise GENERATOR_VERSION with it.
  it.each([
    ["intel, 48 bits", "587ca163f8d82be0"],
    ["intel, 57 bits", "a2c8590e154f5890"],
    ["amd, 48 bits", "dcbcd7046dffb335"],
    ["amd, 57 bits", "751e647981fcd98c"],
  ])("still gives the cases of version 4 (%s)", (title, hash) => {
    const profile = PROFILES.find((candidate) => titleOf(candidate) === title);
    if (profile === undefined) throw new Error(`no profile ${title}`);
    const source = caseSource({ profile, seed: 47 });
    const digest = createHash("sha256");
    for (let index = 0; index < 200; index++) digest.update(textOf(source.at(index)));
    expect(GENERATOR_VERSION).toBe(4);
    expect(digest.digest("hex").slice(0, 16)).toBe(hash);
  });

  it.each(PROFILES.map((profile) => [titleOf(profile), profile] as const))(
    "gives only valid cases (%s)",
    (_, profile) => {
      const source = caseSource({ profile, seed: 2012 });
      const invalid = firstCases(source, 20_000).flatMap((testCase, index) =>
        validate(testCase).map((problem) => `case ${index}: ${problem}`),
      );
      expect(invalid).toEqual([]);
    },
  );

  it("keeps to the modes and features of the profile", () => {
    const profile = {
      ...INTEL,
      modes: ["64" as const],
      features: { ...INTEL.features, nx: false, fsgsbase: false },
    };
    const source = caseSource({ profile, seed: 3 });
    for (let index = 0; index < 2000; index++) {
      const testCase = source.at(index);
      expect(modeOf(testCase.before)).toBe("64");
      expect(validate(testCase)).toEqual([]);
    }
  });

  it("honours what the observer forces, also in a part of a segment register", () => {
    const imposed = [
      { field: "cr0", mask: 1n << 16n, value: 1n << 16n },
      { field: "ds.avl", mask: 1n, value: 1n },
      { field: "dr7", mask: 0xffffn, value: 0x400n },
    ] as const;
    const source = caseSource({ profile: { ...AMD, imposed }, seed: 3 });
    for (let index = 0; index < 2000; index++) {
      const { before } = source.at(index);
      expect(before.cr0 & (1n << 16n)).not.toBe(0n);
      expect(before.ds.avl).toBe(1);
      expect(before.dr7 & 0xffffn).toBe(0x400n);
    }
    const free = caseSource({ profile: AMD, seed: 3 });
    expect(firstCases(free, 10).some(({ before }) => before.ds.avl === 0)).toBe(true);
  });

  it("honours what the observer forces in one mode only, and a CPL, a half and a table that it forces", () => {
    const imposed = [
      { field: "cpl", mask: 3n, value: 3n },
      { field: "rip", mask: 1n << 63n, value: 0n },
      { field: "gdtr.base", mask: (1n << 64n) - 1n, value: MEMORY_MAP.gdt },
      { field: "cs.selector", mask: 0xffffn, value: 0x27n, mode: "compat" },
      { field: "cs.type", mask: 4n, value: 0n, mode: "compat" },
      { field: "cs.dpl", mask: 3n, value: 3n, mode: "compat" },
    ] as const;
    const source = caseSource({ profile: { ...AMD, imposed }, seed: 3 });
    const selectors = new Set<number>();
    for (let index = 0; index < 2000; index++) {
      const testCase = source.at(index);
      expect(validate(testCase)).toEqual([]);
      const { before, pages } = testCase;
      if (modeOf(before) === "compat") expect(before.cs.selector).toBe(0x27);
      else selectors.add(before.cs.selector);
      expect(pages.some(({ linear }) => linear === MEMORY_MAP.gdt)).toBe(true);
      for (const simpler of source.shrink(testCase)) {
        expect(validate(simpler)).toEqual([]);
        if (modeOf(simpler.before) === "compat") expect(simpler.before.cs.selector).toBe(0x27);
        break;
      }
    }
    expect(selectors.size).toBeGreaterThan(10);
  });

  it.each(INSTRUCTION_NAMES)("gives nothing but %s when only that is wanted", (name) => {
    const source = caseSource({ profile: AMD, seed: 5, only: [name] });
    for (let index = 0; index < 200; index++) {
      const { before, steps } = source.at(index);
      expect(parse(steps[0]?.bytes as Uint8Array, modeOf(before))?.name).toBe(name);
    }
  });

  it("ends each instruction flush with its page and leaves the next page unmapped", () => {
    const wrong = firstCases(caseSource({ profile: AMD, seed: 9 }), 5000).filter(
      ({ before, steps, pages }) => {
        const long = modeOf(before) === "64";
        const base = long ? 0n : before.cs.base;
        const length = BigInt(steps[0]?.bytes.length ?? 0);
        const after = BigInt.asUintN(long ? 64 : 32, base + before.rip + length);
        return (after & 0xfffn) !== 0n || isMapped(after, pages);
      },
    );
    expect(wrong).toEqual([]);
  });

  it("lands outside its pages", () => {
    const source = caseSource({ profile: AMD, seed: 10, only: ["syscall", "sysret"] });
    const wrong = firstCases(source, 5000).filter(({ before, steps, pages }) => {
      const instruction = parse(steps[0]?.bytes as Uint8Array, modeOf(before));
      const { lstar, cstar, star, rcx } = before;
      const targets = [lstar, cstar, star & 0xffff_ffffn];
      if (instruction?.name === "sysret") targets.push(isWide(instruction) ? rcx : rcx & 0xffff_ffffn);
      return targets.some((target) => isMapped(target, pages));
    });
    expect(wrong).toEqual([]);
  });

  it("refuses a seed that is no whole number, and an empty choice of instructions", () => {
    expect(() => caseSource({ profile: AMD, seed: 0.5 })).toThrow("expected a seed");
    expect(() => caseSource({ profile: AMD, seed: 1, only: [] })).toThrow("has cases in the modes");
  });
});

describe("splitmix64", () => {
  it("equals the definition in 64-bit arithmetic", () => {
    for (const seed of [0n, 1n, 0xffff_ffff_ffff_ffffn, 0x0123_4567_89ab_cdefn]) {
      for (const position of [0, 1, 2, 1000, 2 ** 32 - 1, 2 ** 32, 2 ** 52]) {
        const { high, low } = splitmix64(
          { high: Number(seed >> 32n), low: Number(seed & 0xffff_ffffn) },
          position,
        );
        expect((BigInt(high) << 32n) | BigInt(low)).toBe(reference(seed, position));
      }
    }
  });

  it("gives the published first outputs for seed 1234567", () => {
    const outputs = [0, 1].map((position) => splitmix64({ high: 0, low: 1_234_567 }, position));
    expect(outputs.map(({ high, low }) => (BigInt(high) << 32n) | BigInt(low))).toEqual([
      6_457_827_717_110_365_317n,
      3_203_168_211_198_807_973n,
    ]);
  });
});

function reference(seed: bigint, position: number): bigint {
  const wrap = (value: bigint): bigint => BigInt.asUintN(64, value);
  let z = wrap(seed + BigInt(position + 1) * 0x9e37_79b9_7f4a_7c15n);
  z = wrap((z ^ (z >> 30n)) * 0xbf58_476d_1ce4_e5b9n);
  z = wrap((z ^ (z >> 27n)) * 0x94d0_49bb_1331_11ebn);
  return z ^ (z >> 31n);
}

function firstCases(source: CaseSource, count: number): readonly TestCase[] {
  return Array.from({ length: count }, (_, index) => source.at(index));
}

function isMapped(address: bigint, pages: TestCase["pages"]): boolean {
  return pages.some(({ linear }) => address >= linear && address < linear + 4096n);
}

function textOf(testCase: TestCase): string {
  return JSON.stringify(encodeTestCase(testCase));
}
