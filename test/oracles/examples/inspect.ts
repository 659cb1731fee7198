/** LAR, LSL, VERR and VERW, example by example. */
import type { RuleId } from "../../../spec/generated/rule-id.ts";
import type { Vendor } from "../../../spec/model.ts";
import type { Example } from "../example.ts";
import type { FieldValues, MachineOptions } from "../machine.ts";
import { FLAT, GDT, gdtWith, LDT, table } from "../pages.ts";

type On = Omit<MachineOptions, "vendor">;
type Entry = Parameters<typeof gdtWith>[0];
type Name = "lar" | "lsl" | "verr" | "verw";

/** With ECX as the register that LAR and LSL give, and the selector in EAX. */
const BYTES: { readonly [name in Name]: readonly number[] } = {
  lar: [0x0f, 0x02, 0xc8],
  lsl: [0x0f, 0x03, 0xc8],
  verr: [0x0f, 0x00, 0xe0],
  verw: [0x0f, 0x00, 0xe8],
};

/** The same with [RBX] as the operand. */
const FROM_MEMORY: { readonly [name in Name]: readonly number[] } = {
  lar: [0x0f, 0x02, 0x0b],
  lsl: [0x0f, 0x03, 0x0b],
  verr: [0x0f, 0x00, 0x23],
  verw: [0x0f, 0x00, 0x2b],
};

const UPPER = 0xffff_ffff_0000_0000n;
const RCX = 0x1111_2222_3333_4444n;
/** CF and IF; with ZF. */
const ZF_CLEAR = 0x203n;
const ZF_SET = 0x243n;
/** The second entry of a 16-byte descriptor with something in bits 12:8 of its last doubleword. */
const TYPED_UPPER = 0x100n << 32n;

/** A machine that looks up a selector; the GDT's entry 28h is flat data at DPL 0. */
function look(name: Name, selector: number, entry: Entry = {}, on: Partial<On> = {}): On {
  return {
    bytes: BYTES[name],
    pages: gdtWith(entry),
    ...on,
    set: { rax: BigInt(selector), rcx: on.mode === "legacy" ? 0x3333_4444n : RCX, ...on.set },
  };
}

interface Told {
  readonly title: string;
  readonly rules: readonly RuleId[];
  readonly vendors?: readonly Vendor[];
  readonly on: On;
}

/** The instruction refuses: ZF goes, and nothing else changes. */
function refused({ on, ...told }: Told): Example {
  return {
    ...told,
    rules: [...told.rules, "inspect.zf_cleared"],
    on: { ...on, set: { ...on.set, rflags: ZF_SET } },
    end: "retired",
    after: { rflags: ZF_CLEAR, rcx: on.set?.rcx ?? RCX },
    writes: {},
  };
}

/** The instruction accepts: ZF comes, whatever else. */
function accepted({ on, ...told }: Told, after: FieldValues = {}): Example {
  return {
    ...told,
    rules: [...told.rules, "inspect.zf_set"],
    on,
    end: "retired",
    after: { rflags: ZF_SET, ...after },
    writes: {},
  };
}

/** What the four do alike. */
function common(name: Name): readonly Example[] {
  return [
    ...[0, 1, 2, 3].map((selector) =>
      refused({
        title: `refuses the null selector ${selector}, whatever the first entry holds`,
        rules: ["inspect.refuses_null", "inspect.completes", "inspect.unchanged"],
        on: look(name, selector, {}, { cpl: 3, pages: [table(GDT, { 0: { dpl: 3 } })] }),
      }),
    ),
    accepted({
      title: "looks up index 0 of the LDT",
      rules: ["inspect.completes"],
      on: look(
        name,
        4,
        {},
        {
          pages: [table(LDT, { 0: {} })],
          set: { "ldtr.p": 1, "ldtr.type": 2, "ldtr.base": LDT, "ldtr.limit": 7, "ldtr.selector": 0x50 },
        },
      ),
    }),
    refused({
      title: "refuses an entry of which the limit cuts off the last byte",
      rules: ["inspect.refuses_beyond_limit"],
      on: look(name, 0x28, {}, { set: { "gdtr.limit": 0x2e } }),
    }),
    accepted({
      title: "accepts an entry that ends with the limit",
      rules: ["inspect.completes"],
      on: look(name, 0x28, {}, { set: { "gdtr.limit": 0x2f } }),
    }),
    refused({
      title: "refuses a selector of the LDT while LDTR is unusable",
      rules: ["inspect.refuses_beyond_limit"],
      on: look(name, 0x2c),
    }),
    {
      ...refused({
        title: "may refuse an entry without a canonical address, or raise #GP(0)",
        rules: ["inspect.noncanonical_entry"],
        on: look(
          name,
          0x44,
          {},
          {
            set: {
              "ldtr.p": 1,
              "ldtr.type": 2,
              "ldtr.base": 0x7fff_ffff_ffc0n,
              "ldtr.limit": 0x7f,
              "ldtr.selector": 0x50,
            },
          },
        ),
      }),
      otherwise: { "inspect.noncanonical_entry=faults": { end: "#GP(0)" } },
    },
    refused({
      title: "refuses an RPL above DPL",
      rules: ["inspect.refuses_rpl"],
      on: look(name, 0x2b, { dpl: 2 }),
    }),
    accepted({
      title: "accepts an RPL that is DPL",
      rules: ["inspect.completes"],
      on: look(name, 0x2b, { dpl: 3 }),
    }),
    refused({
      title: "refuses a CPL above DPL",
      rules: ["inspect.refuses_cpl"],
      on: look(name, 0x28, { dpl: 2 }, { cpl: 3 }),
    }),
    accepted({
      title: "silicon.11: accepts what is not present, and sets no accessed bit",
      rules: ["inspect.not_present_accepted", "inspect.completes", "inspect.unchanged"],
      on: look(name, 0x2b, { p: 0, dpl: 3 }, { cpl: 3 }),
    }),
    {
      title: "changes nothing when its operand is out of reach",
      rules: ["inspect.fault_unchanged"],
      on: look(name, 0, {}, { bytes: FROM_MEMORY[name], set: { rbx: 0x8000_0000_0000n } }),
      end: "#GP(0)",
    },
  ];
}

function conforming(name: "lar" | "lsl" | "verr"): Example {
  return accepted({
    title: "does not compare the DPL of conforming code",
    rules: ["inspect.conforming_not_checked"],
    on: look(name, 0x2b, { type: 0xe, db: 0 }, { cpl: 3 }),
  });
}

/** Descriptors with S = 0 by their types. */
function types(name: "lar" | "lsl", mode: "64" | "legacy", taken: readonly number[]): readonly Example[] {
  const all = Array.from({ length: 16 }, (_, type) => type);
  const rule = `inspect.${name}_${mode === "64" ? "refuses_type" : "legacy_refuses_type"}` as const;
  return all.map((type) => {
    const on = look(name, 0x28, { s: 0, type }, { mode });
    const shown = `type ${type.toString(16).toUpperCase()}h in ${mode === "64" ? "64-bit" : mode} mode`;
    return taken.includes(type)
      ? accepted({ title: `accepts ${shown}`, rules: ["inspect.completes"], on })
      : refused({ title: `refuses ${shown}`, rules: [rule], on });
  });
}

/** The upper half of a 16-byte descriptor of this type. */
function upperHalf(name: "lar" | "lsl", type: number): readonly Example[] {
  const ends = look(name, 0x28, { s: 0, type }, { set: { "gdtr.limit": 0x2f } });
  const typed = look(
    name,
    0x28,
    {},
    {
      pages: [table(GDT, { 5: { s: 0, type }, 6: TYPED_UPPER })],
    },
  );
  const shown = `of type ${type.toString(16).toUpperCase()}h`;
  const amd = ["amd"] as const;
  const otherwise = {
    "inspect.upper_half=checked": { end: "retired", after: { rflags: ZF_CLEAR } },
  } as const;
  return [
    refused({
      title: `refuses a descriptor ${shown} of which the limit cuts off the upper half`,
      rules: ["inspect.refuses_upper_beyond_limit"],
      vendors: amd,
      on: ends,
    }),
    refused({
      title: `refuses a descriptor ${shown} with something where its upper half has a type`,
      rules: ["inspect.refuses_upper_type"],
      vendors: amd,
      on: typed,
    }),
    ...[ends, typed].map((on, index) => ({
      ...accepted({
        title: `may ignore the upper half of a descriptor ${shown} (${["absent", "with a type"][index]})`,
        rules: ["inspect.upper_half"],
        vendors: ["intel"],
        on,
      }),
      otherwise,
    })),
    accepted({
      title: `looks at the lower half alone of a descriptor ${shown} outside 64-bit mode`,
      rules: ["inspect.completes"],
      on: look(name, 0x28, { s: 0, type }, { mode: "compat", set: { "gdtr.limit": 0x2f } }),
    }),
  ];
}

/** High doubleword 92119034h, limit 12345h. */
const ODD = { ...FLAT, base: 0x9234_5678, limit: 0x1_2345, g: 0, db: 0, avl: 1, type: 0 };

const larExamples: readonly Example[] = [
  ...common("lar"),
  conforming("lar"),
  accepted(
    {
      title: "silicon.11: gives the second doubleword under the mask 00FFFF00h, zero-extended",
      rules: [
        "inspect.lar_access_rights",
        "inspect.lar_limit_bits",
        "inspect.lar_other_bits_zero",
        "inspect.lar_register_zero_extended",
      ],
      vendors: ["amd"],
      on: look("lar", 0x28, ODD),
    },
    { rcx: 0x11_9000n },
  ),
  {
    ...accepted(
      {
        title: "leaves bits 19:16 open",
        rules: [
          "inspect.lar_access_rights",
          "inspect.lar_limit_bits_unspecified",
          "inspect.lar_other_bits_zero",
        ],
        vendors: ["intel"],
        on: look("lar", 0x28, ODD, { set: { rcx: 0xffff_ffffn } }),
      },
      { rcx: 0x1f_9000n },
    ),
    masked: { rcx: 0xf_0000n },
  },
  accepted(
    {
      title: "silicon.11: zero-extends with REX.W as well",
      rules: ["inspect.lar_register_zero_extended"],
      on: look(
        "lar",
        0x28,
        { limit: 0 },
        { bytes: [0x48, ...BYTES.lar], set: { rcx: 0xffff_ffff_0000_0000n } },
      ),
    },
    { rcx: 0xc0_9200n },
  ),
  accepted(
    {
      title: "gives 16 bits with an operand size of 16, and keeps the rest",
      rules: ["inspect.lar_access_rights", "inspect.lar_other_bits_zero"],
      on: look("lar", 0x28, ODD, { bytes: [0x66, ...BYTES.lar] }),
    },
    { rcx: 0x1111_2222_3333_9000n },
  ),
  ...(["compat", "legacy"] as const).map((mode): Example => ({
    ...accepted(
      {
        title: `leaves the upper half of the register open in ${mode} mode`,
        rules: ["inspect.lar_upper_half_unspecified"],
        vendors: ["amd"],
        on: look("lar", 0x28, ODD, { mode, set: { "cs.db": 1, rcx: 0x3333_4444n } }),
      },
      { rcx: 0x11_9000n },
    ),
    masked: { rcx: UPPER },
  })),
  {
    ...accepted({
      title: "leaves the upper half of the register open in compatibility mode, too",
      rules: ["inspect.lar_upper_half_unspecified"],
      vendors: ["intel"],
      on: look("lar", 0x28, ODD, { mode: "compat", set: { "cs.db": 1 } }),
    }),
    masked: { rcx: UPPER | 0xf_0000n },
  },
  ...types("lar", "64", [2, 9, 0xb, 0xc]).filter(({ title }) => !title.includes("type 2h")),
  ...types("lar", "legacy", [1, 2, 3, 4, 5, 9, 0xb, 0xc]),
  accepted({
    title: "accepts an LDT in long mode",
    rules: ["inspect.lar_ldt_accepted"],
    vendors: ["amd"],
    on: look("lar", 0x28, { s: 0, type: 2 }),
  }),
  {
    ...refused({
      title: "may refuse an LDT in long mode",
      rules: ["inspect.lar_ldt_in_long_mode"],
      vendors: ["intel"],
      on: look("lar", 0x28, { s: 0, type: 2 }),
    }),
    otherwise: { "inspect.lar_ldt_in_long_mode=accepted": { end: "retired", after: { rflags: ZF_SET } } },
  },
  ...upperHalf("lar", 9),
  {
    ...accepted({
      title: "may ignore the upper half of a call gate in compatibility mode as well",
      rules: ["inspect.upper_half"],
      vendors: ["intel"],
      on: look(
        "lar",
        0x28,
        {},
        {
          mode: "compat",
          pages: [table(GDT, { 5: { s: 0, type: 0xc }, 6: TYPED_UPPER })],
          set: { "cs.db": 1 },
        },
      ),
    }),
    otherwise: { "inspect.upper_half=checked": { end: "retired", after: { rflags: ZF_CLEAR } } },
  },
  refused({
    title:
      "refuses a call gate with something where its upper half has a type, in compatibility mode as well",
    rules: ["inspect.refuses_upper_type"],
    vendors: ["amd"],
    on: look(
      "lar",
      0x28,
      {},
      { mode: "compat", pages: [table(GDT, { 5: { s: 0, type: 0xc }, 6: TYPED_UPPER })] },
    ),
  }),
];

const lslExamples: readonly Example[] = [
  ...common("lsl"),
  conforming("lsl"),
  accepted(
    {
      title: "silicon.11: gives the limit in bytes, zero-extended",
      rules: ["inspect.lsl_limit_in_bytes", "inspect.lsl_register_zero_extended"],
      on: look("lsl", 0x28, ODD, { bytes: [0x48, ...BYTES.lsl] }),
    },
    { rcx: 0x1_2345n },
  ),
  accepted(
    {
      title: "scales a limit in pages",
      rules: ["inspect.lsl_limit_in_pages", "inspect.lsl_register_zero_extended"],
      on: look("lsl", 0x28, { limit: 0x12 }),
    },
    { rcx: 0x1_2fffn },
  ),
  accepted(
    {
      title: "gives the low 16 bits of the limit with an operand size of 16",
      rules: ["inspect.lsl_limit_in_bytes"],
      on: look("lsl", 0x28, ODD, { bytes: [0x66, ...BYTES.lsl] }),
    },
    { rcx: 0x1111_2222_3333_2345n },
  ),
  ...(["compat", "legacy"] as const).map((mode): Example => ({
    ...accepted(
      {
        title: `leaves the upper half of the register open in ${mode} mode`,
        rules: ["inspect.lsl_upper_half_unspecified"],
        on: look("lsl", 0x28, ODD, { mode, set: { "cs.db": 1, rcx: 0x3333_4444n } }),
      },
      { rcx: 0x1_2345n },
    ),
    masked: { rcx: UPPER },
  })),
  ...types("lsl", "64", [2, 9, 0xb]).filter(({ title }) => !title.includes("type 0h")),
  ...types("lsl", "legacy", [1, 2, 3, 9, 0xb]),
  refused({
    title: "refuses type 0 in long mode",
    rules: ["inspect.lsl_refuses_type"],
    vendors: ["amd"],
    on: look("lsl", 0x28, { s: 0, type: 0 }),
  }),
  {
    ...refused({
      title: "may accept type 0 in long mode",
      rules: ["inspect.lsl_type_0_in_long_mode"],
      vendors: ["intel"],
      on: look("lsl", 0x28, { s: 0, type: 0 }),
    }),
    otherwise: { "inspect.lsl_type_0_in_long_mode=accepted": { end: "retired", after: { rflags: ZF_SET } } },
  },
  ...upperHalf("lsl", 2),
];

const verrExamples: readonly Example[] = [
  ...common("verr"),
  conforming("verr"),
  refused({
    title: "refuses a system descriptor",
    rules: ["inspect.verify_refuses_system"],
    on: look("verr", 0x28, { s: 0, type: 2 }),
  }),
  ...[8, 0xc].map((type) =>
    refused({
      title: `refuses execute-only code of type ${type.toString(16).toUpperCase()}h`,
      rules: ["inspect.verr_refuses_execute_only"],
      on: look("verr", 0x28, { type, db: 0 }),
    }),
  ),
  accepted({
    title: "accepts read-only data",
    rules: ["inspect.completes"],
    on: look("verr", 0x28, { type: 0 }),
  }),
  accepted({
    title: "accepts readable code",
    rules: ["inspect.completes"],
    on: look("verr", 0x28, { type: 0xa, db: 0 }),
  }),
];

const verwExamples: readonly Example[] = [
  ...common("verw"),
  refused({
    title: "refuses a system descriptor",
    rules: ["inspect.verify_refuses_system"],
    on: look("verw", 0x28, { s: 0, type: 2 }),
  }),
  ...[0xa, 0xe].map((type) =>
    refused({
      title: `refuses readable code of type ${type.toString(16).toUpperCase()}h`,
      rules: ["inspect.verw_refuses_code"],
      on: look("verw", 0x28, { type, db: 0 }),
    }),
  ),
  ...[0, 4].map((type) =>
    refused({
      title: `refuses read-only data of type ${type}`,
      rules: ["inspect.verw_refuses_read_only"],
      on: look("verw", 0x28, { type }),
    }),
  ),
];

export const inspectExamples: { readonly [name in Name]: readonly Example[] } = {
  lar: larExamples,
  lsl: lslExamples,
  verr: verrExamples,
  verw: verwExamples,
};
