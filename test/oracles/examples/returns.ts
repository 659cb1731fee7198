/** Far RET and IRET, example by example. */
import type { Page } from "../../../spec/model.ts";
import type { RuleId } from "../../../spec/generated/rule-id.ts";
import type { DescriptorFields } from "../../../generators/descriptor.ts";
import type { Example } from "../example.ts";
import { BYTES, type FieldValues, type MachineOptions } from "../machine.ts";
import { GDT, table } from "../pages.ts";

type On = Omit<MachineOptions, "vendor">;
type Entries = { readonly [index: number]: Partial<DescriptorFields> };

const INTEL = ["intel"] as const;
const AMD = ["amd"] as const;
const STACK = 0x50_0000n;
const TARGET = 0x70_0000n;
const NONCANONICAL = 0x8000_0000_0070_0000n;
const TF = 0x100n;
const RF = 0x1_0000n;
const VM = 0x2_0000n;
/** Selectors of the table below. */
const KERNEL_64 = 0x08n;
const KERNEL_32 = 0x10n;
const KERNEL_DATA = 0x18n;
const USER_64 = 0x23n;
const USER_32 = 0x2bn;
const USER_DATA = 0x33n;
/** Not within the limit of the table, with RPL 3. */
const BEYOND = 0x83n;

const CODE: Partial<DescriptorFields> = { type: 0xb };
const ENTRIES: Entries = {
  1: { ...CODE, l: 1, db: 0 },
  2: CODE,
  3: { type: 3 },
  4: { ...CODE, dpl: 3, l: 1, db: 0 },
  5: { ...CODE, dpl: 3 },
  6: { dpl: 3 },
};

/** 32-bit code, and a stack segment that reaches the frame outside 64-bit mode. */
const FLAT_32: FieldValues = {
  "cs.db": 1,
  "ss.base": 0n,
  "ss.limit": 0xffff_ffff,
  "ss.db": 1,
  "ss.g": 1,
  "ss.type": 3,
};

/** The page of the stack, with a frame of slots of `size` bytes at `linear`. */
function stack(size: number, values: readonly bigint[], linear: bigint = STACK): Page {
  const bytes = new Uint8Array(size * values.length);
  values.forEach((value, slot) => {
    for (let index = 0; index < size; index++)
      bytes[slot * size + index] = Number((value >> BigInt(8 * index)) & 0xffn);
  });
  const offset = Number(linear & 0xfffn);
  return {
    linear: linear & ~0xfffn,
    user: true,
    write: true,
    execute: false,
    data: [{ offset, bytes: bytes.slice(0, 4096 - offset) }],
  };
}

/** A return with this frame; other entries of the GDT as given. */
function returning(
  bytes: readonly number[],
  values: readonly bigint[],
  {
    entries = {},
    at = STACK,
    ...on
  }: Partial<On> & { readonly entries?: Entries; readonly at?: bigint } = {},
): On {
  const wide = bytes[0] === 0x48 ? 8 : bytes[0] === 0x66 ? 2 : 4;
  const pages = on.pages ?? [stack(wide, values, at)];
  return {
    bytes,
    ...on,
    pages: [table(GDT, { ...ENTRIES, ...entries }), ...pages],
    set: { rsp: at, ...(on.mode === undefined ? {} : FLAT_32), ...on.set },
  };
}

/** IRETQ at CPL 0 to kernel code with this SS. */
function iretqWithSs(ss: bigint, entries: Entries = {}): On {
  return returning(BYTES.iretq, [TARGET, KERNEL_64, 2n, STACK, ss], { entries });
}

const SS_FAULTS: readonly (readonly [string, bigint, Entries, Example["end"], RuleId])[] = [
  ["beyond its table", 0x80n, {}, "#GP(80h)", "return.gp_ss_limit"],
  ["with another RPL than CS", KERNEL_DATA | 3n, {}, "#GP(18h)", "return.gp_ss_rpl"],
  ["that is read-only", KERNEL_DATA, { 3: { type: 1 } }, "#GP(18h)", "return.gp_ss_type"],
  ["that is code", KERNEL_32, {}, "#GP(10h)", "return.gp_ss_type"],
  ["that is a system descriptor", KERNEL_DATA, { 3: { s: 0, type: 2 } }, "#GP(18h)", "return.gp_ss_type"],
  ["with another DPL", KERNEL_DATA, { 3: { dpl: 1 } }, "#GP(18h)", "return.gp_ss_dpl"],
  ["that is not present", KERNEL_DATA, { 3: { p: 0 } }, "#SS(18h)", "return.ss_not_present"],
  [
    "not present with another DPL",
    KERNEL_DATA,
    { 3: { p: 0, dpl: 1 } },
    "#GP(18h)",
    "return.ss_gp_before_not_present",
  ],
];

/** What is wrong with CS at CPL 1, and the fault that says so. */
const CS_FAULTS: readonly (readonly [string, bigint, Entries, Example["end"]])[] = [
  ["null", 0n, {}, "#GP(0)"],
  ["beyond its table", 0x81n, {}, "#GP(80h)"],
  ["data", KERNEL_DATA | 1n, {}, "#GP(18h)"],
  ["code with L and D", KERNEL_64 | 1n, { 1: { ...CODE, dpl: 1, l: 1, db: 1 } }, "#GP(8h)"],
  ["of an inner level", KERNEL_64, {}, "#GP(8h)"],
  ["conforming of a DPL above the RPL", KERNEL_64 | 1n, { 1: { type: 0xf, dpl: 2, l: 1, db: 0 } }, "#GP(8h)"],
  ["of another DPL", KERNEL_64 | 1n, {}, "#GP(8h)"],
  ["not present", KERNEL_64 | 1n, { 1: { ...CODE, dpl: 1, l: 1, db: 0, p: 0 } }, "#NP(8h)"],
];

/** What a return to CPL 3 makes null, and what it leaves. */
const INNER_DATA: FieldValues = {
  "es.selector": 0x28,
  "es.dpl": 0,
  "ds.selector": 0x32,
  "ds.dpl": 2,
  "fs.selector": 0x38,
  "fs.dpl": 0,
  "gs.dpl": 0,
  "gs.type": 0xf,
};
const NULLS: FieldValues = { "ds.selector": 2, "ds.p": 0, "fs.selector": 3, "fs.p": 0 };

export const returnExamples: readonly Example[] = [
  {
    title: "reads CS before RIP",
    rules: ["return.cs_read_before_rip"],
    on: returning(BYTES.retfq, [], { pages: [] }),
    end: "#PF(0) at 500008h",
  },
  {
    title: "of 32 bits reads the stack at all of RSP in 64-bit mode",
    rules: ["return.stack_64bit_for_every_size"],
    on: returning(BYTES.retf, [TARGET, KERNEL_64]),
    end: "retired",
    after: { rip: TARGET, rsp: STACK + 8n },
  },
  {
    title: "of 16 bits wraps its stack at 4 GiB in compatibility mode",
    rules: ["return.slots_wrap_at_4_gib"],
    on: {
      ...returning(BYTES.retfw, [], { mode: "compat", pages: [stack(2, [0x3456n, KERNEL_32], 0x1000n)] }),
      set: { ...FLAT_32, "ss.base": 0xffff_f000n, rsp: 0x2000n },
    },
    end: "retired",
    after: { rip: 0x3456n, rsp: 0x2004n },
  },
  {
    title: "reads its stack as the user at CPL 3, whom SMAP does not concern",
    rules: ["return.slots_read_as_user"],
    on: returning(BYTES.retfq, [TARGET, USER_64], {
      cpl: 3,
      features: { smap: true },
      set: { cr4: 0x21_0020n },
    }),
    end: "retired",
  },
  {
    title: "raises #GP(selector) on the way inwards",
    rules: ["return.gp_rpl_below_cpl"],
    on: returning(BYTES.retfq, [TARGET, KERNEL_64], { cpl: 3 }),
    end: "#GP(8h)",
  },
  {
    title: "raises #GP(selector) for conforming code of a DPL above the RPL",
    rules: ["return.gp_conforming_dpl"],
    on: returning(BYTES.retfq, [TARGET, KERNEL_64], { entries: { 1: { type: 0xf, dpl: 1, l: 1, db: 0 } } }),
    end: "#GP(8h)",
  },
  {
    title: "enters conforming code of a DPL below the RPL",
    rules: ["return.cpl_is_rpl"],
    on: returning(BYTES.iretq, [TARGET, KERNEL_64 | 3n, 2n, STACK, USER_DATA], {
      entries: { 1: { type: 0xf, dpl: 1, l: 1, db: 0 } },
    }),
    end: "retired",
    after: { cpl: 3, "cs.selector": 0xb },
  },
  {
    title: "raises #GP(selector) for nonconforming code of another DPL",
    rules: ["return.gp_dpl"],
    on: returning(BYTES.retfq, [TARGET, KERNEL_64], { entries: { 1: { ...CODE, dpl: 1, l: 1, db: 0 } } }),
    end: "#GP(8h)",
  },
  {
    title: "raises #GP(0) on AMD for a RIP of more than 32 bits in 32-bit code",
    rules: ["return.gp_rip_beyond_32_bits"],
    vendors: AMD,
    on: returning(BYTES.retfq, [TARGET | (1n << 32n), KERNEL_32]),
    end: "#GP(0)",
  },
  ...CS_FAULTS.flatMap(([what, cs, entries, end]): readonly Example[] => {
    const on = returning(BYTES.iretq, [TARGET, cs, 2n, STACK], { cpl: 1, at: 0x50_0fe0n, entries });
    return [
      {
        title: `checks that CS is not ${what} before it reads SS on Intel`,
        rules: ["return.cs_before_stack"],
        vendors: INTEL,
        on,
        end,
      },
      {
        title: `reads SS before it checks that CS is not ${what} on AMD`,
        rules: ["iret.stack_read_before_cs_checks"],
        vendors: AMD,
        on,
        end: "#PF(0) at 501000h",
      },
    ];
  }),
  ...SS_FAULTS.flatMap(([what, ss, entries, end]): readonly Example[] =>
    [
      [NONCANONICAL, KERNEL_64],
      [0x2000n, KERNEL_32],
    ].flatMap(([rip, cs]) => {
      const on = returning(BYTES.iretq, [rip as bigint, cs as bigint, 2n, STACK, ss], {
        entries: { 2: { ...CODE, limit: 1, g: 1 }, ...entries },
      });
      const code = cs === KERNEL_32 ? "32-bit" : "64-bit";
      return [
        {
          title: `checks that SS is not one ${what} before RIP of ${code} code on Intel`,
          rules: ["return.ss_before_rip"],
          vendors: INTEL,
          on,
          end,
        },
        {
          title: `checks RIP of ${code} code before SS ${what} on AMD`,
          rules: ["return.rip_before_ss"],
          vendors: AMD,
          on,
          end: "#GP(0)",
        },
      ] as const;
    }),
  ),
  {
    title: "raises #GP(0) for a null SS of 32-bit code",
    rules: ["return.gp_ss_null_not_64bit"],
    on: returning(BYTES.iretq, [TARGET, KERNEL_32, 2n, STACK, 0n]),
    end: "#GP(0)",
  },
  {
    title: "raises #GP(0) for a null SS at CPL 3",
    rules: ["return.gp_ss_null_cpl_3"],
    on: returning(BYTES.iretq, [TARGET, USER_64, 2n, STACK, 3n]),
    end: "#GP(0)",
  },
  {
    title: "raises #GP(0) for a null SS with another RPL, or takes it",
    rules: ["return.ss_null_rpl"],
    on: iretqWithSs(1n),
    end: "#GP(0)",
    otherwise: { "return.ss_null_rpl=accepted": { end: "retired", after: { "ss.selector": 1, "ss.p": 0 } } },
  },
  {
    title: "takes a null SS in 64-bit code at CPL 1",
    rules: ["return.ss_selector", "return.ss_null_unusable", "return.null_hidden_unspecified"],
    on: returning(BYTES.iretq, [TARGET, KERNEL_64 | 1n, 2n, STACK, 1n], {
      entries: { 1: { ...CODE, dpl: 1, l: 1, db: 0 } },
    }),
    end: "retired",
    after: { cpl: 1, "ss.selector": 1, "ss.p": 0, "ss.dpl": 1 },
  },
  ...SS_FAULTS.map(([what, ss, entries, end, rule]): Example => ({
    title: `raises ${end} for an SS ${what}`,
    rules: [rule],
    on: iretqWithSs(ss, entries),
    end,
  })),
  {
    title: "goes outwards, and takes from the data segments what CPL 3 may not have",
    rules: [
      "return.cpl_is_rpl",
      "return.rip",
      "return.rsp",
      "return.ss_selector",
      "return.ss_base_and_limit",
      "return.ss_attributes",
      "return.ss_l_unspecified",
      "return.ss_accessed_written",
      "return.data_selector_nulled",
      "return.data_unusable",
      "return.data_base_kept",
      "return.conforming_kept",
    ],
    on: returning(BYTES.iretq, [TARGET, USER_64, 2n, 0xdead_beef_cafe_f00dn, USER_DATA], {
      set: INNER_DATA,
      entries: { 6: { dpl: 3, base: 0x9234_5678, limit: 0x1_2345, g: 0, avl: 1 } },
    }),
    end: "retired",
    after: {
      cpl: 3,
      rip: TARGET,
      rsp: 0xdead_beef_cafe_f00dn,
      "cs.selector": 0x23,
      "ss.selector": 0x33,
      "ss.base": 0x9234_5678n,
      "ss.limit": 0x1_2345,
      "ss.type": 3,
      "ss.dpl": 3,
      "ss.db": 1,
      "ss.avl": 1,
      "ss.g": 0,
      "es.selector": 0,
      "es.p": 0,
      "ds.selector": 0,
      "fs.selector": 0,
      "fs.p": 0,
      "fs.base": 0x1111_2222_3333n,
      "gs.selector": 0x43,
      "gs.p": 1,
    },
    writes: { "600035h": "f3" },
  },
  {
    title: "turns null selectors into 0 on Intel",
    rules: ["return.null_selector_zeroed"],
    vendors: INTEL,
    on: returning(BYTES.iretq, [TARGET, USER_64, 2n, STACK, USER_DATA], { set: NULLS }),
    end: "retired",
    after: { "ds.selector": 0, "fs.selector": 0, "fs.base": 0x1111_2222_3333n },
  },
  {
    title: "turns null selectors into 0 on AMD, or leaves them",
    rules: ["return.null_selector_ds_es", "return.null_selector_fs_gs"],
    vendors: AMD,
    on: returning(BYTES.iretq, [TARGET, USER_64, 2n, STACK, USER_DATA], { set: NULLS }),
    end: "retired",
    after: { "ds.selector": 0, "fs.selector": 0, "fs.base": 0x1111_2222_3333n },
    otherwise: {
      "return.null_selector_ds_es=kept": { end: "retired", after: { "ds.selector": 2 } },
      "return.null_selector_fs_gs=kept": { end: "retired", after: { "fs.selector": 3 } },
    },
  },
  {
    title: "changes SP only where the new stack has 16 bits",
    rules: ["return.rsp", "return.narrow_stack_bits_kept"],
    on: returning(BYTES.iretq, [TARGET, KERNEL_32, 2n, 0xcafe_f00dn, KERNEL_DATA], {
      entries: { 3: { db: 0, type: 3 } },
    }),
    end: "retired",
    after: { rsp: 0x50_f00dn },
  },
  {
    title: "changes ESP where the new stack has 32 bits",
    rules: ["return.rsp"],
    on: returning(BYTES.iretq, [TARGET, KERNEL_32, 2n, 0xdead_beef_cafe_f00dn, KERNEL_DATA]),
    end: "retired",
    after: { rsp: 0xcafe_f00dn },
  },
  {
    title: "keeps the upper half of RSP on AMD where the new stack has 16 bits",
    rules: ["return.narrow_stack_upper_kept"],
    vendors: AMD,
    on: returning(BYTES.iretq, [TARGET, KERNEL_32, 2n, 0xcafe_f00dn, KERNEL_DATA], {
      entries: { 3: { db: 0, type: 3 } },
      at: 0x1234_0050_0000n,
    }),
    end: "retired",
    after: { rsp: 0x1234_0050_f00dn },
  },
  {
    title: "clears the upper half of RSP on Intel where the new stack has 16 bits",
    rules: ["return.narrow_stack_bits_kept"],
    vendors: INTEL,
    on: returning(BYTES.iretq, [TARGET, KERNEL_32, 2n, 0xcafe_f00dn, KERNEL_DATA], {
      entries: { 3: { db: 0, type: 3 } },
      at: 0x1234_0050_0000n,
    }),
    end: "retired",
    after: { rsp: 0x50_f00dn },
  },
  {
    title: "may have set the accessed bit of SS when RIP faults on Intel",
    rules: ["return.ss_accessed_on_fault"],
    vendors: INTEL,
    on: returning(BYTES.iretq, [NONCANONICAL, USER_64, 2n, STACK, USER_DATA]),
    end: "#GP(0)",
    writes: {},
    otherwise: { "return.ss_accessed_on_fault=written": { end: "#GP(0)", writes: { "600035h": "f3" } } },
  },
];

export const retfExamples: readonly Example[] = [
  {
    title: "returns to 64-bit code at the same level",
    rules: ["retf.completes", "retf.unchanged", "return.rip", "return.rsp"],
    on: returning(BYTES.retfq, [TARGET, KERNEL_64 | 0xdead_0000n]),
    end: "retired",
    after: { rip: TARGET, rsp: STACK + 16n, cpl: 0, "cs.selector": 8, rflags: 0x203n },
  },
  {
    title: "raises #GP(0) for a null CS and changes nothing",
    rules: ["retf.fault_unchanged"],
    on: returning(BYTES.retfq, [TARGET, 3n]),
    end: "#GP(0)",
    after: { rip: 0x40_1f00n, rsp: STACK },
  },
  {
    title: "releases up to 64 KiB",
    rules: ["retf.release_unsigned"],
    on: returning([0x48, 0xca, 0x08, 0x80], [TARGET, KERNEL_64]),
    end: "retired",
    after: { rsp: STACK + 16n + 0x8008n },
  },
  {
    title: "releases parameters on both stacks on the way outwards",
    rules: ["return.cpl_is_rpl", "return.rsp"],
    on: returning([0x48, 0xca, 0x08, 0x00], [TARGET, USER_64, 0n, 0x1000n, USER_DATA]),
    end: "retired",
    after: { cpl: 3, rsp: 0x1008n, "ss.selector": 0x33 },
  },
  {
    title: "reads SS or RSP first on the way outwards",
    rules: ["retf.ss_and_rsp_order"],
    on: returning(BYTES.retfq, [TARGET, USER_64], { at: 0x50_0ff0n }),
    end: "#PF(0) at 501008h",
    otherwise: { "retf.ss_and_rsp_order=rsp": { end: "#PF(0) at 501000h" } },
  },
  {
    title: "checks CS or reads the stack first on the way outwards on AMD",
    rules: ["retf.stack_or_cs_first"],
    vendors: AMD,
    on: returning(BYTES.retfq, [TARGET, BEYOND], { at: 0x50_0ff0n }),
    end: "#GP(80h)",
    otherwise: { "retf.stack_or_cs_first=stack": { end: "#PF(0) at 501008h" } },
  },
  {
    title: "checks CS first on the way outwards on Intel",
    rules: ["return.cs_before_stack"],
    vendors: INTEL,
    on: returning(BYTES.retfq, [TARGET, BEYOND], { at: 0x50_0ff0n }),
    end: "#GP(80h)",
  },
  {
    title: "raises #GP(0) for a RIP that is not canonical on the way to 32-bit code, or cuts it, on Intel",
    rules: ["retf.outer_rip_noncanonical"],
    vendors: INTEL,
    on: returning(BYTES.retfq, [NONCANONICAL, USER_32, STACK, USER_DATA]),
    end: "#GP(0)",
    otherwise: { "retf.outer_rip_noncanonical=cut": { end: "retired", after: { rip: TARGET } } },
  },
];

/** Every flag but TF. */
const NO_TF = 0xffff_ffff_ffff_feffn;

export const iretExamples: readonly Example[] = [
  {
    title: "pops three values at the same level in compatibility mode",
    rules: ["iret.completes", "iret.unchanged"],
    on: returning(BYTES.iretd, [TARGET, KERNEL_32, 2n], { mode: "compat" }),
    end: "retired",
    after: { rip: TARGET, rsp: STACK + 12n, rflags: 2n, "ss.selector": 0x60 },
  },
  {
    title: "raises #GP(0) with NT in long mode, whatever the stack",
    rules: ["iret.gp_nt", "iret.fault_unchanged"],
    on: returning(BYTES.iretq, [TARGET, KERNEL_64, 2n, STACK, KERNEL_DATA], { set: { rflags: 0x4203n } }),
    end: "#GP(0)",
    after: { rip: 0x40_1f00n, rsp: STACK },
  },
  {
    title: "reads RFLAGS first",
    rules: ["iret.rflags_read_first"],
    on: returning(BYTES.iretq, [], { pages: [] }),
    end: "#PF(0) at 500010h",
  },
  {
    title: "reads SS before RSP",
    rules: ["iret.ss_read_before_rsp"],
    on: returning(BYTES.iretq, [TARGET, KERNEL_64, 2n], { at: 0x50_0fe8n }),
    end: "#PF(0) at 501008h",
  },
  {
    title: "checks CS or reads the stack first outside 64-bit mode on AMD",
    rules: ["iret.stack_or_cs_first"],
    vendors: AMD,
    on: returning(BYTES.iretd, [TARGET, BEYOND, 2n], { mode: "compat", at: 0x50_0ff4n }),
    end: "#GP(80h)",
    otherwise: { "iret.stack_or_cs_first=stack": { end: "#PF(0) at 501004h" } },
  },
  {
    title: "pops RSP and SS at the same level in 64-bit mode",
    rules: ["iret.same_level_pops_stack"],
    on: returning(BYTES.iretd, [TARGET, KERNEL_64, 2n, 0xcafe_f00dn, KERNEL_DATA]),
    end: "retired",
    after: { rsp: 0xcafe_f00dn, "ss.selector": 0x18 },
  },
  ...[
    ["data of inner levels", INNER_DATA],
    ["null selectors", NULLS],
  ].map(([what, set]): Example => ({
    title: `keeps ${what as string} at the same level`,
    rules: ["iret.same_level_keeps_data"],
    on: returning(BYTES.iretq, [TARGET, USER_64, 2n, STACK, USER_DATA], { cpl: 3, set: set as FieldValues }),
    end: "retired",
    after: { "fs.base": 0x1111_2222_3333n },
  })),
  {
    title: "does not return to virtual-8086 mode in compatibility mode",
    rules: ["iret.no_virtual_8086", "iret.vm_kept_0"],
    on: returning(BYTES.iretd, [TARGET, KERNEL_32, 2n | VM, 1n, 2n, 3n, 4n, 5n, 6n], { mode: "compat" }),
    end: "retired",
    after: { rip: TARGET, rflags: 2n },
  },
  {
    title: "raises #GP(0) on Intel for a RIP that is not canonical on the way to 32-bit code",
    rules: ["iret.gp_outer_rip_noncanonical"],
    vendors: INTEL,
    on: returning(BYTES.iretq, [NONCANONICAL, USER_32, 2n, STACK, USER_DATA]),
    end: "#GP(0)",
  },
  {
    title: "loads all flags at CPL 0 but VM and what is reserved",
    rules: [
      "iret.flags_from_image",
      "iret.if_from_image",
      "iret.iopl_from_image",
      "iret.ac_id_from_image",
      "iret.vif_vip_from_image",
      "iret.vm_kept_0",
      "iret.reserved_ignored",
    ],
    on: returning(BYTES.iretq, [TARGET, KERNEL_64, NO_TF, STACK, KERNEL_DATA], { set: { rflags: 2n } }),
    end: "retired",
    after: { rflags: 0x3d_7ed7n },
  },
  {
    title: "loads RF on Intel",
    rules: ["iret.rf_from_image"],
    vendors: INTEL,
    on: returning(BYTES.iretq, [TARGET, KERNEL_64, 2n | RF, STACK, KERNEL_DATA]),
    end: "retired",
    after: { rflags: 2n | RF },
  },
  {
    title: "loads RF on AMD, or clears it",
    rules: ["iret.rf"],
    vendors: AMD,
    on: returning(BYTES.iretq, [TARGET, KERNEL_64, 2n | RF, STACK, KERNEL_DATA]),
    end: "retired",
    after: { rflags: 2n | RF },
    otherwise: { "iret.rf=cleared": { end: "retired", after: { rflags: 2n } } },
  },
  {
    title: "keeps IF, IOPL, VIF and VIP at CPL 3 above IOPL",
    rules: ["iret.if_kept_above_iopl", "iret.iopl_kept_above_cpl_0", "iret.vif_vip_kept_above_cpl_0"],
    on: returning(BYTES.iretq, [TARGET, USER_64, 0x3002n, STACK, USER_DATA], {
      cpl: 3,
      set: { rflags: 0x18_0203n },
    }),
    end: "retired",
    after: { rflags: 0x18_0202n },
  },
  {
    title: "of 16 bits leaves the flags above alone but RF",
    rules: ["iret.o16_upper_flags_kept", "iret.o16_rf_cleared"],
    on: returning(BYTES.iretw, [0x3456n, KERNEL_64, 2n, 0xf00dn, KERNEL_DATA], {
      set: { rflags: 0x3d_0203n },
    }),
    end: "retired",
    after: { rip: 0x3456n, rsp: 0xf00dn, rflags: 0x3c_0002n },
  },
  {
    title: "traps by the TF of before",
    rules: ["iret.db_old_tf"],
    on: returning(BYTES.iretq, [TARGET, KERNEL_64, 2n, STACK, KERNEL_DATA], { set: { rflags: 2n | TF } }),
    end: "#DB",
    after: { rip: TARGET, rflags: 2n },
  },
  {
    title: "does not trap by the TF that it loads",
    rules: ["iret.no_db_new_tf"],
    on: returning(BYTES.iretq, [TARGET, KERNEL_64, 2n | TF, STACK, KERNEL_DATA]),
    end: "retired",
    after: { rip: TARGET, rflags: 2n | TF },
  },
];
