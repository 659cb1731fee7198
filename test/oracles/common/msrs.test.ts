import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { msrAt } from "../../../oracles/common/msrs.ts";

interface MsrFile {
  readonly msrs: readonly { readonly name: string; readonly index: string }[];
  readonly unknown: readonly string[];
}

const file = JSON.parse(
  readFileSync(new URL("../../../spec/registers/msrs.json", import.meta.url), "utf8"),
) as MsrFile;

describe("msrAt", () => {
  it.each(file.msrs)("finds $name", ({ name, index }) => {
    expect(msrAt(BigInt(index))?.field).toBe(name);
  });

  it.each(file.msrs)("finds $name whatever the upper half of RCX holds", ({ name, index }) => {
    expect(msrAt(BigInt(index) | 0xdead_beef_0000_0000n)?.field).toBe(name);
  });

  it.each(file.unknown)("knows no MSR %s", (index) => {
    expect(msrAt(BigInt(index))).toBeUndefined();
  });

  it("knows no neighbour of a known MSR that is none itself", () => {
    const known = new Set(file.msrs.map(({ index }) => BigInt(index)));
    const neighbours = [...known]
      .flatMap((index) => [index - 1n, index + 1n])
      .filter((index) => !known.has(index));
    for (const index of neighbours) expect(msrAt(index)).toBeUndefined();
  });
});
