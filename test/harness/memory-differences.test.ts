import { describe, expect, it } from "vitest";
import { memoryDifferences, memoryFits } from "../../harness/memory-differences.ts";
import type { Page } from "../../spec/model.ts";
import { outcome, rule } from "./support.ts";

const page: Page = {
  linear: 0x5000n,
  user: true,
  write: true,
  execute: false,
  data: [{ offset: 0, bytes: Uint8Array.of(1, 2, 3, 4) }],
};
const A = rule("a.a");
const B = rule("b.b");
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const storing = outcome({
  writes: [
    { linear: 0x5000n, bytes: bytes(9, 9), rule: A },
    { linear: 0x5001n, bytes: bytes(8, 3), rule: B },
  ],
});

describe("memoryFits", () => {
  it("takes what the last store to each byte says", () => {
    expect(memoryFits([page], storing, [{ linear: 0x5000n, bytes: bytes(9, 8) }])).toBe(true);
    expect(memoryFits([page], storing, [{ linear: 0x5000n, bytes: bytes(9, 9) }])).toBe(false);
    expect(memoryFits([page], storing, [])).toBe(false);
    expect(memoryFits([page], outcome(), [])).toBe(true);
    expect(memoryFits([page], outcome(), [{ linear: 0x9000n, bytes: bytes(1) }])).toBe(false);
  });

  it("does not miss a store of what memory held before", () => {
    const idle = outcome({ writes: [{ linear: 0x5000n, bytes: bytes(1, 2), rule: A }] });
    expect(memoryFits([page], idle, [])).toBe(true);
  });
});

describe("memoryDifferences", () => {
  it("blames the rule that stored each byte, and the one that protects the others", () => {
    const writes = [
      { linear: 0x5000n, bytes: bytes(7, 7) },
      { linear: 0x5008n, bytes: bytes(5, 6) },
    ];
    expect(memoryDifferences([page], storing, writes)).toEqual([
      {
        rule: A,
        field: "memory",
        predicted: [{ linear: 0x5000n, bytes: bytes(9) }],
        observed: [{ linear: 0x5000n, bytes: bytes(7) }],
      },
      {
        rule: B,
        field: "memory",
        predicted: [{ linear: 0x5001n, bytes: bytes(8) }],
        observed: [{ linear: 0x5001n, bytes: bytes(7) }],
      },
      {
        rule: "sysret.unchanged",
        field: "memory",
        predicted: [],
        observed: [{ linear: 0x5008n, bytes: bytes(5, 6) }],
      },
    ]);
  });

  it("shows a store that did not happen", () => {
    expect(memoryDifferences([page], storing, [])).toMatchObject([
      { rule: A, predicted: [{ linear: 0x5000n }], observed: [] },
      { rule: B, predicted: [{ linear: 0x5001n }], observed: [] },
    ]);
    expect(memoryDifferences([page], outcome(), [])).toEqual([]);
  });
});
