/** WRMSR, RDMSR, SWAPGS and the FSGSBASE instructions against one another. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { predict, simulate } from "../../oracles/index.ts";
import { field } from "../../spec/fields.ts";
import type { CpuState, FieldName, Vendor } from "../../spec/model.ts";
import { FIXED, word } from "./arbitraries.ts";
import { BYTES, machine, type FieldValues } from "./machine.ts";

const vendors = fc.constantFrom<Vendor>("intel", "amd");
const widths = fc.constantFrom<48 | 57>(48, 57);
const LOWER = 0xffff_ffffn;

/** MSRs that hold an address on both vendors. */
const ADDRESSES: readonly (readonly [bigint, FieldName])[] = [
  [0xc000_0082n, "lstar"],
  [0xc000_0083n, "cstar"],
  [0xc000_0100n, "fs.base"],
  [0xc000_0101n, "gs.base"],
  [0xc000_0102n, "kernelGsBase"],
];

function run(
  bytes: readonly number[],
  vendor: Vendor,
  set: FieldValues,
  la57 = false,
): ReturnType<typeof simulate> {
  return simulate(machine({ vendor, bytes, set, features: { la57 } }));
}

/** Canonical, said in another way than the oracles say it. */
function inHalves(address: bigint, width: number): boolean {
  const half = 1n << BigInt(width - 1);
  return address < half || address >= (1n << 64n) - half;
}

describe("WRMSR and RDMSR", () => {
  it("of an address take what is canonical by the CPU's width, and give it back", () => {
    fc.assert(
      fc.property(
        vendors,
        widths,
        fc.constantFrom(...ADDRESSES),
        word,
        (vendor, width, [msr, name], value) => {
          const la57 = width === 57;
          const set = { rcx: msr, rax: value & LOWER, rdx: value >> 32n };
          const { end, after } = run(BYTES.wrmsr, vendor, set, la57);
          expect(end.kind).toBe(inHalves(value, width) ? "retired" : "exception");
          if (end.kind !== "retired") return;
          expect(field(name).get(after)).toBe(value);
          const read = run(BYTES.rdmsr, vendor, { rcx: msr, [name]: value }, la57).after;
          expect((read.rdx << 32n) | read.rax).toBe(value);
        },
      ),
      FIXED,
    );
  });

  it("of STAR take any value", () => {
    fc.assert(
      fc.property(vendors, word, (vendor, value) => {
        const { after } = run(BYTES.wrmsr, vendor, {
          rcx: 0xc000_0081n,
          rax: value & LOWER,
          rdx: value >> 32n,
        });
        expect(after.star).toBe(value);
      }),
      FIXED,
    );
  });

  it("of EFER never leave a bit that the CPU lacks, nor another LMA or LME while paging is on", () => {
    fc.assert(
      fc.property(
        vendors,
        word,
        fc.integer({ min: 0, max: 63 }),
        fc.boolean(),
        (vendor, value, bit, single) => {
          const written = single ? 0xd01n ^ (1n << BigInt(bit)) : value;
          const { outcomes } = predict(
            machine({
              vendor,
              bytes: BYTES.wrmsr,
              set: { rcx: 0xc000_0080n, rax: written & LOWER, rdx: written >> 32n },
            }),
          );
          for (const { fields } of outcomes) {
            const changed = (fields.get("efer") ?? []).reduce(
              (bits, { mask, value: bitsAfter }) => bits | (mask & (bitsAfter ^ 0xd01n)),
              0n,
            );
            expect(changed & ~0x801n).toBe(0n);
          }
        },
      ),
      FIXED,
    );
  });
});

describe("SWAPGS", () => {
  it("twice changes nothing but RIP", () => {
    fc.assert(
      fc.property(vendors, word, word, (vendor, gsBase, kernelGsBase) => {
        const once = run(BYTES.swapgs, vendor, { "gs.base": gsBase, kernelGsBase }).after;
        expect([once.gs.base, once.kernelGsBase]).toEqual([kernelGsBase, gsBase]);
        const twice: CpuState = run(BYTES.swapgs, vendor, {
          "gs.base": once.gs.base,
          kernelGsBase: once.kernelGsBase,
        }).after;
        expect([twice.gs.base, twice.kernelGsBase]).toEqual([gsBase, kernelGsBase]);
      }),
      FIXED,
    );
  });
});

describe("WRFSBASE and RDFSBASE", () => {
  it("with REX.W take what is canonical by the paging in use, and give it back", () => {
    fc.assert(
      fc.property(vendors, widths, word, (vendor, width, value) => {
        const cr4 = width === 57 ? 0x1_1020n : 0x1_0020n;
        const { end, after } = run(BYTES.wrfsbaseRax, vendor, { rax: value, cr4 }, true);
        expect(end.kind).toBe(inHalves(value, width) ? "retired" : "exception");
        if (end.kind !== "retired") return;
        expect(after.fs.base).toBe(value);
        expect(run(BYTES.rdfsbaseRax, vendor, { "fs.base": value, cr4 }, true).after.rax).toBe(value);
      }),
      FIXED,
    );
  });

  it("without REX.W take and give the low half of anything", () => {
    fc.assert(
      fc.property(vendors, word, (vendor, value) => {
        expect(run(BYTES.wrfsbaseEax, vendor, { rax: value }).after.fs.base).toBe(value & LOWER);
        expect(run(BYTES.rdfsbaseEax, vendor, { "fs.base": value }).after.rax).toBe(value & LOWER);
      }),
      FIXED,
    );
  });
});
