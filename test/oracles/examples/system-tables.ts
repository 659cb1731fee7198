/** LLDT, LTR, LGDT and LIDT, example by example. */
import type { RuleId } from "../../../spec/generated/rule-id.ts";
import type { Example } from "../example.ts";
import type { MachineOptions } from "../machine.ts";
import type { DescriptorFields } from "../../../generators/descriptor.ts";
import { DATA, data, FLAT, GDT, LDT, table } from "../pages.ts";

type On = Omit<MachineOptions, "vendor">;
type Entry = Partial<DescriptorFields>;

/** With the selector in AX. */
const LLDT = [0x0f, 0x00, 0xd0];
const LTR = [0x0f, 0x00, 0xd8];
/** With [RBX]. */
const LGDT = [0x0f, 0x01, 0x13];
const LIDT = [0x0f, 0x01, 0x1b];

/** Descriptors that differ from LDTR and TR in every field. */
const ODD = { ...FLAT, s: 0, base: 0x9234_5678, limit: 0x1_2345, dpl: 2, avl: 1, g: 0, db: 0 };
const AN_LDT: Entry = { ...ODD, type: 2 };
const A_TSS: Entry = { ...ODD, type: 9 };
const UPPER_BASE = 0x7fffn;

/** Loads entry 28h of a GDT that has `upper` behind it. */
function load(bytes: readonly number[], entry: Entry, on: Partial<On> & { upper?: bigint } = {}): On {
  const { upper = 0n, ...rest } = on;
  return {
    bytes,
    pages: [table(GDT, { 5: entry, 6: upper })],
    ...rest,
    set: { rax: 0x28n, ...rest.set },
  };
}

const LOADED: readonly RuleId[] = [
  "lldt.completes",
  "lldt.unchanged",
  "lldt.selector",
  "lldt.base_from_descriptor",
  "lldt.limit_from_descriptor",
  "lldt.attributes_from_descriptor",
];

interface Fault {
  readonly title: string;
  readonly rule: RuleId;
  readonly on: On;
  readonly end?: Example["end"];
}

const FAULTS: readonly Fault[] = [
  ...[LLDT, LTR].flatMap((bytes, index): readonly Fault[] => {
    const entry = [AN_LDT, A_TSS][index] as Entry;
    const name = ["LLDT", "LTR"][index] as string;
    return [
      {
        title: `raises #GP(0) for ${name} at CPL 3`,
        rule: "lldt.gp_cpl_nonzero",
        on: load(bytes, entry, { cpl: 3 }),
        end: "#GP(0)",
      },
      {
        title: `raises #GP for ${name} of a selector of the LDT`,
        rule: "lldt.gp_local",
        on: load(bytes, entry, {
          pages: [table(LDT, { 5: entry })],
          set: {
            rax: 0x2cn,
            "ldtr.p": 1,
            "ldtr.type": 2,
            "ldtr.base": LDT,
            "ldtr.limit": 0x7f,
            "ldtr.selector": 0x50,
          },
        }),
        end: "#GP(2ch)",
      },
      {
        title: `raises #GP for ${name} of a descriptor of which the limit cuts off the upper half`,
        rule: "lldt.gp_limit",
        on: load(bytes, entry, { set: { "gdtr.limit": 0x36 } }),
      },
      {
        title: `raises #NP for ${name} of a descriptor that is not present`,
        rule: "lldt.np_not_present",
        on: load(bytes, { ...entry, p: 0 }),
        end: "#NP(28h)",
      },
      {
        title: `raises #GP for ${name} with a type in the upper half`,
        rule: "lldt.gp_upper_type",
        on: load(bytes, entry, { upper: 0x100n << 32n }),
      },
      {
        title: `raises #GP for ${name} with a base that is not canonical`,
        rule: "lldt.gp_base_noncanonical",
        on: load(bytes, entry, { upper: 0x8000n }),
      },
    ];
  }),
  ...[0, 9, 0xc].map((type) => ({
    title: `raises #GP for LLDT of type ${type.toString(16).toUpperCase()}h`,
    rule: "lldt.gp_not_ldt" as const,
    on: load(LLDT, { ...ODD, type }),
  })),
  { title: "raises #GP for LLDT of data", rule: "lldt.gp_not_ldt", on: load(LLDT, { ...AN_LDT, s: 1 }) },
  ...[0, 1, 2, 3].map((selector) => ({
    title: `raises #GP(0) for LTR of the null selector ${selector}`,
    rule: "lldt.gp_tr_null" as const,
    on: load(LTR, {}, { pages: [table(GDT, { 0: A_TSS, 1: 0n })], set: { rax: BigInt(selector) } }),
    end: "#GP(0)" as const,
  })),
  ...[0, 1, 2, 3].map((type) => ({
    title: `raises #GP for LTR of type ${type} in long mode`,
    rule: "lldt.gp_not_tss" as const,
    on: load(LTR, { ...ODD, type }),
  })),
  {
    title: "raises #GP for LTR of a busy TSS",
    rule: "lldt.gp_tr_busy",
    on: load(LTR, { ...ODD, type: 0xb }),
  },
  {
    title: "raises #GP for LLDT of a descriptor that the limit cuts off in legacy mode",
    rule: "lldt.gp_limit",
    on: load(LLDT, AN_LDT, { mode: "legacy", set: { "gdtr.limit": 0x2e } }),
  },
  {
    title: "raises #GP for LTR of a busy 16-bit TSS in legacy mode",
    rule: "lldt.gp_tr_busy",
    on: load(LTR, { ...ODD, type: 3 }, { mode: "legacy" }),
  },
];

export const lldtExamples: readonly Example[] = [
  ...FAULTS.map(({ title, rule, on, end = "#GP(28h)" }): Example => ({
    title,
    rules: [rule, "lldt.fault_unchanged"],
    on,
    end,
    writes: {},
  })),
  {
    title: "loads LDTR with a base of 64 bits",
    rules: [...LOADED, "lldt.reserved_bits_unspecified"],
    on: load(LLDT, AN_LDT, { upper: UPPER_BASE }),
    end: "retired",
    after: {
      "ldtr.selector": 0x28,
      "ldtr.base": 0x7fff_9234_5678n,
      "ldtr.limit": 0x1_2345,
      "ldtr.type": 2,
      "ldtr.dpl": 2,
      "ldtr.p": 1,
      "ldtr.avl": 1,
    },
    masked: { "ldtr.l": 1n, "ldtr.db": 1n },
    writes: {},
  },
  {
    title: "loads TR, and marks the TSS busy in TR and in the table",
    rules: [...LOADED, "lldt.tr_busy", "lldt.busy_written"],
    on: load(LTR, A_TSS, { upper: UPPER_BASE, set: { "tr.limit": 0x70 } }),
    end: "retired",
    after: {
      "tr.selector": 0x28,
      "tr.base": 0x7fff_9234_5678n,
      "tr.limit": 0x1_2345,
      "tr.type": 0xb,
      "tr.dpl": 2,
      "tr.avl": 1,
    },
    writes: { "60002dh": "cb" },
  },
  {
    title: "marks a 16-bit TSS busy in legacy mode",
    rules: ["lldt.tr_busy", "lldt.busy_written"],
    on: load(LTR, { ...ODD, type: 1 }, { mode: "legacy" }),
    end: "retired",
    after: { "tr.type": 3, "tr.base": 0x9234_5678n },
    writes: { "60002dh": "c3" },
  },
  {
    title: "takes a base that is canonical in the CPU's width alone",
    rules: ["lldt.canonical_by_cpu_width"],
    on: load(LLDT, AN_LDT, { upper: 0x8000n, features: { la57: true } }),
    end: "retired",
    after: { "ldtr.base": 0x8000_9234_5678n },
  },
  {
    title: "reads 8 bytes in legacy mode",
    rules: ["lldt.base_from_descriptor"],
    on: load(LLDT, AN_LDT, { mode: "legacy", upper: UPPER_BASE, set: { "gdtr.limit": 0x2f } }),
    end: "retired",
    after: { "ldtr.base": 0x9234_5678n },
  },
  {
    title: "may read 8 or 16 bytes in compatibility mode",
    rules: ["lldt.compat_size"],
    on: load(LLDT, AN_LDT, { mode: "compat", set: { "gdtr.limit": 0x2f } }),
    end: "retired",
    after: { "ldtr.base": 0x9234_5678n },
    otherwise: { "lldt.compat_size=16 bytes": { end: "#GP(28h)" } },
  },
  {
    title: "loads a base of 32 bits in compatibility mode",
    rules: ["lldt.base_from_descriptor"],
    on: load(LLDT, AN_LDT, { mode: "compat", upper: UPPER_BASE }),
    end: "retired",
    after: { "ldtr.base": 0x9234_5678n },
  },
  {
    title: "may raise #NP or #GP where the base is not canonical, too",
    rules: ["lldt.not_present_or_base"],
    on: load(LLDT, { ...AN_LDT, p: 0 }, { upper: 0x8000n }),
    end: "#NP(28h)",
    otherwise: { "lldt.not_present_or_base=gp": { end: "#GP(28h)" } },
  },
  {
    title: "may raise #NP or #GP where the upper half has a type, too",
    rules: ["lldt.not_present_or_upper_type"],
    on: load(LLDT, { ...AN_LDT, p: 0 }, { upper: 0x100n << 32n }),
    end: "#NP(28h)",
    otherwise: { "lldt.not_present_or_upper_type=gp": { end: "#GP(28h)" } },
  },
  ...[0, 1, 2, 3].map((selector): Example => ({
    title: `makes LDTR unusable with the null selector ${selector}`,
    rules: ["lldt.null_selector_kept", "lldt.null_unusable", "lldt.null_hidden_unspecified"],
    on: load(LLDT, AN_LDT, {
      set: {
        rax: BigInt(selector),
        "ldtr.p": 1,
        "ldtr.type": 2,
        "ldtr.base": LDT,
        "ldtr.limit": 0x7f,
        "ldtr.selector": 0x50,
      },
    }),
    end: "retired",
    after: { "ldtr.selector": selector, "ldtr.p": 0 },
  })),
];

/** The operand in memory: limit 1234h, then a base. */
function operand(base: bigint): readonly number[] {
  const bytes = new Uint8Array(10);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0x1234, true);
  view.setBigUint64(2, base, true);
  return [...bytes];
}

function loadTable(bytes: readonly number[], base: bigint, on: Partial<On> = {}): On {
  return { bytes, pages: [data(operand(base))], ...on, set: { rbx: DATA, ...on.set } };
}

const TABLES = [
  ["gdtr", LGDT],
  ["idtr", LIDT],
] as const;

export const lgdtExamples: readonly Example[] = TABLES.flatMap(([name, bytes]): readonly Example[] => [
  {
    title: `loads ${name.toUpperCase()} with ten bytes in 64-bit mode, with 66h as well`,
    rules: ["lgdt.completes", "lgdt.unchanged", "lgdt.limit_from_memory", "lgdt.base_from_memory"],
    on: loadTable([0x66, ...bytes], 0x7fff_9234_5678n),
    end: "retired",
    after: { [`${name}.limit`]: 0x1234, [`${name}.base`]: 0x7fff_9234_5678n },
    writes: {},
  },
  ...(["compat", "legacy"] as const).flatMap((mode): readonly Example[] => [
    {
      title: `loads ${name.toUpperCase()} with six bytes in ${mode} mode`,
      rules: ["lgdt.limit_from_memory", "lgdt.base_from_memory"],
      on: loadTable(bytes, 0x7fff_9234_5678n, { mode, set: { "cs.db": 1 } }),
      end: "retired",
      after: { [`${name}.limit`]: 0x1234, [`${name}.base`]: 0x9234_5678n },
    },
    {
      title: `loads ${name.toUpperCase()} with a base of 24 bits by 66h in ${mode} mode`,
      rules: ["lgdt.o16_base_of_24_bits"],
      on: loadTable([0x66, ...bytes], 0x9234_5678n, { mode, set: { "cs.db": 1 } }),
      end: "retired",
      after: { [`${name}.limit`]: 0x1234, [`${name}.base`]: 0x34_5678n },
    },
  ]),
  {
    title: `raises #GP(0) for ${name.toUpperCase()} with a base that is not canonical`,
    rules: ["lgdt.gp_base_noncanonical", "lgdt.fault_unchanged"],
    on: loadTable(bytes, 0x8000_0000_0000n),
    end: "#GP(0)",
  },
  {
    title: `loads ${name.toUpperCase()} with a base that is canonical in the CPU's width alone`,
    rules: ["lgdt.canonical_by_cpu_width"],
    on: loadTable(bytes, 0x8000_0000_0000n, { features: { la57: true } }),
    end: "retired",
    after: { [`${name}.base`]: 0x8000_0000_0000n },
  },
  ...[1, 2, 3].map((cpl): Example => ({
    title: `raises #GP(0) for ${name.toUpperCase()} at CPL ${cpl}`,
    rules: ["lgdt.gp_cpl_nonzero", "lgdt.fault_unchanged"],
    on: loadTable(bytes, 0n, { cpl }),
    end: "#GP(0)",
  })),
  {
    title: `silicon.3: raises #GP(0) for ${name.toUpperCase()} at CPL 3 before it looks at its operand`,
    rules: ["lgdt.gp_cpl_nonzero"],
    on: { bytes, cpl: 3, set: { rbx: DATA } },
    end: "#GP(0)",
  },
]);
