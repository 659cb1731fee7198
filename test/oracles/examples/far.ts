/** Far JMP and CALL to code segments, example by example. */
import type { DescriptorFields } from "../../../generators/descriptor.ts";
import type { RuleId } from "../../../spec/generated/rule-id.ts";
import type { Page } from "../../../spec/model.ts";
import type { Example } from "../example.ts";
import type { FieldValues, MachineOptions } from "../machine.ts";
import { DATA, data, GDT, gdtWith, table } from "../pages.ts";

type On = Omit<MachineOptions, "vendor">;

/** jmp far [rbx], call far [rbx]. */
export const JMP: readonly number[] = [0xff, 0x2b];
export const CALL: readonly number[] = [0xff, 0x1b];
/** Code that has not been accessed, at CPL 0. */
export const CODE_64: Partial<DescriptorFields> = { type: 0xa, l: 1, db: 0 };
export const CODE_32: Partial<DescriptorFields> = { type: 0xa };
const CODE_16 = { type: 0xa, db: 0 };
const CONFORMING = { type: 0xe, l: 1, db: 0 };
export const OFFSET = 0x5123_4567n;
/** The page of the stack, and what the machine's SS must be where it counts. */
const STACK = 0x4f_f000n;
const SS = { "ss.type": 3, "ss.db": 1, "ss.limit": 0xffff_ffff, "ss.g": 1 };
export const HIDDEN_64: FieldValues = {
  "cs.base": 0xffff_ffff_ffff_ffffn,
  "cs.limit": 0xffff_ffffn,
  "cs.g": 1n,
};

/** The low bytes of numbers, one after the other. */
export function bytesOf(...values: readonly (readonly [value: bigint, size: number])[]): number[] {
  return values.flatMap(([value, size]) =>
    Array.from({ length: size }, (_, at) => Number((value >> BigInt(8 * at)) & 0xffn)),
  );
}

/** A far pointer at DATA. */
export function pointer(selector: number, offset: bigint, size = 4): Page {
  return data(bytesOf([offset, size], [BigInt(selector), 2]));
}

export function stack(page: Partial<Page> = {}): Page {
  return { linear: STACK, user: true, write: true, execute: false, data: [], ...page };
}

/** A JMP through memory to 28h, of which `entry` is the descriptor. */
function jmp(
  selector: number,
  entry: Partial<DescriptorFields>,
  on: Partial<On> & { offset?: bigint; size?: number } = {},
): On {
  const { offset = OFFSET, size, ...rest } = on;
  return {
    bytes: JMP,
    pages: [...gdtWith(entry), pointer(selector, offset, size)],
    ...rest,
    set: { rbx: DATA, ...rest.set },
  };
}

/** A CALL likewise, with a stack. */
function call(selector: number, entry: Partial<DescriptorFields>, on: Parameters<typeof jmp>[2] = {}): On {
  const { offset = OFFSET, size } = on;
  return jmp(selector, entry, {
    bytes: CALL,
    pages: [...gdtWith(entry), pointer(selector, offset, size), stack()],
    ...on,
    set: { rsp: STACK + 0x800n, ...on.set },
  });
}

const LOADED: readonly RuleId[] = ["far.cs_selector", "far.cs_attributes", "far.rip_from_offset"];

/** Direct forms in the 16-bit code of the machine's compatibility mode. */
const EA_TO_28 = [0xea, 0x67, 0x45, 0x28, 0];
const EA_32_TO_28 = [0x66, 0xea, 0x67, 0x45, 0x23, 0x51, 0x28, 0];

const GP: readonly (readonly [string, number, Partial<DescriptorFields>, RuleId, number?])[] = [
  ["data", 0x28, { type: 2 }, "far.gp_type"],
  ["an LDT", 0x28, { s: 0, type: 2 }, "far.gp_type"],
  ["a TSS in long mode", 0x28, { s: 0, type: 9 }, "far.gp_type"],
  ["a task gate in long mode", 0x28, { s: 0, type: 5 }, "far.gp_type"],
  ["a gate of 16 bits in long mode", 0x28, { s: 0, type: 4 }, "far.gp_type"],
  ["an interrupt gate", 0x28, { s: 0, type: 0xe }, "far.gp_type"],
  ["code with L and D in long mode", 0x28, { ...CODE_64, db: 1 }, "far.gp_l_and_d"],
  ["conforming code of an outer privilege", 0x28, { ...CONFORMING, dpl: 1 }, "far.gp_conforming_dpl"],
  ["code through an RPL above CPL", 0x29, CODE_64, "far.gp_rpl"],
  ["code of an outer privilege", 0x28, { ...CODE_64, dpl: 3 }, "far.gp_dpl"],
  ["code of an inner privilege", 0x2b, CODE_64, "far.gp_dpl", 3],
];

export const farExamples: readonly Example[] = [
  {
    title: "enters 64-bit code",
    rules: [...LOADED, "far.accessed_written", "far.cs_64bit_base_and_limit_unspecified"],
    on: jmp(0x28, { ...CODE_64, avl: 1 }),
    end: "retired",
    after: {
      rip: OFFSET,
      "cs.selector": 0x28,
      "cs.type": 0xb,
      "cs.l": 1,
      "cs.db": 0,
      "cs.avl": 1,
      "cs.dpl": 0,
      cpl: 0,
    },
    writes: { "60002dh": "9b" },
    masked: HIDDEN_64,
  },
  {
    title: "silicon.14: enters 32-bit code, with RSP cut to 32 bits",
    rules: [...LOADED, "far.cs_base_and_limit", "far.rsp_cut_entering_compat"],
    on: jmp(
      0x28,
      { ...CODE_32, base: 0x1_0000, limit: 0x1_2345, g: 0 },
      { offset: 0x1_2345n, set: { rsp: 0x7_0050_0000n } },
    ),
    end: "retired",
    after: {
      rip: 0x1_2345n,
      "cs.base": 0x1_0000n,
      "cs.limit": 0x1_2345,
      "cs.g": 0,
      "cs.l": 0,
      "cs.db": 1,
      rsp: 0x50_0000n,
    },
  },
  {
    title: "enters 64-bit code from compatibility mode, with RSP as it was",
    rules: LOADED,
    on: { bytes: EA_TO_28, mode: "compat", pages: gdtWith(CODE_64) },
    end: "retired",
    after: { rip: 0x4567n, "cs.l": 1, rsp: 0x50_0000n },
  },
  {
    title: "takes an offset of 32 bits under 66h in 16-bit code",
    rules: ["far.rip_from_offset", "far.offset_not_cut_to_16_bits"],
    on: { bytes: EA_32_TO_28, mode: "compat", pages: gdtWith(CODE_16) },
    end: "retired",
    after: { rip: OFFSET, "cs.db": 0 },
  },
  {
    title: "takes an offset of 16 bits under 66h in 64-bit mode",
    rules: ["far.rip_from_offset"],
    on: jmp(0x28, CODE_64, { bytes: [0x66, ...JMP], size: 2 }),
    end: "retired",
    after: { rip: 0x4567n },
  },
  {
    title: "silicon.13: takes an offset of 64 bits with REX.W on Intel",
    rules: ["far.rip_from_offset"],
    vendors: ["intel"],
    on: jmp(0x28, CODE_64, { bytes: [0x48, ...JMP], size: 8, offset: 0xffff_8000_0000_0000n }),
    end: "retired",
    after: { rip: 0xffff_8000_0000_0000n },
  },
  {
    title: "takes an offset of 32 bits with REX.W on AMD",
    rules: ["far.rex_w_offset_32_bits"],
    vendors: ["amd"],
    on: jmp(0x28, CODE_64, { bytes: [0x48, ...JMP] }),
    end: "retired",
    after: { rip: OFFSET },
  },
  {
    title: "silicon.13: raises #GP(0) for an offset that is not canonical",
    rules: ["far.gp_target_noncanonical"],
    vendors: ["intel"],
    on: jmp(0x28, { ...CODE_64, type: 0xb }, { bytes: [0x48, ...JMP], size: 8, offset: 0x8000_0000_0000n }),
    end: "#GP(0)",
    writes: {},
  },
  {
    title: "goes by 57 bits under CR4.LA57",
    rules: ["far.rip_from_offset"],
    vendors: ["intel"],
    on: jmp(0x28, CODE_64, {
      bytes: [0x48, ...JMP],
      size: 8,
      offset: 0x8000_0000_0000n,
      features: { la57: true },
      set: { cr4: 0x1_1020n },
    }),
    end: "retired",
    after: { rip: 0x8000_0000_0000n },
  },
  {
    title: "silicon.13: cuts an offset of 64 bits for 32-bit code before the limit check",
    rules: ["far.offset_cut_to_32_bits"],
    vendors: ["intel"],
    on: jmp(0x28, CODE_32, { bytes: [0x48, ...JMP], size: 8, offset: 0x8000_0000_1234n }),
    end: "retired",
    after: { rip: 0x1234n },
  },
  {
    title: "silicon.10: raises #GP(0) for an offset beyond the limit",
    rules: ["far.gp_target_limit", "far.accessed_on_fault", "farjmp.fault_unchanged"],
    on: jmp(0x28, { ...CODE_32, limit: 0x1234, g: 0 }, { offset: 0x1235n }),
    end: "#GP(0)",
    writes: {},
    otherwise: { "far.accessed_on_fault=written": { end: "#GP(0)", writes: { "60002dh": "9b" } } },
  },
  {
    title: "ignores the limit of 64-bit code",
    rules: ["far.rip_from_offset"],
    on: jmp(0x28, { ...CODE_64, limit: 0x1234, g: 0 }),
    end: "retired",
    after: { rip: OFFSET },
  },
  {
    title: "makes the RPL of CS the CPL",
    rules: ["far.cs_rpl_is_cpl"],
    on: jmp(0x28, { ...CODE_64, dpl: 3 }, { cpl: 3 }),
    end: "retired",
    after: { "cs.selector": 0x2b, cpl: 3 },
  },
  {
    title: "enters conforming code of an inner privilege without changing CPL",
    rules: ["far.cs_rpl_is_cpl"],
    on: jmp(0x28, CONFORMING, { cpl: 3 }),
    end: "retired",
    after: { "cs.selector": 0x2b, "cs.dpl": 0, cpl: 3 },
  },
  {
    title: "does not check the RPL of conforming code",
    rules: ["far.conforming_rpl_ignored", "far.cs_rpl_is_cpl"],
    on: jmp(0x2b, CONFORMING),
    end: "retired",
    after: { "cs.selector": 0x28 },
  },
  ...[0, 1, 2, 3].map((selector): Example => ({
    title: `silicon.10: raises #GP(0) for the null selector ${selector}`,
    rules: ["far.gp_null"],
    on: jmp(
      selector,
      {},
      { cpl: 3, pages: [table(GDT, { 0: { ...CODE_64, dpl: 3 } }), pointer(selector, OFFSET)] },
    ),
    end: "#GP(0)",
  })),
  {
    title: "silicon.10: raises #GP(selector) beyond the limit of the table",
    rules: ["far.gp_limit"],
    on: jmp(0x28, CODE_64, { set: { "gdtr.limit": 0x2e } }),
    end: "#GP(28h)",
  },
  {
    title: "reads a descriptor that ends with the table",
    rules: ["far.cs_selector"],
    on: jmp(0x28, CODE_64, { set: { "gdtr.limit": 0x2f } }),
    end: "retired",
    after: { "cs.selector": 0x28 },
  },
  ...GP.map(([what, selector, entry, rule, cpl = 0]): Example => ({
    title: `raises #GP(selector) for ${what}`,
    rules: [rule],
    on: jmp(selector, entry, { cpl }),
    end: "#GP(28h)",
    writes: {},
  })),
  {
    title: "silicon.10: raises #NP(selector) for code that is not present",
    rules: ["far.np_not_present"],
    on: jmp(0x28, { ...CODE_64, p: 0 }),
    end: "#NP(28h)",
    writes: {},
  },
  ...(
    [
      ["the type", { type: 2 }],
      ["L and D", { ...CODE_64, db: 1 }],
      ["the DPL", { ...CODE_64, dpl: 2 }],
    ] as const
  ).map(([what, entry]): Example => ({
    title: `silicon.10: checks ${what} before the presence`,
    rules: ["far.gp_before_not_present"],
    on: jmp(0x28, { ...entry, p: 0 }),
    end: "#GP(28h)",
  })),
  ...(["legacy", "compat"] as const).map((mode): Example => ({
    title: `loads base and limit in ${mode} mode`,
    rules: ["far.cs_base_and_limit", "far.cs_selector"],
    on: { bytes: EA_TO_28, mode, pages: gdtWith({ ...CODE_32, base: 0x8000_0000, limit: 0x4567, g: 0 }) },
    end: "retired",
    after: { "cs.base": 0x8000_0000n, "cs.limit": 0x4567, "cs.db": 1, rip: 0x4567n },
  })),
  {
    title: "leaves open what the hidden L becomes in legacy mode",
    rules: ["far.cs_legacy_l_unspecified"],
    on: { bytes: EA_TO_28, mode: "legacy", pages: gdtWith({ ...CODE_32, l: 1 }) },
    end: "retired",
    masked: { "cs.l": 1n },
  },
  ...[
    [0xea, 0x67, 0x45, 0x23, 0x51, 0x28, 0],
    [0x9a, 0x67, 0x45, 0x23, 0x51, 0x28, 0],
  ].map((bytes): Example => ({
    title: `raises #UD for ${bytes[0]?.toString(16)}h in 64-bit mode`,
    rules: ["far.ud_direct_in_64bit_mode"],
    on: { bytes, pages: [...gdtWith(CODE_64), stack()] },
    end: "#UD",
  })),
  ...[0xeb, 0xdb].map((modrm): Example => ({
    title: `raises #UD for a register operand, FF ${modrm.toString(16)}h`,
    rules: ["far.ud_register"],
    on: { bytes: [0xff, modrm], pages: gdtWith(CODE_64) },
    end: "#UD",
  })),
];

export const farjmpExamples: readonly Example[] = [
  {
    title: "completes and leaves everything else alone",
    rules: ["farjmp.completes", "farjmp.unchanged"],
    on: jmp(0x28, CODE_32),
    end: "retired",
    after: { rip: OFFSET },
  },
  {
    title: "silicon.6: traps at the target under TF",
    rules: ["debug.db_single_step"],
    on: jmp(0x28, CODE_64, { set: { rflags: 0x302n } }),
    end: "#DB",
    after: { rip: OFFSET },
  },
  {
    title: "silicon.6: raises only the fault under TF",
    rules: ["far.np_not_present"],
    on: jmp(0x28, { ...CODE_64, p: 0 }, { set: { rflags: 0x302n } }),
    end: "#NP(28h)",
  },
];

const PUSHED: readonly RuleId[] = ["farcall.cs_pushed", "farcall.rip_pushed"];

export const farcallExamples: readonly Example[] = [
  {
    title: "pushes CS and RIP with 4 bytes each in 64-bit mode",
    rules: [...PUSHED, "farcall.rsp", "farcall.completes", "farcall.unchanged"],
    on: call(0x28, CODE_64),
    end: "retired",
    after: { rip: OFFSET, rsp: 0x4f_f7f8n },
    writes: { "4ff7fch": "58000000", "4ff7f8h": "021f4000", "60002dh": "9b" },
  },
  {
    title: "pushes 8 bytes each with REX.W on Intel",
    rules: [...PUSHED, "farcall.rsp"],
    vendors: ["intel"],
    on: call(0x28, CODE_64, { bytes: [0x48, ...CALL], size: 8 }),
    end: "retired",
    after: { rsp: 0x4f_f7f0n },
    writes: { "4ff7f8h": "5800000000000000", "4ff7f0h": "031f400000000000", "60002dh": "9b" },
  },
  {
    title: "pushes 8 bytes each with REX.W on AMD, though the offset has 32 bits",
    rules: [...PUSHED, "farcall.rsp", "far.rex_w_offset_32_bits"],
    vendors: ["amd"],
    on: call(0x28, CODE_64, { bytes: [0x48, ...CALL] }),
    end: "retired",
    after: { rip: OFFSET, rsp: 0x4f_f7f0n },
    writes: { "4ff7f8h": "5800000000000000", "4ff7f0h": "031f400000000000", "60002dh": "9b" },
  },
  {
    title: "pushes 2 bytes each with 66h",
    rules: [...PUSHED, "farcall.rsp"],
    on: call(0x28, CODE_64, { bytes: [0x66, ...CALL], size: 2 }),
    end: "retired",
    after: { rip: 0x4567n, rsp: 0x4f_f7fcn },
    writes: { "4ff7feh": "5800", "4ff7fch": "031f", "60002dh": "9b" },
  },
  {
    title: "silicon.14: pushes to the stack of compatibility mode, RSP cut and SS.base added",
    rules: [...PUSHED, "farcall.stack_of_target_mode", "farcall.rsp"],
    on: call(0x28, CODE_32, { set: { rsp: 0x7_004f_8800n, "ss.base": 0x7000n, ...SS } }),
    end: "retired",
    after: { rsp: 0x4f_87f8n },
    writes: { "4ff7fch": "58000000", "4ff7f8h": "021f4000", "60002dh": "9b" },
  },
  {
    title: "pushes to a stack of 16 bits, and keeps bits 31 to 16 of RSP",
    rules: [...PUSHED, "farcall.stack_of_target_mode", "far.rsp_cut_entering_compat", "farcall.rsp"],
    on: call(0x28, CODE_32, { set: { rsp: 0x7_1234_f800n, "ss.base": 0x4f_0000n, ...SS, "ss.db": 0 } }),
    end: "retired",
    after: { rsp: 0x1234_f7f8n },
    writes: { "4ff7fch": "58000000", "4ff7f8h": "021f4000", "60002dh": "9b" },
  },
  {
    title:
      "pushes to the stack of 64-bit mode from compatibility mode, where neither base nor limit of SS counts",
    rules: [...PUSHED, "farcall.stack_of_target_mode"],
    on: {
      bytes: [0x9a, 0x67, 0x45, 0x28, 0],
      mode: "compat",
      pages: [...gdtWith(CODE_64), stack()],
      set: { rsp: STACK + 0x800n, "ss.base": 0x7000n, ...SS, "ss.limit": 0xfff, "ss.g": 0 },
    },
    end: "retired",
    after: { rsp: 0x4f_f7fcn },
    writes: { "4ff7feh": "5800", "4ff7fch": "051f", "60002dh": "9b" },
  },
  {
    title: "pushes to the stack in legacy mode",
    rules: [...PUSHED, "farcall.rsp"],
    on: {
      bytes: [0x66, 0x9a, 0x67, 0x45, 0x23, 0x51, 0x28, 0],
      mode: "legacy",
      pages: [...gdtWith(CODE_32), stack()],
      set: { rsp: STACK + 0x800n, "ss.base": 0n, ...SS },
    },
    end: "retired",
    after: { rsp: 0x4f_f7f8n, rip: OFFSET },
    writes: { "4ff7fch": "58000000", "4ff7f8h": "081f4000", "60002dh": "9b" },
  },
  {
    title: "silicon.15: leaves both slots written when the offset is beyond the limit",
    rules: [...PUSHED, "far.gp_target_limit", "farcall.fault_unchanged"],
    on: call(0x28, { ...CODE_32, type: 0xb, limit: 0x1234, g: 0 }, { set: { "ss.base": 0n, ...SS } }),
    end: "#GP(0)",
    after: { rsp: STACK + 0x800n },
    writes: { "4ff7fch": "58000000", "4ff7f8h": "021f4000" },
  },
  {
    title: "silicon.15: leaves both slots written when the offset is not canonical",
    rules: [...PUSHED, "far.gp_target_noncanonical"],
    vendors: ["intel"],
    on: call(0x28, { ...CODE_64, type: 0xb }, { bytes: [0x48, ...CALL], size: 8, offset: 0x8000_0000_0000n }),
    end: "#GP(0)",
    writes: { "4ff7f8h": "5800000000000000", "4ff7f0h": "031f400000000000" },
  },
  {
    title: "silicon.15: raises the fault of the stack before that of the offset",
    rules: ["memory.ss_noncanonical", "far.accessed_on_fault"],
    on: call(0x28, CODE_64, { set: { rsp: 0x9000_0000_0000n } }),
    end: "#SS(0)",
    writes: {},
    otherwise: { "far.accessed_on_fault=written": { end: "#SS(0)", writes: { "60002dh": "9b" } } },
  },
  {
    title: "leaves the slot of CS written when that of RIP is not mapped",
    rules: ["farcall.cs_pushed"],
    on: call(0x28, { ...CODE_64, type: 0xb }, { set: { rsp: STACK + 4n } }),
    end: "#PF(2h) at 4feffch",
    writes: { "4ff000h": "58000000" },
  },
  {
    title: "silicon.15: touches no stack for a selector that it refuses",
    rules: ["far.np_not_present", "farcall.fault_unchanged"],
    on: call(0x28, { ...CODE_64, p: 0 }),
    end: "#NP(28h)",
    writes: {},
  },
  {
    title: "raises #GP(0) for a null selector",
    rules: ["far.gp_null"],
    on: call(0, {}, { pages: [table(GDT, { 0: CODE_64 }), pointer(0, OFFSET), stack()] }),
    end: "#GP(0)",
  },
];
