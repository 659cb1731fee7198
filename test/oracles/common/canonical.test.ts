import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cpuWidth, isCanonical, pagingWidth } from "../../../oracles/common/canonical.ts";
import { BYTES, machine, profileOf } from "../machine.ts";

describe("isCanonical", () => {
  it.each([
    [0n, 48, true],
    [0x0000_7fff_ffff_ffffn, 48, true],
    [0x0000_8000_0000_0000n, 48, false],
    [0xffff_7fff_ffff_ffffn, 48, false],
    [0xffff_8000_0000_0000n, 48, true],
    [0xffff_ffff_ffff_ffffn, 48, true],
    [0x0000_8000_0000_0000n, 57, true],
    [0x00ff_ffff_ffff_ffffn, 57, true],
    [0x0100_0000_0000_0000n, 57, false],
    [0xfeff_ffff_ffff_ffffn, 57, false],
    [0xff00_0000_0000_0000n, 57, true],
  ])("of %x in %i bits is %s", (address, width, canonical) => {
    expect(isCanonical(address, width)).toBe(canonical);
  });

  it("means that the bits from width - 1 up are all 0 or all 1", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }),
        fc.constantFrom(48, 57),
        (address, width) => {
          const top = address >> BigInt(width - 1);
          expect(isCanonical(address, width)).toBe(top === 0n || top === (1n << BigInt(65 - width)) - 1n);
        },
      ),
      { seed: 1 },
    );
  });
});

describe("the widths", () => {
  const at = (cr4: bigint): number =>
    pagingWidth(
      machine({ vendor: "intel", bytes: BYTES.syscall, features: { la57: true }, set: { cr4 } }).before,
    );

  it("of paging follows CR4.LA57", () => {
    expect(at(0x1020n)).toBe(57);
    expect(at(0x0020n)).toBe(48);
  });

  it("of the CPU follows CPUID", () => {
    expect(cpuWidth(profileOf("intel", { la57: true }))).toBe(57);
    expect(cpuWidth(profileOf("intel"))).toBe(48);
  });
});
