import { describe, expect, it } from "vitest";
import { boringCase } from "../../generators/boring.ts";
import { distance } from "../../generators/distance.ts";
import { familyOf } from "../../generators/families/index.ts";
import { INSTRUCTION_NAMES, type InstructionName } from "../../generators/instruction-name.ts";
import { MSR_INDICES, type MsrChoice } from "../../generators/msr-values.ts";
import { simplerCases } from "../../generators/simpler-cases.ts";
import type { Mode, TestCase } from "../../spec/model.ts";
import { validate } from "../../spec/validity.ts";
import { PROFILES, profileOf, titleOf } from "./support.ts";

const AMD = profileOf("amd", { la57: true });
const SYSRET = boringCase({ profile: AMD, instruction: "sysret", mode: "64" });
const MODES: readonly Mode[] = ["64", "compat", "legacy"];

/** The instructions that are tested in a mode. */
const namesIn = (mode: Mode): readonly InstructionName[] =>
  INSTRUCTION_NAMES.filter((name) => familyOf(name)?.modes[mode] !== 0);

describe("boringCase", () => {
  describe.each(PROFILES.map((profile) => [titleOf(profile), profile] as const))("%s", (_, profile) => {
    it.each(MODES.flatMap((mode) => namesIn(mode).map((name) => [name, mode] as const)))(
      "is a valid case of %s in mode %s, at distance 0 and with nothing simpler",
      (name, mode) => {
        const boring = boringCase({ profile, instruction: name, mode });
        expect(validate(boring)).toEqual([]);
        expect(distance(boring)).toEqual({ distance: 0, groups: [] });
        expect([...simplerCases(boring)]).toEqual([]);
      },
    );
  });

  it("runs what is privileged at CPL 0 and the others at CPL 3", () => {
    const cpls = INSTRUCTION_NAMES.map(
      (name) => boringCase({ profile: AMD, instruction: name, mode: "64" }).before.cpl,
    );
    const privileged = ["sysret", "sysexit", "swapgs", "rdmsr", "wrmsr"];
    const control = ["mov_from_cr", "mov_to_cr", "mov_from_dr", "mov_to_dr", "clts", "lmsw"];
    const tables = ["lldt", "ltr", "lgdt", "lidt"];
    const all = [...privileged, ...control, ...tables];
    expect(INSTRUCTION_NAMES.filter((_, at) => cpls[at] === 0)).toEqual(all);
    expect(cpls.every((cpl) => cpl === 0 || cpl === 3)).toBe(true);
  });

  it("writes an MSR the value that it holds", () => {
    const { before } = boringCase({ profile: AMD, instruction: "wrmsr", mode: "64", msr: "efer" });
    expect(before.rcx).toBe(0xc000_0080n);
    expect((before.rdx << 32n) | before.rax).toBe(before.efer);
  });

  it.each(Object.keys(MSR_INDICES) as Exclude<MsrChoice, "unknown">[])(
    "is at distance 0 for each MSR: %s",
    (msr) => {
      for (const name of ["rdmsr", "wrmsr"] as const) {
        const boring = boringCase({ profile: AMD, instruction: name, mode: "64", msr });
        expect(validate(boring)).toEqual([]);
        expect(distance(boring).distance).toBe(0);
      }
    },
  );

  it("follows the operand size that was asked for", () => {
    const narrow = boringCase({ profile: AMD, instruction: "sysret", mode: "64", wide: false });
    expect(narrow.steps[0]?.bytes).toEqual(new Uint8Array([0x0f, 0x07]));
    expect(SYSRET.steps[0]?.bytes).toEqual(new Uint8Array([0x48, 0x0f, 0x07]));
    expect(distance(narrow).distance).toBe(0);
  });
});

describe("distance", () => {
  const groupsOf = (before: Partial<TestCase["before"]>): readonly string[] =>
    distance({ ...SYSRET, before: { ...SYSRET.before, ...before } }).groups;

  it("counts each register, MSR and group of flags once", () => {
    expect(groupsOf({ rcx: 1n })).toEqual(["rcx"]);
    expect(groupsOf({ star: 0n, lstar: 1n })).toEqual(["star", "lstar"]);
    expect(groupsOf({ rflags: 0x2n | 0x100n | 0x8d5n })).toEqual(["rflags.tf", "rflags.status"]);
    expect(groupsOf({ rflags: 0x2n | 0x3000n })).toEqual(["rflags.iopl"]);
    expect(groupsOf({ cr0: 0x8005_0033n, cr4: 0x10020n })).toEqual(["cr0", "cr4"]);
  });

  it("counts a segment register once, whatever part differs", () => {
    expect(groupsOf({ ds: { ...SYSRET.before.ds, base: 5n, avl: 1 } })).toEqual(["ds"]);
  });

  it("counts another CPL with the CS and SS that follow it once", () => {
    const { before } = boringCase({ profile: AMD, instruction: "syscall", mode: "64" });
    expect(groupsOf({ cpl: 3, cs: before.cs, ss: before.ss })).toEqual(["cpl"]);
    expect(groupsOf({ cpl: 3, cs: { ...before.cs, type: 0xf }, ss: before.ss })).toEqual(["cpl", "cs"]);
  });

  it("counts GDTR and its page once", () => {
    expect(groupsOf({ gdtr: { base: 0x60_0000n, limit: 0 } })).toEqual(["gdt"]);
    const [code, table] = SYSRET.pages as [TestCase["pages"][0], TestCase["pages"][0]];
    expect(distance({ ...SYSRET, pages: [code, { ...table, data: [] }] }).groups).toEqual(["gdt"]);
  });

  it("counts every other page", () => {
    const page = { linear: 0x50_0000n, user: true, write: true, execute: false, data: [] };
    expect(distance({ ...SYSRET, pages: [...SYSRET.pages, page] }).groups).toEqual(["page 500000h"]);
  });

  it("counts where the code lies once", () => {
    const [code, table] = SYSRET.pages as [TestCase["pages"][0], TestCase["pages"][0]];
    const moved = {
      ...SYSRET,
      before: { ...SYSRET.before, rip: 0x7fff_ffff_fffdn },
      pages: [{ ...code, linear: 0x7fff_ffff_f000n }, table],
    };
    expect(distance(moved).groups).toEqual(["code"]);
  });

  it("counts each superfluous prefix, also a dead REX, and the REX bits without effect", () => {
    const withBytes = (...bytes: number[]): readonly string[] =>
      distance({
        ...SYSRET,
        before: { ...SYSRET.before, rip: 0x40_2000n - BigInt(bytes.length) },
        steps: [{ bytes: new Uint8Array(bytes) }],
      }).groups;
    expect(withBytes(0x66, 0xf3, 0x48, 0x0f, 0x07)).toEqual(["prefix 66h", "prefix F3h"]);
    expect(withBytes(0x48, 0x66, 0x0f, 0x07)).toEqual(["prefix 48h", "prefix 66h"]);
    expect(withBytes(0x4f, 0x0f, 0x07)).toEqual(["rex"]);
    expect(withBytes(0x40, 0x0f, 0x07)).toEqual(["rex"]);
  });

  it("does not count the F3 that WRFSBASE needs, but an operand that is not rAX", () => {
    const of = (...bytes: number[]): readonly string[] => {
      const boring = boringCase({ profile: AMD, instruction: "wrfsbase", mode: "64", wide: false });
      const rip = 0x40_2000n - BigInt(bytes.length);
      return distance({
        ...boring,
        before: { ...boring.before, rip },
        steps: [{ bytes: new Uint8Array(bytes) }],
      }).groups;
    };
    expect(of(0xf3, 0x0f, 0xae, 0xd0)).toEqual([]);
    expect(of(0xf3, 0xf3, 0x0f, 0xae, 0xd0)).toEqual(["prefix F3h"]);
    expect(of(0xf3, 0x0f, 0xae, 0xd1)).toEqual(["operand"]);
    expect(of(0xf3, 0x41, 0x0f, 0xae, 0xd0)).toEqual(["operand"]);
  });

  it("says so for code that the generators do not know", () => {
    const unknown = { ...SYSRET, steps: [{ bytes: new Uint8Array([0x90]) }] };
    expect(distance(unknown).groups).toEqual(["instruction"]);
    expect([...simplerCases(unknown)]).toEqual([]);
  });
});
