import { describe, expect, it } from "vitest";
import { addressReach, address } from "../../generators/address.ts";
import { CPU_STATE_REACH, cpuState } from "../../generators/cpu-state.ts";
import { DESCRIPTOR_REACH, descriptor } from "../../generators/descriptor.ts";
import type { DrawnArbitrary } from "../../generators/drawn-arbitrary.ts";
import { GDT_REACH, gdt } from "../../generators/gdt.ts";
import { INSTRUCTION_REACH, instruction } from "../../generators/instruction.ts";
import { msrWrite, msrWriteReach } from "../../generators/msr-values.ts";
import { measureReach, type ReachClass } from "../../generators/reach.ts";
import { FLAGS_IMAGE_REACH, RFLAGS_REACH, flagsImage, rflags } from "../../generators/rflags.ts";
import { SELECTOR_REACH, selector } from "../../generators/selector.ts";
import { transition } from "../../generators/transition.ts";
import { transitionReach } from "../../generators/transition-reach.ts";
import { PROFILES, sample, titleOf } from "./support.ts";

const SEED = 47;

/** Requires each class at its least share. */
function itReaches<T>(arbitrary: DrawnArbitrary<T>, classes: readonly ReachClass<T>[], count: number): void {
  const shares = measureReach(classes, sample(arbitrary, { count, seed: SEED }));
  it.each(classes.map(({ name, least }, index) => [name, least, shares[index] as number] as const))(
    "reaches: %s",
    (_, least, share) => expect(share).toBeGreaterThanOrEqual(least),
  );
}

describe("address(48)", () => {
  itReaches(address(48), addressReach(48), 20_000);
});

describe("address(57)", () => {
  itReaches(address(57), addressReach(57), 20_000);
});

describe("selector", () => {
  itReaches(selector(), SELECTOR_REACH, 20_000);
});

describe("descriptor", () => {
  itReaches(descriptor(), DESCRIPTOR_REACH, 20_000);
});

describe("gdt", () => {
  itReaches(gdt(), GDT_REACH, 5000);
});

describe("rflags", () => {
  itReaches(rflags(), RFLAGS_REACH, 20_000);
});

describe("flagsImage", () => {
  itReaches(flagsImage(), FLAGS_IMAGE_REACH, 20_000);
});

describe("instruction", () => {
  itReaches(instruction({ mode: "64" }), INSTRUCTION_REACH, 20_000);
});

describe.each(PROFILES.map((profile) => [titleOf(profile), profile] as const))(
  "cpuState (%s)",
  (_, profile) => {
    itReaches(cpuState({ profile, mode: "64", cpl: 3 }), CPU_STATE_REACH, 10_000);
  },
);

describe.each(PROFILES.map((profile) => [titleOf(profile), profile] as const))(
  "msrWrite (%s)",
  (_, profile) => {
    itReaches(msrWrite({ profile }), msrWriteReach(profile), 50_000);
  },
);

describe.each(PROFILES.map((profile) => [titleOf(profile), profile] as const))(
  "transition (%s)",
  (_, profile) => {
    itReaches(transition({ profile }), transitionReach(profile), 30_000);
  },
);

describe("measureReach", () => {
  it("counts a class among the values that it names", () => {
    const even: ReachClass<number> = { name: "even", least: 0, matches: (value) => value % 2 === 0 };
    const evenAboveTwo: ReachClass<number> = { ...even, among: (value) => value > 2 };
    expect(measureReach([even, evenAboveTwo], [1, 2, 3, 4, 5])).toEqual([0.4, 1 / 3]);
  });

  it("finds nothing where uniform values are drawn instead", () => {
    const uniform = Array.from({ length: 10_000 }, (_, index) => BigInt(index) * 0x9e37_79b9_7f4a_7c15n);
    const [edge] = measureReach(
      addressReach(48).filter(({ name }) => name.startsWith("the last canonical")),
      uniform.map((value) => BigInt.asUintN(64, value)),
    );
    expect(edge).toBe(0);
  });
});
