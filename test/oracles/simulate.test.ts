/** What the oracle as a processor does to memory. */
import { describe, expect, it } from "vitest";
import { MemoryView } from "../../oracles/common/memory-view.ts";
import { simulate } from "../../oracles/index.ts";
import { BYTES, machine } from "./machine.ts";
import { DATA, data, gdtWith } from "./pages.ts";

describe("simulate", () => {
  it("reports the bytes that change, and no others", () => {
    // mov [rbx],ds
    const on = { vendor: "intel", bytes: [0x8c, 0x1b], set: { rbx: DATA, "ds.selector": 0x1233 } } as const;
    expect(simulate(machine({ ...on, pages: [data([])] })).writes).toEqual([
      { linear: DATA, bytes: Uint8Array.of(0x33) },
      { linear: DATA + 1n, bytes: Uint8Array.of(0x12) },
    ]);
    expect(simulate(machine({ ...on, pages: [data([0, 0x12])] })).writes).toEqual([
      { linear: DATA, bytes: Uint8Array.of(0x33) },
    ]);
    expect(simulate(machine({ ...on, pages: [data([0x33, 0x12])] })).writes).toEqual([]);
  });

  it("does not set the accessed bit with the mutant of its rule", () => {
    const testCase = machine({
      vendor: "amd",
      bytes: BYTES.movDsEax,
      set: { rax: 0x28n },
      pages: gdtWith({}),
    });
    expect(simulate(testCase).writes).toEqual([{ linear: 0x60_002dn, bytes: Uint8Array.of(0x93) }]);
    expect(simulate(testCase, { rule: "segload.accessed_written" }).writes).toEqual([]);
  });
});

describe("MemoryView", () => {
  it("holds the pages with the instruction over them", () => {
    const testCase = machine({ vendor: "intel", bytes: [0x8e, 0xd8], pages: [data([7])] });
    const view = new MemoryView(testCase);
    expect([0x40_1f00n, 0x40_1f01n, 0x40_1f02n, DATA, DATA + 1n].map((at) => view.byteAt(at))).toEqual([
      0x8e, 0xd8, 0, 7, 0,
    ]);
    expect(view.pageAt(DATA + 0xfffn)?.linear).toBe(DATA);
    expect(view.pageAt(DATA + 0x1000n)).toBeUndefined();
    expect(view.byteAt(DATA + 0x1000n)).toBe(0);
  });
});
