import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { predict, simulate } from "../../oracles/index.ts";
import { FIELD_NAMES, field } from "../../spec/fields.ts";
import type { Observation, Vendor } from "../../spec/model.ts";
import { FIXED, rflags, word } from "./arbitraries.ts";
import { BYTES, machine, type FieldValues } from "./machine.ts";

const vendors = fc.constantFrom<Vendor>("intel", "amd");
const TF = 0x100n;

function sysret(vendor: Vendor, wide: boolean, set: FieldValues): Observation {
  return simulate(machine({ vendor, set, bytes: wide ? BYTES.sysretq : BYTES.sysret }));
}

/** 48-bit canonical, said in another way than the oracles say it. */
function inHalves(address: bigint): boolean {
  return address < 1n << 47n || address >= (1n << 64n) - (1n << 47n);
}

describe("SYSRET in 64-bit mode", () => {
  it("gives RFLAGS = R11 and 3C7FD7h, or 2", () => {
    fc.assert(
      fc.property(vendors, fc.boolean(), word, rflags, (vendor, wide, r11, flags) => {
        const { after } = sysret(vendor, wide, { r11, rflags: flags });
        expect(after.rflags).toBe((r11 & 0x3c_7fd7n) | 2n);
      }),
      FIXED,
    );
  });

  it("takes its selectors from STAR[63:48] alone", () => {
    fc.assert(
      fc.property(vendors, fc.boolean(), fc.integer({ min: 0, max: 0xffff }), (vendor, wide, base) => {
        const { after } = sysret(vendor, wide, { star: BigInt(base) << 48n });
        const wrap = (selector: number): number => selector % 0x1_0000;
        expect(after.cs.selector).toBe(wrap(base + (wide ? 16 : 0)) | 3);
        expect(after.ss.selector).toBe(vendor === "intel" ? wrap(base + 8) | 3 : wrap(base + 8));
        expect(after.cpl).toBe(3);
      }),
      FIXED,
    );
  });

  it("never stays in CPL 0 on AMD, and does on Intel exactly for a non-canonical RCX with REX.W", () => {
    fc.assert(
      fc.property(vendors, fc.boolean(), word, (vendor, wide, rcx) => {
        const { end, after } = sysret(vendor, wide, { rcx });
        const faultsInKernel = vendor === "intel" && wide && !inHalves(rcx);
        expect(after.cpl).toBe(faultsInKernel ? 0 : 3);
        expect(after.rip).toBe(faultsInKernel ? 0x40_1f00n : wide ? rcx : rcx % (1n << 32n));
        expect(end.kind).toBe(wide && !inHalves(rcx) ? "exception" : "retired");
      }),
      FIXED,
    );
  });

  it("traps by TF of R11, whatever TF was before, unless Intel refuses RCX", () => {
    fc.assert(
      fc.property(vendors, fc.boolean(), fc.boolean(), word, word, (vendor, wide, tf, r11, rcx) => {
        const { end } = sysret(vendor, wide, { r11, rcx, rflags: tf ? 0x102n : 2n });
        const refused = vendor === "intel" && wide && !inHalves(rcx);
        expect(end.kind === "exception" && end.vector === 1).toBe(!refused && (r11 & TF) !== 0n);
      }),
      FIXED,
    );
  });

  it("undoes SYSCALL from flat 64-bit user code", () => {
    fc.assert(
      fc.property(vendors, rflags, (vendor, flags) => {
        const user = machine({ vendor, cpl: 3, set: { rflags: flags & ~0x1_0000n }, bytes: BYTES.syscall });
        const kernel = simulate(user).after;
        const changes = Object.fromEntries(FIELD_NAMES.map((name) => [name, field(name).get(kernel)]));
        const { end, after } = sysret(vendor, true, { ...changes, "gs.base": user.before.gs.base });
        expect(end.kind).toBe("retired");
        expect(after.rip).toBe(user.before.rip + 2n);
        expect(after.rflags).toBe(user.before.rflags);
        expect(after.rsp).toBe(user.before.rsp);
        expect(after.cpl).toBe(3);
      }),
      FIXED,
    );
  });
});

describe("SYSRET outside 64-bit mode", () => {
  it("changes IF and RF of RFLAGS only, on AMD", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("compat", "legacy"),
        rflags,
        fc.bigInt({ min: 0n, max: 0xffff_ffffn }),
        (mode, flags, r11) => {
          const testCase = machine({ vendor: "amd", mode, set: { rflags: flags, r11 }, bytes: BYTES.sysret });
          const { outcomes } = predict(testCase);
          expect(outcomes.every(({ end }) => end.kind === "retired")).toBe(true);
          expect(simulate(testCase).after.rflags).toBe((flags & ~0x1_0000n) | 0x200n);
        },
      ),
      FIXED,
    );
  });
});
