import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { predict, simulate } from "../../oracles/index.ts";
import { FIELD_NAMES, field } from "../../spec/fields.ts";
import type { CpuState, FieldName, Vendor } from "../../spec/model.ts";
import { FIXED, rflags, word } from "./arbitraries.ts";
import { BYTES, machine, type FieldValues } from "./machine.ts";

const vendors = fc.constantFrom<Vendor>("intel", "amd");
const cpls = fc.constantFrom(0, 1, 2, 3);
const words32 = fc.bigInt({ min: 0n, max: 0xffff_ffffn });
const stars = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });

function syscall(vendor: Vendor, cpl: number, set: FieldValues): CpuState {
  return simulate(machine({ vendor, cpl, set, bytes: BYTES.syscall })).after;
}

/** What SYSCALL may change. */
const TOUCHED: readonly FieldName[] = FIELD_NAMES.filter(
  (name) => ["rip", "rcx", "r11", "rflags", "cpl"].includes(name) || /^(cs|ss)\./.test(name),
);

describe("SYSCALL in 64-bit mode", () => {
  it("keeps the whole of RFLAGS but RF in R11, and clears what SFMASK names and RF", () => {
    fc.assert(
      fc.property(vendors, cpls, rflags, words32, (vendor, cpl, flags, fmask) => {
        const after = syscall(vendor, cpl, { rflags: flags, fmask });
        expect(after.r11).toBe(flags - (flags & 0x1_0000n));
        expect(after.rflags & fmask & ~2n).toBe(0n);
        expect(after.rflags | (flags & fmask) | (flags & 0x1_0000n)).toBe(flags);
      }),
      FIXED,
    );
  });

  it("takes its selectors from STAR[47:32] alone, whatever CPL was", () => {
    fc.assert(
      fc.property(vendors, cpls, stars, (vendor, cpl, star) => {
        const after = syscall(vendor, cpl, { star });
        const base = Number((star >> 32n) & 0xffffn);
        expect(after.cs.selector).toBe(base - (base % 4));
        expect(after.ss.selector).toBe((base + 8) % 0x1_0000);
        expect(after.cpl).toBe(0);
      }),
      FIXED,
    );
  });

  it("loads the same hidden parts on both vendors and from every state", () => {
    const { cs, ss } = syscall("intel", 3, {});
    fc.assert(
      fc.property(vendors, cpls, stars, rflags, (vendor, cpl, star, flags) => {
        const after = syscall(vendor, cpl, { star, rflags: flags });
        expect({ ...after.cs, selector: 0 }).toEqual({ ...cs, selector: 0 });
        expect({ ...after.ss, selector: 0 }).toEqual({ ...ss, selector: 0 });
      }),
      FIXED,
    );
  });

  it("touches RIP, RCX, R11, RFLAGS, CPL, CS and SS only", () => {
    fc.assert(
      fc.property(vendors, cpls, word, rflags, (vendor, cpl, rsp, flags) => {
        const testCase = machine({ vendor, cpl, set: { rsp, rflags: flags }, bytes: BYTES.syscall });
        const { after } = simulate(testCase);
        const changed = FIELD_NAMES.filter(
          (name) => field(name).get(after) !== field(name).get(testCase.before),
        );
        expect(changed.filter((name) => !TOUCHED.includes(name))).toEqual([]);
      }),
      FIXED,
    );
  });

  it("traps exactly when TF is set and SFMASK leaves it", () => {
    fc.assert(
      fc.property(vendors, rflags, fc.boolean(), words32, (vendor, flags, tf, fmask) => {
        const set = { rflags: tf ? flags | 0x100n : flags, fmask };
        const { end } = predict(machine({ vendor, cpl: 3, set, bytes: BYTES.syscall })).outcomes[0];
        expect(end.kind === "exception" && end.vector === 1).toBe(tf && (fmask & 0x100n) === 0n);
      }),
      FIXED,
    );
  });
});
