/** Loads of segment registers, example by example. */
import type { RuleId } from "../../../spec/generated/rule-id.ts";
import type { Example } from "../example.ts";
import { BYTES, type FieldValues, type MachineOptions } from "../machine.ts";
import { gdtWith, LDT, table } from "../pages.ts";

type On = Omit<MachineOptions, "vendor">;

/** MOV to a segment register from EAX; the GDT's entry 28h is writable data. */
function load(bytes: readonly number[], selector: number, on: Partial<On> = {}): On {
  return { bytes, pages: gdtWith({}), ...on, set: { rax: BigInt(selector), ...on.set } };
}

const LOADED: readonly RuleId[] = [
  "segload.selector",
  "segload.base_from_descriptor",
  "segload.limit_from_descriptor",
  "segload.attributes_from_descriptor",
];

/** A descriptor that differs from every register of the machine in every field. */
const ODD = { base: 0x9234_5678, limit: 0x1_2345, g: 0, db: 0, avl: 1, type: 0 };
const oddAfter = (name: string, type: number): FieldValues => ({
  [`${name}.selector`]: 0x28,
  [`${name}.base`]: 0x9234_5678n,
  [`${name}.limit`]: 0x1_2345,
  [`${name}.type`]: type,
  [`${name}.dpl`]: 0,
  [`${name}.db`]: 0,
  [`${name}.avl`]: 1,
  [`${name}.g`]: 0,
  [`${name}.p`]: 1,
});

const GP_SS: readonly (readonly [string, number, Parameters<typeof gdtWith>[0], RuleId])[] = [
  ["an RPL that is not CPL", 0x29, {}, "segload.gp_ss_rpl"],
  ["data that is not writable", 0x28, { type: 0 }, "segload.gp_ss_type"],
  ["code", 0x28, { type: 0xa }, "segload.gp_ss_type"],
  ["a system descriptor", 0x28, { s: 0, type: 2 }, "segload.gp_ss_type"],
  ["a DPL that is not CPL", 0x28, { dpl: 3 }, "segload.gp_ss_dpl"],
];

const GP_DATA: readonly (readonly [string, number, number, Parameters<typeof gdtWith>[0], RuleId])[] = [
  ["a system descriptor", 0x28, 0, { s: 0, type: 2 }, "segload.gp_data_type"],
  ["execute-only code", 0x28, 0, { type: 8 }, "segload.gp_data_type"],
  ["execute-only conforming code", 0x28, 0, { type: 0xc }, "segload.gp_data_type"],
  ["an RPL above DPL", 0x2b, 0, { dpl: 2 }, "segload.gp_data_rpl"],
  ["an RPL above the DPL of readable code", 0x29, 0, { type: 0xa }, "segload.gp_data_rpl"],
  ["a CPL above DPL", 0x28, 3, { dpl: 2 }, "segload.gp_data_cpl"],
];

const DATA_REGISTERS = [
  ["es", BYTES.movEsEax],
  ["ds", BYTES.movDsEax],
  ["fs", BYTES.movFsEax],
  ["gs", BYTES.movGsEax],
] as const;

export const segloadExamples: readonly Example[] = [
  ...DATA_REGISTERS.map(([name, bytes]): Example => ({
    title: `loads ${name.toUpperCase()} and sets the accessed bit in the table`,
    rules: [...LOADED, "segload.accessed_written", "segload.data_l_unspecified"],
    on: load(bytes, 0x28, { pages: gdtWith(ODD) }),
    end: "retired",
    after: oddAfter(name, 1),
    writes: { "60002dh": "91" },
    masked: { [`${name}.l`]: 1n },
  })),
  {
    title: "loads SS",
    rules: ["segload.selector", "segload.attributes_from_descriptor", "segload.accessed_written"],
    on: load(BYTES.movSsEax, 0x28, { pages: gdtWith({ ...ODD, type: 2 }) }),
    end: "retired",
    after: oddAfter("ss", 3),
    writes: { "60002dh": "93" },
  },
  {
    title: "writes nothing when the descriptor was accessed before",
    rules: ["segload.selector"],
    on: load(BYTES.movDsEax, 0x28, { pages: gdtWith({ type: 3 }) }),
    end: "retired",
    writes: {},
  },
  {
    title: "silicon.9: a load of FS replaces all 64 bits of the base",
    rules: ["segload.base_from_descriptor"],
    on: load(BYTES.movFsEax, 0x28, { pages: gdtWith({ base: 0x2222_3333 }) }),
    end: "retired",
    after: { "fs.base": 0x2222_3333n },
  },
  {
    title: "loads readable code with its L bit",
    rules: ["segload.attributes_from_descriptor"],
    on: load(BYTES.movDsEax, 0x28, { pages: gdtWith({ type: 0xb, l: 1, db: 0 }) }),
    end: "retired",
    after: { "ds.type": 0xb, "ds.l": 1 },
    masked: {},
  },
  {
    title: "scales the limit by G",
    rules: ["segload.limit_from_descriptor"],
    on: load(BYTES.movDsEax, 0x28, { pages: gdtWith({ limit: 0x12 }) }),
    end: "retired",
    after: { "ds.limit": 0x1_2fff, "ds.g": 1 },
  },
  {
    title: "loads from the LDT",
    rules: ["segload.selector"],
    on: load(BYTES.movDsEax, 0x2c, {
      pages: [table(LDT, { 5: { base: 0x44 } })],
      set: { "ldtr.p": 1, "ldtr.type": 2, "ldtr.base": LDT, "ldtr.limit": 0x2f, "ldtr.selector": 0x50 },
    }),
    end: "retired",
    after: { "ds.selector": 0x2c, "ds.base": 0x44n },
  },
  ...[0, 1, 2, 3].map((selector): Example => ({
    title: `silicon.9: loads the null selector ${selector} into DS and keeps its RPL`,
    rules: ["segload.null_selector_kept", "segload.null_unusable", "segload.null_hidden_unspecified"],
    on: load(BYTES.movDsEax, selector, { cpl: 3 }),
    end: "retired",
    after: { "ds.selector": selector, "ds.p": 0 },
  })),
  {
    title: "leaves open what else the hidden part of a null segment holds",
    rules: ["segload.null_hidden_unspecified"],
    on: load(BYTES.movDsEax, 0),
    end: "retired",
    masked: {
      "ds.base": 0xffff_ffff_ffff_ffffn,
      "ds.limit": 0xffff_ffffn,
      "ds.type": 0xfn,
      "ds.s": 1n,
      "ds.dpl": 3n,
      "ds.avl": 1n,
      "ds.l": 1n,
      "ds.db": 1n,
      "ds.g": 1n,
    },
  },
  ...(["fs", "gs"] as const).flatMap((name): readonly Example[] => [
    {
      title: `silicon.9: a null selector clears the base of ${name.toUpperCase()}`,
      rules: ["segload.null_base_cleared"],
      vendors: ["intel"],
      on: load(name === "fs" ? BYTES.movFsEax : BYTES.movGsEax, 2),
      end: "retired",
      after: { [`${name}.base`]: 0n, [`${name}.selector`]: 2 },
    },
    {
      title: `a null selector clears the base of ${name.toUpperCase()} where CPUID says so`,
      rules: ["segload.null_base_cleared"],
      vendors: ["amd"],
      on: load(name === "fs" ? BYTES.movFsEax : BYTES.movGsEax, 2, {
        features: { nullSelectorClearsBase: true },
      }),
      end: "retired",
      after: { [`${name}.base`]: 0n, [`${name}.selector`]: 2 },
    },
    {
      title: `a null selector clears the base of ${name.toUpperCase()}, or keeps it`,
      rules: ["segload.null_base"],
      vendors: ["amd"],
      on: load(name === "fs" ? BYTES.movFsEax : BYTES.movGsEax, 2),
      end: "retired",
      after: { [`${name}.base`]: 0n },
      otherwise: {
        "segload.null_base=kept": {
          end: "retired",
          after: { [`${name}.base`]: name === "fs" ? 0x1111_2222_3333n : 0xffff_8888_0000_4444n },
        },
      },
    },
  ]),
  ...[0, 1, 2].map((cpl): Example => ({
    title: `takes a null SS of RPL ${cpl} at CPL ${cpl} in 64-bit mode`,
    rules: ["segload.null_selector_kept", "segload.null_unusable"],
    on: load(BYTES.movSsEax, cpl, { cpl }),
    end: "retired",
    after: { "ss.selector": cpl, "ss.p": 0, "ss.dpl": cpl },
  })),
  ...[1, 2].map((cpl): Example => ({
    title: `stays at CPL ${cpl} with a null SS`,
    rules: ["segload.null_ss_cpl_kept"],
    on: load(BYTES.movSsEax, cpl, { cpl }),
    end: "retired",
    after: { cpl, "ss.dpl": cpl },
  })),
  {
    title: "raises #GP(0) for a null SS whose RPL is not CPL",
    rules: ["segload.gp_ss_null_rpl"],
    vendors: ["intel"],
    on: load(BYTES.movSsEax, 3),
    end: "#GP(0)",
  },
  {
    title: "raises #GP(0) for a null SS whose RPL is not CPL, or takes it",
    rules: ["segload.ss_null_rpl"],
    vendors: ["amd"],
    on: load(BYTES.movSsEax, 3),
    end: "#GP(0)",
    otherwise: {
      "segload.ss_null_rpl=accepted": { end: "retired", after: { "ss.selector": 3, "ss.p": 0 } },
    },
  },
  {
    title: "silicon.10: raises #GP(0) for a null SS at CPL 3",
    rules: ["segload.gp_ss_null_cpl_3"],
    on: load(BYTES.movSsEax, 3, { cpl: 3 }),
    end: "#GP(0)",
  },
  ...(["compat", "legacy"] as const).map((mode): Example => ({
    title: `raises #GP(0) for a null SS in ${mode} mode`,
    rules: ["segload.gp_ss_null_not_64bit"],
    on: load(BYTES.movSsEax, 0, { mode }),
    end: "#GP(0)",
  })),
  {
    title: "silicon.10: raises #GP beyond the limit of the GDT",
    rules: ["segload.gp_limit", "movsreg.fault_unchanged"],
    on: load(BYTES.movDsEax, 0x2b, { cpl: 3, set: { "gdtr.limit": 0x2e } }),
    end: "#GP(28h)",
    after: { "ds.selector": 0x33 },
  },
  {
    title: "takes the last entry of a GDT",
    rules: ["segload.selector"],
    on: load(BYTES.movDsEax, 0x28, { set: { "gdtr.limit": 0x2f } }),
    end: "retired",
  },
  {
    title: "raises #GP for a selector of the LDT while LDTR is unusable",
    rules: ["segload.gp_limit"],
    on: load(BYTES.movDsEax, 0x2c),
    end: "#GP(2ch)",
  },
  {
    title: "raises #GP for an entry at an address that is not canonical",
    rules: ["descriptor.noncanonical_code"],
    on: load(BYTES.movDsEax, 0x28, { set: { "gdtr.base": 0x7fff_ffff_fff0n } }),
    end: "#GP(28h)",
    otherwise: { "descriptor.noncanonical_code=zero": { end: "#GP(0)" } },
  },
  ...GP_SS.map(([what, selector, entry, rule]): Example => ({
    title: `silicon.10: raises #GP for SS and ${what}`,
    rules: [rule],
    on: load(BYTES.movSsEax, selector, { pages: gdtWith(entry) }),
    end: "#GP(28h)",
  })),
  ...GP_DATA.map(([what, selector, cpl, entry, rule]): Example => ({
    title: `silicon.10: raises #GP for DS and ${what}, CPL ${cpl}`,
    rules: [rule],
    on: load(BYTES.movDsEax, selector, { cpl, pages: gdtWith(entry) }),
    end: "#GP(28h)",
  })),
  {
    title: "loads readable conforming code whatever CPL and RPL are",
    rules: ["segload.conforming_not_checked"],
    on: load(BYTES.movDsEax, 0x2b, { cpl: 3, pages: gdtWith({ type: 0xe }) }),
    end: "retired",
    after: { "ds.selector": 0x2b },
  },
  {
    title: "silicon.10: raises #SS for a stack segment that is not present",
    rules: ["segload.ss_not_present"],
    on: load(BYTES.movSsEax, 0x28, { pages: gdtWith({ p: 0 }) }),
    end: "#SS(28h)",
  },
  {
    title: "silicon.10: raises #NP for a data segment that is not present",
    rules: ["segload.np_not_present"],
    on: load(BYTES.movGsEax, 0x28, { pages: gdtWith({ p: 0 }) }),
    end: "#NP(28h)",
  },
  {
    title: "silicon.10: raises #GP rather than #NP",
    rules: ["segload.gp_before_not_present"],
    on: load(BYTES.movDsEax, 0x2b, { pages: gdtWith({ p: 0 }) }),
    end: "#GP(28h)",
  },
  {
    title: "silicon.10: raises #GP rather than #SS",
    rules: ["segload.gp_before_not_present"],
    on: load(BYTES.movSsEax, 0x28, { pages: gdtWith({ p: 0, dpl: 3 }) }),
    end: "#GP(28h)",
  },
  {
    title: "silicon.6: MOV SS holds the single-step trap back",
    rules: ["segload.ss_shadow_no_db"],
    on: load(BYTES.movSsEax, 0x28, { set: { rflags: 0x302n } }),
    end: "retired",
    after: { "ss.selector": 0x28 },
  },
  {
    title: "MOV DS does not",
    rules: ["debug.db_single_step"],
    on: load(BYTES.movDsEax, 0x28, { set: { rflags: 0x302n } }),
    end: "#DB",
    after: { "ds.selector": 0x28 },
  },
];
