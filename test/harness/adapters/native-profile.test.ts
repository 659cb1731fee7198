import { describe, expect, it } from "vitest";
import { caseSource } from "../../../generators/case-source.ts";
import type { InstructionName } from "../../../generators/instruction-name.ts";
import { nativeMachine, nativeWay } from "../../../harness/adapters/native-limits.ts";
import { nativeFields, nativeProfile } from "../../../harness/adapters/native-profile.ts";
import type { NativeHello } from "../../../harness/adapters/native-record.ts";
import { predict } from "../../../oracles/index.ts";
import { FIELD_NAMES, field } from "../../../spec/fields.ts";
import { modeOf, validate } from "../../../spec/validity.ts";

const AMD = { ebx: 0x6874_7541, edx: 0x6974_6e65, ecx: 0x444d_4163 };
const INTEL = { ebx: 0x756e_6547, edx: 0x4965_6e69, ecx: 0x6c65_746e };

/** What LAR and LSL say of Linux's GDT: code, data, 64-bit code, and the number of the CPU. */
const GDT: NativeHello["gdt"] = Array.from({ length: 16 }, (_, index) => {
  const access = new Map([
    [4, 0xcf_fb00],
    [5, 0xcf_f300],
    [6, 0xaf_fb00],
  ]).get(index);
  if (access !== undefined) return { access, limit: 0xffff_ffff };
  return index === 15 ? { access: 0x40_f500, limit: 1 } : undefined;
});

/** A machine that has FSGSBASE, NX and LA57. */
function machine(vendor: typeof AMD, options: { ldt: boolean; la57: boolean; lowest?: bigint }): NativeHello {
  const leaves = new Map([
    [0, { eax: 7, ...vendor }],
    [7, { eax: 0, ebx: 1, ecx: 1 << 16, edx: 0 }],
    [0x8000_0001, { eax: 0, ebx: 0, ecx: 0, edx: 1 << 20 }],
  ]);
  const none = { eax: 0, ebx: 0, ecx: 0, edx: 0 };
  return {
    lowest: 0x1_0000n,
    gdt: GDT,
    ...options,
    seccomp: false,
    leaf: (number) => leaves.get(number) ?? none,
  };
}

describe("nativeProfile", { timeout: 60_000 }, () => {
  it.each([
    ["AMD", AMD, { ldt: true, la57: false }],
    ["AMD without modify_ldt", AMD, { ldt: false, la57: false }],
    ["Intel", INTEL, { ldt: true, la57: true }],
    ["Intel without modify_ldt", INTEL, { ldt: false, la57: false }],
  ] as const)("makes cases of %s that are valid and mostly run", (_name, vendor, options) => {
    const hello = machine(vendor, options);
    const profile = nativeProfile(hello);
    expect(profile.vendor).toBe(vendor === AMD ? "amd" : "intel");
    const source = caseSource({ profile, seed: 1 });
    const selectors = new Set<number>();
    let run = 0;
    for (let index = 0; index < 2000; index++) {
      const testCase = source.at(index);
      expect(validate(testCase)).toEqual([]);
      expect(testCase.before.cpl).toBe(3);
      if (modeOf(testCase.before) === "compat") selectors.add(testCase.before.cs.selector);
      if (typeof nativeWay(testCase, nativeMachine(hello, profile)) === "string") run += 1;
    }
    // Without an LDT there is only Linux's flat code segment.
    expect(selectors.has(0x23)).toBe(true);
    expect(selectors.size > 4).toBe(options.ldt);
    expect(run).toBeGreaterThan(options.la57 ? 1300 : 1600);
  });

  it("makes loads of segment registers that nearly all run", () => {
    const hello = machine(AMD, { ldt: true, la57: false });
    const profile = nativeProfile(hello);
    const only: readonly InstructionName[] = ["mov_to_sreg", "mov_from_sreg"];
    const source = caseSource({ profile, seed: 1, only });
    const cases = Array.from({ length: 2000 }, (_, index) => source.at(index));
    expect(cases.flatMap(validate)).toEqual([]);
    const ways = cases.map((testCase) => nativeWay(testCase, nativeMachine(hello, profile)));
    expect(ways.filter((way) => way !== "plain")).toEqual([]);
    const loads = cases.map((testCase) => predict(testCase).outcomes[0].end.kind);
    expect(loads.filter((kind) => kind === "retired").length).toBeGreaterThan(600);
  });

  it("refuses a kernel whose segments are not those of Linux", () => {
    const hello = machine(AMD, { ldt: true, la57: false });
    const gdt = GDT.map((entry, index) => (index === 5 ? undefined : entry));
    expect(() => nativeProfile({ ...hello, gdt })).toThrow("selector 2bh is not what it is under Linux");
  });

  it("refuses a vendor that no oracle models", () => {
    const other = { ebx: 0x7465_6761, edx: 0, ecx: 0 };
    expect(() => nativeProfile(machine(other, { ldt: true, la57: false }))).toThrow("is not modelled");
  });
});

describe("nativeFields", () => {
  it("gives a reason for every field that is not settable or not seen in full", () => {
    const fields = nativeFields();
    for (const name of FIELD_NAMES) {
      const capability = fields.get(name);
      if (capability === undefined) continue;
      expect(capability.settable && capability.seen === field(name).mask).toBe(false);
      expect(capability.reason).toMatch(/\S/);
    }
    expect(fields.has("rcx")).toBe(false);
    expect(fields.has("fs.base")).toBe(false);
    expect(fields.get("lstar")).toMatchObject({ settable: false, seen: 0n });
  });
});
