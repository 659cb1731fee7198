import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { packDescriptor } from "../../generators/descriptor.ts";
import { MEMORY_MAP } from "../../generators/memory-map.ts";
import { MSR_INDICES, UNKNOWN_MSR_INDICES } from "../../generators/msr-values.ts";
import { LINUX, PRESETS, tableBytes } from "../../generators/presets.ts";
import { RFLAGS_GROUPS, RFLAGS_VALID } from "../../generators/rflags.ts";

function read(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`../../spec/${path}`, import.meta.url), "utf8")) as Record<
    string,
    unknown
  >;
}

describe("generators and spec/", () => {
  it("have the same memory map", () => {
    const { comment: _, ...map } = read("memory-map.json");
    expect(Object.fromEntries(Object.entries(MEMORY_MAP).map(([name, value]) => [name, hex(value)]))).toEqual(
      map,
    );
  });

  it("have the same MSRs", () => {
    const { msrs, unknown } = read("registers/msrs.json") as {
      msrs: { name: string; index: string }[];
      unknown: string[];
    };
    expect(Object.fromEntries(msrs.map(({ name, index }) => [name, Number(index)]))).toEqual(MSR_INDICES);
    expect(unknown.map(Number)).toEqual(UNKNOWN_MSR_INDICES);
  });

  it("have the same groups of RFLAGS", () => {
    const { flags, alwaysOne, alwaysZero } = read("registers/rflags.json") as {
      flags: { bit: number; width: number; group: string }[];
      alwaysOne: number[];
      alwaysZero: (number | { from: number; to: number })[];
    };
    const groups = new Map<string, bigint>();
    for (const { bit, width, group } of flags) {
      groups.set(group, (groups.get(group) ?? 0n) | (((1n << BigInt(width)) - 1n) << BigInt(bit)));
    }
    const vm = groups.get("vm") as bigint;
    groups.delete("vm");
    expect(Object.fromEntries(groups)).toEqual(RFLAGS_GROUPS);
    const zeros = alwaysZero.flatMap((entry) =>
      typeof entry === "number"
        ? [entry]
        : Array.from({ length: entry.to - entry.from + 1 }, (_, at) => entry.from + at),
    );
    const zero = zeros.reduce((all, bit) => all | (1n << BigInt(bit)), vm);
    expect(RFLAGS_VALID ^ zero).toBe((1n << 64n) - 1n);
    expect(alwaysOne).toEqual([1]);
  });

  it("pack descriptors alike", () => {
    const { fields } = read("registers/descriptors.json") as {
      fields: { name: string; parts: { bit: number; width: number }[] }[];
    };
    const values = {
      base: 0x8123_4567,
      limit: 0x9_abcd,
      type: 0xa,
      s: 1,
      dpl: 2,
      p: 1,
      avl: 1,
      l: 0,
      db: 1,
      g: 1,
    };
    let packed = 0n;
    for (const { name, parts } of fields) {
      let rest = BigInt(values[name as keyof typeof values]);
      for (const { bit, width } of parts) {
        packed |= (rest & ((1n << BigInt(width)) - 1n)) << BigInt(bit);
        rest >>= BigInt(width);
      }
    }
    expect(packDescriptor(values)).toBe(packed);
  });

  it("know the descriptors of Linux", () => {
    const { examples } = read("registers/descriptors.json") as { examples: { value: string }[] };
    const [code64, code32, data, user64, user32, userData] = examples.map(({ value }) => BigInt(value)) as [
      bigint,
      bigint,
      bigint,
      bigint,
      bigint,
      bigint,
    ];
    expect(LINUX.gdt.subarray(0, 56)).toEqual(
      tableBytes([0n, code32, code64, data, user32, userData, user64]),
    );
  });
});

describe("PRESETS", () => {
  it("hold tables of at most 256 bytes and 16-bit selectors", () => {
    for (const { gdt, syscallSelector, sysretSelector } of PRESETS) {
      expect(gdt.length % 8).toBe(0);
      expect(gdt.length).toBeLessThanOrEqual(256);
      expect(syscallSelector >>> 16).toBe(0);
      expect(sysretSelector >>> 16).toBe(0);
    }
  });

  it.each(PRESETS.filter(({ wellFormed }) => wellFormed).map((preset) => [preset.name, preset] as const))(
    "name the right descriptors when they are well formed: %s",
    (_, { gdt, syscallSelector, sysretSelector }) => {
      expect(syscallSelector & 3).toBe(0);
      expect(sysretSelector & 3).toBe(3);
      const entry = (selector: number): bigint =>
        new DataView(gdt.buffer, gdt.byteOffset).getBigUint64(selector & 0xfff8, true);
      expect(hex(entry(syscallSelector))).toBe("0x00af9b000000ffff");
      expect(hex(entry(syscallSelector + 8))).toBe("0x00cf93000000ffff");
      expect(hex(entry(sysretSelector + 8))).toBe("0x00cff3000000ffff");
      expect(hex(entry(sysretSelector + 16))).toBe("0x00affb000000ffff");
    },
  );
});

function hex(value: bigint): string {
  return `0x${value.toString(16).padStart(16, "0")}`;
}
