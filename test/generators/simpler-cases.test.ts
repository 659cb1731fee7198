import { describe, expect, it } from "vitest";
import { isCanonical } from "../../generators/canonical.ts";
import { caseSource, type CaseSource } from "../../generators/case-source.ts";
import { pagingWidth } from "../../generators/cpu-state.ts";
import { isWide, operandRegister, parse, type Instruction } from "../../generators/instruction.ts";
import { decodeTestCase, encodeTestCase } from "../../spec/codec.ts";
import type { CpuState, GprName, TestCase } from "../../spec/model.ts";
import { modeOf, validate } from "../../spec/validity.ts";
import { PROFILES, profileOf, titleOf } from "./support.ts";

const AMD = profileOf("amd", { la57: true });

/** What a broken processor would fail on, and the groups that a smallest example has. */
interface Fault {
  readonly title: string;
  readonly fails: (state: CpuState, instruction: Instruction, testCase: TestCase) => boolean;
  readonly groups: readonly string[];
}

const in64 = (state: CpuState): boolean => modeOf(state) === "64";

const FAULTS: readonly Fault[] = [
  {
    title: "SYSRET to an address that is not canonical",
    fails: (state, instruction) =>
      in64(state) &&
      instruction.name === "sysret" &&
      isWide(instruction) &&
      state.cpl === 0 &&
      !isCanonical(state.rcx, pagingWidth(state)),
    groups: ["rcx"],
  },
  {
    title: "SYSCALL with TF that FMASK does not clear",
    fails: (state, instruction) =>
      instruction.name === "syscall" && (state.rflags & ~state.fmask & 0x100n) !== 0n && state.cpl === 3,
    groups: ["fmask", "rflags.tf"],
  },
  {
    title: "SYSCALL at CPL 0",
    fails: (state, instruction) => instruction.name === "syscall" && state.cpl === 0,
    groups: ["cpl"],
  },
  {
    title: "SYSRET with RF in R11 and RPL 2 in STAR",
    fails: (state, instruction) =>
      instruction.name === "sysret" && (state.r11 & 0x1_0000n) !== 0n && ((state.star >> 48n) & 3n) === 2n,
    groups: ["star", "r11"],
  },
  {
    title: "WRFSBASE of an address that is not canonical, in any register",
    fails: (state, instruction) =>
      in64(state) &&
      instruction.name === "wrfsbase" &&
      isWide(instruction) &&
      !isCanonical(state[operandRegister(instruction) as GprName], 57),
    groups: ["rax"],
  },
  {
    title: "LOCK SWAPGS",
    fails: (state, instruction) =>
      in64(state) && instruction.name === "swapgs" && instruction.prefixes.includes(0xf0),
    groups: ["prefix F0h"],
  },
  {
    title: "WRMSR EFER with bit 9",
    fails: (state, instruction) =>
      instruction.name === "wrmsr" &&
      (state.rcx & 0xffff_ffffn) === 0xc000_0080n &&
      (state.rax & 0x200n) !== 0n,
    groups: ["rax"],
  },
  {
    title: "code at the edge",
    fails: (state, _, { steps }) =>
      in64(state) && state.rip + BigInt(steps[0]?.bytes.length ?? 0) === 1n << 47n,
    groups: ["code"],
  },
  {
    title: "a short GDT, conforming code, NT and bit 0 of R8",
    fails: (state) =>
      state.gdtr.limit < 39 &&
      state.cs.type >= 0xc &&
      (state.rflags & 0x4000n) !== 0n &&
      (state.r8 & 1n) !== 0n,
    groups: ["gdt", "cs", "rflags.nt", "r8"],
  },
];

describe("simplerCases", () => {
  it.each(FAULTS.map((fault) => [fault.title, fault] as const))(
    "finds a smallest example within the budget: %s",
    (_, fault) => {
      const source = caseSource({ profile: AMD, seed: 12 });
      for (const found of failing(source, fault, 5)) {
        expect(source.distance(found).distance).toBeGreaterThan(4);
        const { smallest, batches, tried } = shrink(source, found, fault);
        expect(source.distance(smallest).groups).toEqual(fault.groups);
        expect(batches).toBeLessThan(30);
        expect(tried).toBeLessThan(1000);
      }
    },
  );

  it("simplifies values once the groups are few", () => {
    const [fault] = FAULTS as [Fault];
    const source = caseSource({ profile: AMD, seed: 13 });
    for (const found of failing(source, fault, 5)) {
      const { rcx, cr4 } = shrink(source, found, fault).smallest.before;
      expect(rcx).toBe(pagingWidth({ cr4 }) === 57 ? 1n << 56n : 1n << 47n);
    }
  });

  it("begins with the boring machine", () => {
    const source = caseSource({ profile: AMD, seed: 14 });
    for (let index = 0; index < 300; index++) {
      const [first] = source.shrink(source.at(index));
      expect(source.distance(first as TestCase).distance, `case ${index}`).toBe(0);
    }
  });

  it.each(PROFILES.map((profile) => [titleOf(profile), profile] as const))(
    "gives valid cases that are no farther from the boring machine (%s)",
    (_, profile) => {
      const source = caseSource({ profile, seed: 15 });
      for (let index = 0; index < 20; index++) {
        const original = source.at(index);
        const { distance } = source.distance(original);
        const bad = [...source.shrink(original)].filter(
          (candidate) => validate(candidate).length > 0 || source.distance(candidate).distance > distance,
        );
        expect(bad).toEqual([]);
      }
    },
  );

  it("never changes the MSR to one that no case may touch", () => {
    const source = caseSource({ profile: AMD, seed: 16, only: ["wrmsr", "rdmsr"] });
    const known = new Set([
      ...[0x80n, 0x81n, 0x82n, 0x83n, 0x84n, 0x100n, 0x101n, 0x102n, 0x1234n, 0x1f00n].map(
        (low) => 0xc000_0000n + low,
      ),
      0x174n,
      0x175n,
      0x176n,
      0x5n,
      0x1ff0n,
    ]);
    for (let index = 0; index < 20; index++) {
      for (const { before } of source.shrink(source.at(index))) {
        expect(known).toContain(before.rcx & 0xffff_ffffn);
      }
    }
  });

  it("works on a case that was read from a file", () => {
    const source = caseSource({ profile: AMD, seed: 17 });
    const testCase = source.at(3);
    const read = decodeTestCase(JSON.parse(JSON.stringify(encodeTestCase(testCase))));
    expect([...source.shrink(read)]).toEqual([...source.shrink(testCase)]);
  });

  it("keeps the end of the code where it is when a prefix goes", () => {
    const source = caseSource({ profile: AMD, seed: 18 });
    const fault: Fault = {
      title: "66 only",
      fails: (_, { prefixes, tail }) => prefixes.includes(0x66) && tail.length === 0,
      groups: [],
    };
    for (const found of failing(source, fault, 5)) {
      const { smallest } = shrink(source, found, fault);
      expect(source.distance(smallest).groups).toEqual(["prefix 66h"]);
      expect((smallest.before.rip + BigInt(smallest.steps[0]?.bytes.length as number)) & 0xfffn).toBe(0n);
    }
  });
});

function fails(fault: Fault, testCase: TestCase): boolean {
  const { before, steps } = testCase;
  const instruction = parse(steps[0]?.bytes as Uint8Array, modeOf(before));
  return instruction !== undefined && fault.fails(before, instruction, testCase);
}

/** The first `count` cases that break a processor with this fault. */
function failing(source: CaseSource, fault: Fault, count: number): readonly TestCase[] {
  const found: TestCase[] = [];
  for (let index = 0; found.length < count && index < 500_000; index++) {
    const testCase = source.at(index);
    if (fails(fault, testCase)) found.push(testCase);
  }
  expect(found).toHaveLength(count);
  return found;
}

/** Shrinks in batches that double while nothing fails, as the harness does. */
function shrink(
  source: CaseSource,
  found: TestCase,
  fault: Fault,
): { smallest: TestCase; batches: number; tried: number } {
  let smallest = found;
  let candidates = source.shrink(smallest)[Symbol.iterator]();
  let size = 16;
  let batches = 0;
  let tried = 0;
  for (;;) {
    const batch: TestCase[] = [];
    while (batch.length < size) {
      const next = candidates.next();
      if (next.done === true) break;
      batch.push(next.value);
    }
    if (batch.length === 0) return { smallest, batches, tried };
    batches++;
    tried += batch.length;
    const better = batch.find((testCase) => fails(fault, testCase));
    size = better === undefined ? size * 2 : 16;
    if (better === undefined) continue;
    smallest = better;
    candidates = source.shrink(smallest)[Symbol.iterator]();
  }
}
