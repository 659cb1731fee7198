import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CASE_CR3, MEMORY, ROM_SIZE } from "../../guest/layout.ts";
import { packageRoot, romPath } from "../../guest/package-root.ts";
import { assembleRom } from "../../guest/rom.ts";
import { testedMsrs } from "../../guest/tested-msrs.ts";

describe("assembleRom", () => {
  it("gives the bytes of the committed image", () => {
    const built = assembleRom(testedMsrs());
    expect(built.length).toBe(ROM_SIZE);
    expect(Buffer.from(built).equals(readFileSync(romPath()))).toBe(true);
  });

  it("depends on the list of MSRs", () => {
    expect(Buffer.from(assembleRom([])).equals(readFileSync(romPath()))).toBe(false);
  });

  it("refuses an MSR that the permission map does not cover", () => {
    expect(() => assembleRom([0x4000_0000])).toThrow("40000000h");
  });

  it("jumps backwards from the reset vector", () => {
    const image = assembleRom(testedMsrs());
    expect(image[ROM_SIZE - 16]).toBe(0xe9);
  });
});

describe("the memory map", () => {
  it("has the same CR3 in the guest and in spec/memory-map.json", () => {
    const map = JSON.parse(readFileSync(join(packageRoot(), "spec", "memory-map.json"), "utf8")) as {
      cr3: string;
    };
    expect(CASE_CR3).toBe(BigInt(map.cr3));
  });

  it("keeps the guest's own memory out of the case's tables and pages", () => {
    const own = [MEMORY.agent, MEMORY.control, MEMORY.scratch, MEMORY.vmcb, MEMORY.slots];
    for (const address of own) {
      expect(address < MEMORY.caseRoot || address >= MEMORY.casePagesEnd).toBe(true);
    }
  });
});
