import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { boringCase } from "../../generators/boring.ts";
import type { CpuState, Features, Mode, Profile, Segment, TestCase } from "../../spec/model.ts";
import { modeOf, validate, validateState } from "../../spec/validity.ts";

const FEATURES: Features = {
  nx: true,
  la57: false,
  fsgsbase: true,
  svm: false,
  ffxsr: false,
  tce: false,
  lmsle: false,
  mcommit: false,
  intwb: false,
  uaie: false,
  aibrse: false,
};
const INTEL: Profile = {
  vendor: "intel",
  features: FEATURES,
  modes: ["64", "compat", "legacy"],
  imposed: [],
};
const AMD: Profile = { ...INTEL, vendor: "amd" };
const WIDE: Profile = { ...INTEL, features: { ...FEATURES, la57: true } };

const EDGE_48 = 1n << 47n;
const EDGE_57 = 1n << 56n;

describe("validate", () => {
  it.each(["64", "compat", "legacy"] as const)("accepts the boring machine in mode %s", (mode) => {
    expect(validate(plain({ mode }))).toEqual([]);
  });

  it("says where, what was expected and what was there", () => {
    expect(problems({ efer: 0x901n })).toEqual([
      "$.before.efer: expected LMA (bit 10) to equal LME (bit 8), since CR0.PG is 1, got 0x901",
      "$.before.cr4: expected PAE (bit 5) to be 0: legacy mode uses 32-bit paging, got 0x20",
      "$.before.cs.l: expected 0 in legacy mode, got 1",
    ]);
  });

  describe("control registers", () => {
    it("wants CR0.PE, ET and PG, and no reserved bit", () => {
      expect(problems({ cr0: 0x8001_0030n })).toEqual([at("cr0", "bits 0x1 to be 1")]);
      expect(problems({ cr0: 0x1_0031n })).toEqual([at("cr0", "bits 0x80000000 to be 1")]);
      expect(problems({ cr0: 0x8001_0071n })).toEqual([at("cr0", "bits 0x40 to be 0")]);
      expect(problems({ cr0: 0x1_8001_0031n })).toEqual([at("cr0", "bits 0x100000000 to be 0")]);
    });

    it("wants NW only with CD", () => {
      expect(problems({ cr0: 0xa001_0031n })).toEqual([at("cr0", "NW only together with CD")]);
      expect(problems({ cr0: 0xe001_0031n })).toEqual([]);
    });

    it("wants the CR3 of the memory map", () => {
      const map = JSON.parse(
        readFileSync(new URL("../../spec/memory-map.json", import.meta.url), "utf8"),
      ) as { cr3: string };
      expect(plain().before.cr3).toBe(BigInt(map.cr3));
      expect(problems({ cr3: 0n })).toEqual([at("cr3", "0x200000")]);
    });

    it("wants CR4.PAE in long mode and only there", () => {
      expect(problems({ cr4: 0n })).toEqual([at("cr4", "PAE (bit 5) to be 1 in long mode")]);
      expect(problems({ cr4: 0x20n }, { mode: "legacy" })).toEqual([at("cr4", "PAE (bit 5) to be 0")]);
    });

    it("wants CR4.LA57 and FSGSBASE only with the feature, and what is out of the model never", () => {
      expect(problems({ cr4: 0x1020n })).toEqual([at("cr4", "bits 0x1000 to be 0")]);
      expect(problems({ cr4: 0x1020n }, { profile: WIDE })).toEqual([]);
      expect(problems({ cr4: 0x1000n }, { profile: WIDE, mode: "legacy" })).toEqual([at("cr4", "LA57")]);
      const without = { ...INTEL, features: { ...FEATURES, fsgsbase: false } };
      expect(problems({ cr4: 0x1_0020n }, { profile: without })).toEqual([at("cr4", "bits 0x10000 to be 0")]);
      for (const bit of [13n, 17n, 20n, 21n, 23n, 32n]) {
        expect(problems({ cr4: 0x20n | (1n << bit) })).toEqual([at("cr4", "to be 0")]);
      }
    });

    it("wants the fixed bits of DR6 and DR7, and no breakpoint", () => {
      expect(problems({ dr6: 0n })).toEqual([at("dr6", "bits 0xffff0ff0 to be 1")]);
      expect(problems({ dr6: 0xffff_1ff0n })).toEqual([at("dr6", "bits 0x1000 to be 0")]);
      expect(problems({ dr6: 0xffff_efffn })).toEqual([]);
      expect(problems({ dr7: 0n })).toEqual([at("dr7", "bits 0x400 to be 1")]);
      expect(problems({ dr7: 0x8400n })).toEqual([at("dr7", "bits 0x8000 to be 0")]);
      expect(problems({ dr7: 0x401n })).toEqual([at("dr7", "no breakpoint")]);
      expect(problems({ dr7: 0xffff_0700n })).toEqual([]);
    });
  });

  describe("EFER", () => {
    it("wants no bit without its feature", () => {
      const bits: Partial<Record<keyof Features, bigint>> = {
        nx: 11n,
        svm: 12n,
        lmsle: 13n,
        ffxsr: 14n,
        tce: 15n,
        mcommit: 17n,
        intwb: 18n,
        uaie: 20n,
        aibrse: 21n,
      };
      for (const [feature, bit] of Object.entries(bits)) {
        const efer = 0x501n | (1n << bit);
        const off = { ...AMD, features: { ...FEATURES, nx: false } };
        expect(problems({ efer }, { profile: off })).toEqual([at("efer", "to be 0")]);
        const on = { ...off, features: { ...off.features, [feature]: true } };
        expect(problems({ efer }, { profile: on })).toEqual([]);
      }
      for (const bit of [1n, 9n, 16n, 19n, 22n, 63n]) {
        expect(problems({ efer: 0xd01n | (1n << bit) })).toEqual([at("efer", "to be 0")]);
      }
    });

    it("wants what the observer forces", () => {
      const profile: Profile = {
        ...AMD,
        features: { ...FEATURES, svm: true },
        imposed: [{ field: "efer", mask: 0x1000n, value: 0x1000n }],
      };
      expect(problems({ efer: 0xd01n }, { profile })).toEqual([at("efer", "0x1000 in bits 0x1000")]);
      expect(problems({ efer: 0x1d01n }, { profile })).toEqual([]);
    });
  });

  describe("modes", () => {
    it("wants a mode of the profile", () => {
      const profile: Profile = { ...INTEL, modes: ["64"] };
      expect(problems({}, { profile, mode: "compat" })).toEqual([
        expect.stringContaining("a mode of the profile (64)"),
      ]);
    });

    it("wants not both L and D", () => {
      expect(problems({ cs: { ...plain().before.cs, db: 1 } })).toEqual([at("cs", "not both L and D")]);
    });

    it("wants 32-bit registers in legacy mode, and RSP in compat mode on Intel", () => {
      const r9 = 1n << 32n;
      expect(problems({ r9 }, { mode: "legacy" })).toEqual([at("r9", "32 bits in legacy mode")]);
      expect(problems({ r9 }, { mode: "compat" })).toEqual([]);
      expect(problems({ rsp: r9 }, { mode: "compat" })).toEqual([at("rsp", "32 bits in compat mode")]);
      expect(problems({ rsp: r9 }, { mode: "compat", profile: AMD })).toEqual([]);
    });

    it("tells the mode of a state", () => {
      for (const mode of ["64", "compat", "legacy"] as const)
        expect(modeOf(plain({ mode }).before)).toBe(mode);
    });
  });

  it("wants RFLAGS with bit 1 and without reserved bits and VM", () => {
    expect(problems({ rflags: 0n })).toEqual([at("rflags", "bits 0x2 to be 1")]);
    for (const bit of [3n, 5n, 15n, 17n, 22n, 63n]) {
      expect(problems({ rflags: 2n | (1n << bit) })).toEqual([at("rflags", "to be 0")]);
    }
    expect(problems({ rflags: 0x3d_7fd7n })).toEqual([]);
  });

  describe("canonical addresses", () => {
    it.each(["lstar", "cstar", "kernelGsBase", "sysenterEsp", "sysenterEip"] as const)(
      "wants %s canonical in the CPU's width, whatever CR4.LA57 says",
      (name) => {
        expect(problems({ [name]: EDGE_48 - 1n })).toEqual([]);
        expect(problems({ [name]: EDGE_48 })).toEqual([at(name, "canonical in the CPU's 48 bits")]);
        expect(problems({ [name]: EDGE_48 }, { profile: WIDE })).toEqual([]);
        expect(problems({ [name]: EDGE_57 }, { profile: WIDE })).toEqual([
          at(name, "canonical in the CPU's 57 bits"),
        ]);
        expect(problems({ [name]: -EDGE_57 & ((1n << 64n) - 1n) }, { profile: WIDE })).toEqual([]);
      },
    );

    it("wants AMD's SYSENTER registers within 32 bits", () => {
      expect(problems({ sysenterEip: 1n << 32n }, { profile: AMD })).toEqual([
        at("sysenterEip", "32 bits on AMD"),
      ]);
    });

    it("wants the bases of FS, GS, GDTR and IDTR canonical", () => {
      const { before } = plain();
      for (const name of ["fs", "gs", "gdtr", "idtr"] as const) {
        const found = problems({ [name]: { ...before[name], base: EDGE_48 } });
        expect(found).toContainEqual(at(`${name}.base`, "canonical in the CPU's 48 bits"));
      }
    });

    it("wants RIP canonical in the paging's width", () => {
      expect(moved(EDGE_48, WIDE, 0x20n)).toContainEqual(at("rip", "canonical in 48 bits"));
      expect(moved(EDGE_48, WIDE, 0x1020n)).toEqual([]);
      expect(moved(EDGE_57, WIDE, 0x1020n)).toContainEqual(at("rip", "canonical in 57 bits"));
    });
  });

  it("wants FMASK and SYSENTER_CS within 32 bits", () => {
    expect(problems({ fmask: 1n << 32n })).toEqual([at("fmask", "bits 63:32 to be 0")]);
    expect(problems({ sysenterCs: 1n << 32n })).toEqual([at("sysenterCs", "bits 63:32 to be 0")]);
  });

  describe("segments", () => {
    const { cs, ss, ds, fs, ldtr, tr } = plain().before;
    const cases: readonly (readonly [string, Partial<CpuState>, string | undefined])[] = [
      ["CS not present", { cs: { ...cs, p: 0 } }, "present, accessed code"],
      ["CS data", { cs: { ...cs, type: 3 } }, "present, accessed code"],
      ["CS not accessed", { cs: { ...cs, type: 0xa } }, "present, accessed code"],
      ["CS with another RPL", { cs: { ...cs, selector: 0x10 } }, "RPL to equal CPL 3"],
      ["CS nonconforming with a lower DPL", { cs: { ...cs, dpl: 0 } }, "CPL 3"],
      ["CS conforming with a lower DPL", { cs: { ...cs, dpl: 0, type: 0xf } }, undefined],
      ["CS with a base above 4 GiB", { cs: { ...cs, base: 1n << 32n } }, "32 bits"],
      ["SS with another DPL", { ss: { ...ss, dpl: 0 } }, "CPL 3"],
      ["SS with another RPL", { ss: { ...ss, selector: 0x28 } }, "RPL to equal CPL 3"],
      ["SS read-only", { ss: { ...ss, type: 1 } }, "accessed, writable data"],
      ["SS expand-down", { ss: { ...ss, type: 7 } }, undefined],
      ["SS null at CPL 3", { ss: { ...ss, p: 0, selector: 3 } }, "a null SS exists"],
      ["DS null", { ds: { ...ds, p: 0, selector: 1 } }, undefined],
      ["DS with p=0 and a selector", { ds: { ...ds, p: 0 } }, "a null selector with p=0"],
      ["DS usable with a null selector", { ds: { ...ds, selector: 0 } }, "no null selector"],
      ["DS execute-only code", { ds: { ...ds, type: 9 } }, "readable code"],
      ["DS not accessed", { ds: { ...ds, type: 2 } }, "accessed data"],
      ["DS readable code", { ds: { ...ds, type: 0xb } }, undefined],
      ["DS with RPL above DPL", { ds: { ...ds, dpl: 1 } }, "at least RPL 3"],
      ["DS conforming code with RPL above DPL", { ds: { ...ds, dpl: 1, type: 0xf } }, undefined],
      ["DS data with L", { ds: { ...ds, l: 1 } }, "0 in data"],
      ["DS limit without its low bits", { ds: { ...ds, limit: 0xffff_0000 } }, "bits 11:0 to be 1"],
      ["DS limit above 20 bits", { ds: { ...ds, g: 0 } }, "at most 0xfffff"],
      ["FS null with a base", { fs: { ...fs, p: 0, selector: 0, base: EDGE_48 - 1n } }, undefined],
      ["LDTR null", { ldtr: { ...ldtr, p: 0, selector: 0 } }, undefined],
      ["LDTR of another type", { ldtr: { ...ldtr, type: 0xb } }, "an LDT"],
      ["LDTR in the LDT", { ldtr: { ...ldtr, selector: 0x54 } }, "TI to be 0"],
      ["TR not busy", { tr: { ...tr, type: 9 } }, "a present busy TSS"],
      ["TR with a 16-bit TSS", { tr: { ...tr, type: 3 } }, "a present busy TSS"],
      ["TR unusable", { tr: { ...tr, p: 0 } }, "a present busy TSS"],
    ];
    it.each(cases)("%s", (_, change, expected) => {
      const found = problems(change);
      expect(found).toHaveLength(expected === undefined ? 0 : 1);
      expect(found.join()).toContain(expected ?? "");
    });

    it("accepts a 16-bit TSS in legacy mode", () => {
      expect(problems({ tr: { ...tr, type: 3 } }, { mode: "legacy" })).toEqual([]);
    });

    it("accepts a null SS in 64-bit mode below CPL 3", () => {
      const nullSs: Segment = { ...ss, p: 0, selector: 0, dpl: 0 };
      const of = (mode: Mode, selector: number): readonly string[] => {
        const { before, ...rest } = boringCase({ profile: INTEL, instruction: "sysret", mode });
        return validate({ ...rest, before: { ...before, ss: { ...nullSs, selector } } });
      };
      expect(of("64", 0)).toEqual([]);
      expect(of("64", 8)).toEqual([at("ss.selector", "a null selector")]);
      expect(of("compat", 0)).toEqual([at("ss.p", "a null SS exists")]);
    });

    it("accepts what AMD's SYSRET leaves at CPL 3", () => {
      expect(problems({ ss: { ...ss, selector: 0x28 } }, { profile: AMD })).toEqual([]);
      expect(problems({ ss: { ...ss, selector: 0x28, p: 0 } }, { profile: AMD })).toEqual([]);
      expect(problems({ ss: { ...ss, dpl: 0 } }, { profile: AMD })).toEqual([at("ss.dpl", "CPL 3")]);
    });
  });

  describe("memory", () => {
    const testCase = plain();
    const [code, table] = testCase.pages as [TestCase["pages"][0], TestCase["pages"][0]];
    const withPages = (pages: TestCase["pages"]): readonly string[] => validate({ ...testCase, pages });

    it("wants what the observer forces: pages within its reach, and the supervisor's as they are", () => {
      const memory = { supervisor: [table], lowest: 0x1000n, end: 0x50_0000n };
      const among = (pages: TestCase["pages"]): readonly string[] =>
        validate({ ...testCase, profile: { ...testCase.profile, memory }, pages });
      const user: TestCase["pages"][0] = { ...code, linear: 0x50_0000n };
      expect(among([code, { ...table }])).toEqual([]);
      expect(among([code, user])).toEqual([at("pages[1].linear", "0x1000 to 0x500000", "")]);
      expect(among([code, { ...user, linear: 0n }])).toEqual([
        at("pages[1].linear", "0x1000 to 0x500000", ""),
      ]);
      for (const other of [
        { ...table, linear: 0x3000n },
        { ...table, write: false },
        { ...table, execute: true },
        { ...table, data: [] },
        { ...table, data: [{ offset: 8, bytes: Uint8Array.of(1) }] },
        { ...table, data: [{ offset: 0, bytes: Uint8Array.of(1) }] },
      ]) {
        expect(among([code, other])).toEqual([at("pages[1]", "a user page, or one of the supervisor", "")]);
      }
    });

    it("wants aligned, distinct, canonical pages", () => {
      expect(withPages([code, { ...table, linear: 0x60_0008n }])).toContainEqual(
        at("pages[1].linear", "a multiple", ""),
      );
      expect(withPages([code, table, table])).toEqual([
        at("pages[2].linear", "another page than pages[1]", ""),
      ]);
      expect(withPages([code, { ...table, linear: EDGE_48 }])).toEqual([
        at("pages[1].linear", "canonical", ""),
      ]);
    });

    it("wants chunks within their page", () => {
      const data = [{ offset: 4095, bytes: new Uint8Array(2) }];
      expect(withPages([code, { ...table, data }])).toEqual([at("pages[1].data[0]", "within the page", "")]);
    });

    it("wants the step in a mapped, executable page that the CPL may use", () => {
      expect(withPages([table])).toEqual([
        at("rip", "byte 0 of the step in a page of the case"),
        at("rip", "byte 1 of the step in a page of the case"),
      ]);
      expect(withPages([{ ...code, execute: false }])).toContainEqual(at("rip", "in an executable page"));
      expect(withPages([{ ...code, user: false }])).toContainEqual(at("rip", "in a user page"));
      const kernel = boringCase({ profile: INTEL, instruction: "sysret", mode: "64" });
      expect(validate({ ...kernel, pages: [{ ...code, user: false }] })).toEqual([]);
    });

    it("wants the step within CS.limit outside 64-bit mode, at CS.base", () => {
      const compat = plain({ mode: "compat" });
      const { cs, rip } = compat.before;
      const withCs = (change: Partial<Segment>, at2 = rip): readonly string[] =>
        validate({ ...compat, before: { ...compat.before, rip: at2, cs: { ...cs, ...change } } });
      expect(withCs({ limit: 0x40_1fff })).toEqual([]);
      expect(withCs({ limit: 0x40_0fff })).toEqual([at("rip", "within cs.limit")]);
      expect(withCs({ base: 0x1000n })).toContainEqual(at("rip", "in a page of the case"));
      expect(withCs({ base: 0x1000n }, rip - 0x1000n)).toEqual([]);
    });

    it("wants steps of 1 to 16 bytes", () => {
      const step = (length: number): TestCase["steps"][0] => ({ bytes: new Uint8Array(length).fill(0x66) });
      const rip = 0x40_1000n;
      const of = (steps: TestCase["steps"]): readonly string[] =>
        validate({ ...testCase, before: { ...testCase.before, rip }, steps });
      expect(of([step(16)])).toEqual([]);
      expect(of([step(17)])).toEqual([at("steps[0].bytes", "1 to 16 bytes", "")]);
      expect(of([step(0)])).toContainEqual(at("steps[0].bytes", "1 to 16 bytes", ""));
      expect(of([])).toEqual([at("steps", "1 to 8 steps", "")]);
      expect(of(Array.from({ length: 9 }, () => step(1)))).toEqual([at("steps", "1 to 8 steps", "")]);
    });

    it("wants later steps in executable pages of the case, apart from each other", () => {
      const step = { bytes: new Uint8Array(2).fill(0x66) };
      const rip = 0x40_1000n;
      const of = (steps: TestCase["steps"]): readonly string[] =>
        validate({ ...testCase, before: { ...testCase.before, rip }, steps });
      expect(of([step, step, { ...step, at: 0x40_1100n }])).toEqual([]);
      expect(of([{ ...step, at: rip }])).toEqual([at("steps[0].at", "nothing", "")]);
      expect(of([step, { ...step, at: rip + 1n }])).toEqual([at("steps[1].at", "bytes of its own", "")]);
      expect(of([step, { ...step, at: 0x90_0000n }])).toContainEqual(
        at("steps[1].at", "the step in an executable page", ""),
      );
    });
  });
});

describe("validateState", () => {
  it("looks at a state alone", () => {
    const { before } = plain();
    expect(validateState(before, INTEL)).toEqual([]);
    expect(validateState({ ...before, cpl: 4 }, INTEL)).toContainEqual(at("cpl", "0 to 3"));
  });
});

interface Options {
  readonly profile?: Profile;
  readonly mode?: Mode;
}

/** The boring SYSCALL, at CPL 3. */
function plain({ profile = INTEL, mode = "64" }: Options = {}): TestCase {
  return boringCase({ profile, instruction: "syscall", mode });
}

/** What is wrong with the boring SYSCALL after a change of its state. */
function problems(change: Partial<CpuState>, options: Options = {}): readonly string[] {
  const testCase = plain(options);
  return validate({ ...testCase, before: { ...testCase.before, ...change } });
}

/** What is wrong with the boring SYSCALL when its page lies at `linear`. */
function moved(linear: bigint, profile: Profile, cr4: bigint): readonly string[] {
  const testCase = plain({ profile });
  const [code, table] = testCase.pages as [TestCase["pages"][0], TestCase["pages"][0]];
  return validate({
    ...testCase,
    before: { ...testCase.before, cr4, rip: linear + 0xffen },
    pages: [{ ...code, linear }, table],
  });
}

/** A message about a path that contains a text. */
function at(path: string, text: string, prefix = "before."): unknown {
  const escape = (part: string): string => part.replaceAll(/[$()[\].?*+^|{}]/g, "\\$&");
  return expect.stringMatching(new RegExp(`^\\$\\.${escape(prefix + path)}: expected .*${escape(text)}`));
}
