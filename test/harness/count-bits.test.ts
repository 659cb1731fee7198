import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countBits } from "../../harness/count-bits.ts";

describe("countBits", () => {
  it.each([
    [0n, 0],
    [1n, 1],
    [1n << 63n, 1],
    [0xffff_ffffn, 32],
    [0xffff_ffff_ffff_ffffn, 64],
  ])("counts the ones of %s", (value, count) => {
    expect(countBits(value)).toBe(count);
  });

  it("counts what the binary digits say", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }), (value) => {
        expect(countBits(value)).toBe(value.toString(2).replaceAll("0", "").length);
      }),
      { seed: 1 },
    );
  });
});
