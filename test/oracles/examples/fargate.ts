/** Call gates of long mode, example by example. */
import type { DescriptorFields } from "../../../generators/descriptor.ts";
import type { RuleId } from "../../../spec/generated/rule-id.ts";
import type { Page } from "../../../spec/model.ts";
import type { Example } from "../example.ts";
import type { MachineOptions } from "../machine.ts";
import { DATA, GDT, table } from "../pages.ts";
import { bytesOf, CALL, CODE_32, CODE_64, HIDDEN_64, JMP, OFFSET, pointer, stack } from "./far.ts";

type On = Omit<MachineOptions, "vendor">;

/** Where the gate leads, and the selector of the code in it. */
const TARGET = 0xffff_8000_1234_5678n;
const CODE = 0x40;
const EDGE = 0x8000_0000_0000n;
/** The page of the inner stack, and where its pointer lies. */
const INNER = 0x65_0000n;
const RSP = INNER + 0x800n;

/** How a gate, its code and the TSS differ from good ones. */
interface Options {
  readonly bytes?: readonly number[];
  /** RPL of the selector of the gate. */
  readonly rpl?: number;
  readonly gate?: {
    readonly dpl?: number;
    readonly p?: number;
    readonly upper?: bigint;
    readonly selector?: number;
  };
  readonly offset?: bigint;
  readonly code?: Partial<DescriptorFields>;
  readonly newRsp?: bigint;
  readonly pages?: readonly Page[];
  readonly on?: Partial<On>;
}

/** Through the gate 28h, which takes two entries, to the code 40h. */
function through(options: Options): On {
  const {
    bytes = CALL,
    rpl = 3,
    gate = {},
    offset = TARGET,
    code = CODE_64,
    newRsp = RSP,
    pages = [],
    on = {},
  } = options;
  const { dpl = 3, p = 1, upper = 0n, selector = CODE } = gate;
  const low =
    (offset & 0xffffn) |
    (BigInt(selector) << 16n) |
    (BigInt(0xc00 | (dpl << 13) | (p << 15)) << 32n) |
    (((offset >> 16n) & 0xffffn) << 48n);
  const tss = bytesOf([0n, 4], [newRsp, 8], [newRsp + 0x100n, 8], [newRsp + 0x200n, 8]);
  return {
    bytes,
    cpl: 3,
    pages: [
      table(GDT, { 5: low, 6: (offset >> 32n) | (upper << 32n), 0: code, 2: code, 8: code }),
      pointer(0x28 | rpl, OFFSET),
      stack(),
      {
        linear: 0x63_0000n,
        user: false,
        write: true,
        execute: false,
        data: [{ offset: 0, bytes: Uint8Array.from(tss) }],
      },
      { linear: INNER, user: false, write: true, execute: false, data: [] },
      ...pages,
    ],
    ...on,
    set: { rbx: DATA, rsp: 0x4f_f800n, ...on.set },
  };
}

const USER: Partial<DescriptorFields> = { ...CODE_64, dpl: 3 };
const CONFORMING: Partial<DescriptorFields> = { ...CODE_64, type: 0xe };
const FRAME: readonly RuleId[] = [
  "fargate.ss_pushed",
  "fargate.rsp_pushed",
  "fargate.cs_pushed",
  "fargate.rip_pushed",
];
const INNER_WRITES = {
  "6507f8h": "6300000000000000",
  "6507f0h": "00f84f0000000000",
  "6507e8h": "5b00000000000000",
  "6507e0h": "021f400000000000",
};
const SAME_WRITES = { "4ff7f8h": "5b00000000000000", "4ff7f0h": "021f400000000000" };

const REFUSED: readonly (readonly [string, Example["end"], RuleId, Options])[] = [
  [
    "#GP(gate) for a gate of a DPL below CPL",
    "#GP(28h)",
    "fargate.gp_dpl_below_cpl",
    { gate: { dpl: 2 }, rpl: 0 },
  ],
  [
    "#GP(gate) for an RPL above the DPL of the gate",
    "#GP(28h)",
    "fargate.gp_rpl_above_dpl",
    { gate: { dpl: 2 }, rpl: 3, code: CODE_64, on: { cpl: 0 } },
  ],
  ["#NP(gate) for a gate that is not present", "#NP(28h)", "fargate.np_not_present", { gate: { p: 0 } }],
  [
    "#GP(gate) for a gate of another privilege, present or not",
    "#GP(28h)",
    "fargate.gp_before_not_present",
    { gate: { p: 0, dpl: 0 } },
  ],
  [
    "#GP(gate) for a gate whose upper half is beyond the table",
    "#GP(28h)",
    "fargate.gp_limit",
    { on: { set: { "gdtr.limit": 0x36 } }, gate: { selector: 0x10 } },
  ],
  [
    "#GP(gate) for a type in the upper half",
    "#GP(28h)",
    "fargate.gp_upper_type",
    { gate: { upper: 0x1000n } },
  ],
  [
    "#GP(gate) for the lowest bit of a type in the upper half",
    "#GP(28h)",
    "fargate.gp_upper_type",
    { gate: { upper: 0x100n } },
  ],
  ["#GP(0) for a null selector in the gate", "#GP(0)", "far.gp_null", { gate: { selector: 3 } }],
  ["#GP(code) for code beyond the table", "#GP(80h)", "far.gp_limit", { gate: { selector: 0x83 } }],
  ["#GP(code) for data", "#GP(40h)", "far.gp_type", { code: { ...CODE_64, type: 2 } }],
  [
    "#GP(code) for an outer privilege",
    "#GP(40h)",
    "fargate.gp_code_dpl",
    { code: { ...CODE_64, dpl: 2 }, on: { cpl: 1 } },
  ],
  [
    "#GP(code) for conforming code of an outer privilege",
    "#GP(40h)",
    "fargate.gp_code_dpl",
    { code: { ...CONFORMING, dpl: 2 }, on: { cpl: 1 } },
  ],
  ["#GP(code) for code of 32 bits", "#GP(40h)", "fargate.gp_not_64bit", { code: CODE_32 }],
  ["#GP(code) for JMP to an inner privilege", "#GP(40h)", "fargate.gp_jump_inward", { bytes: JMP }],
  [
    "#NP(code) for code that is not present",
    "#NP(40h)",
    "far.np_not_present",
    { code: { ...CODE_64, p: 0 } },
  ],
  [
    "#TS(TR) for a TSS that ends before RSP0",
    "#TS(40h)",
    "fargate.ts_limit",
    { on: { set: { "tr.limit": 0xa } } },
  ],
  [
    "#TS(TR) for a TSS that ends before RSP2",
    "#TS(40h)",
    "fargate.ts_limit",
    { code: { ...CODE_64, dpl: 2 }, on: { set: { "tr.limit": 0x1a } } },
  ],
  [
    "#SS(0) for a new RSP that is not canonical",
    "#SS(0)",
    "memory.ss_noncanonical",
    { code: { ...CODE_64, type: 0xb }, newRsp: EDGE + 1n },
  ],
];

export const fargateExamples: readonly Example[] = [
  {
    title: "goes inward to RSP0 of the TSS",
    rules: [
      ...FRAME,
      "fargate.rsp",
      "fargate.ss_null",
      "fargate.ss_hidden_unspecified",
      "fargate.cpl_is_dpl",
      "fargate.rip_from_gate",
      "far.cs_selector",
      "far.accessed_written",
      "farcall.completes",
    ],
    on: through({}),
    end: "retired",
    after: {
      rip: TARGET,
      cpl: 0,
      rsp: 0x65_07e0n,
      "cs.selector": 0x40,
      "cs.dpl": 0,
      "ss.selector": 0,
      "ss.p": 0,
      "ss.dpl": 0,
    },
    writes: { ...INNER_WRITES, "600045h": "9b" },
    masked: {
      ...HIDDEN_64,
      "ss.base": 0xffff_ffff_ffff_ffffn,
      "ss.limit": 0xffff_ffffn,
      "ss.type": 0xfn,
      "ss.s": 1n,
      "ss.avl": 1n,
      "ss.l": 1n,
      "ss.db": 1n,
      "ss.g": 1n,
    },
  },
  {
    title: "goes inward to RSP2 of the TSS, with the new CPL in SS and CS",
    rules: ["fargate.ss_null", "fargate.cpl_is_dpl", "fargate.rsp", "far.cs_rpl_is_cpl"],
    on: through({ code: { ...CODE_64, dpl: 2 }, on: { set: { "tr.limit": 0x1b } } }),
    end: "retired",
    after: { cpl: 2, rsp: 0x65_09e0n, "cs.selector": 0x42, "ss.selector": 2, "ss.dpl": 2 },
  },
  {
    title: "goes inward from compatibility mode",
    rules: ["fargate.rip_from_gate", ...FRAME],
    on: through({ bytes: [0x9a, 0x67, 0x45, 0x2b, 0], on: { mode: "compat" } }),
    end: "retired",
    after: { rip: TARGET, cpl: 0, rsp: 0x65_07e0n, "cs.l": 1 },
    writes: {
      "6507f8h": "6300000000000000",
      "6507f0h": "00f84f0000000000",
      "6507e8h": "5b00000000000000",
      "6507e0h": "051f400000000000",
      "600045h": "9b",
    },
  },
  {
    title: "stays at the same privilege for code of DPL = CPL",
    rules: ["fargate.cs_pushed", "fargate.rip_pushed", "fargate.rsp", "fargate.rip_from_gate"],
    on: through({ code: USER }),
    end: "retired",
    after: { rip: TARGET, cpl: 3, rsp: 0x4f_f7f0n, "cs.selector": 0x43 },
    writes: { ...SAME_WRITES, "600045h": "fb" },
  },
  {
    title: "stays at the same privilege for conforming code of an inner DPL",
    rules: ["fargate.cs_pushed", "fargate.rsp", "far.cs_rpl_is_cpl"],
    on: through({ code: CONFORMING }),
    end: "retired",
    after: { cpl: 3, rsp: 0x4f_f7f0n, "cs.selector": 0x43, "cs.dpl": 0 },
  },
  {
    title: "does not check the RPL of the selector in the gate",
    rules: ["fargate.code_rpl_ignored"],
    on: through({ gate: { selector: CODE | 3 }, on: { cpl: 2 } }),
    end: "retired",
    after: { cpl: 0, "cs.selector": 0x40 },
  },
  {
    title: "jumps to code of DPL = CPL and pushes nothing",
    rules: ["fargate.rip_from_gate", "farjmp.completes"],
    on: through({ bytes: JMP, code: USER }),
    end: "retired",
    after: { rip: TARGET, cpl: 3, rsp: 0x4f_f800n, "cs.selector": 0x43 },
    writes: { "600045h": "fb" },
  },
  {
    title: "jumps to conforming code of an inner DPL",
    rules: ["fargate.rip_from_gate"],
    on: through({ bytes: JMP, code: CONFORMING }),
    end: "retired",
    after: { rip: TARGET, cpl: 3, "cs.selector": 0x43 },
  },
  ...REFUSED.map(([what, end, rule, options]): Example => ({
    title: `raises ${what}`,
    rules: [rule],
    on: through(options),
    end,
    writes: {},
  })),
  {
    title: "checks presence and upper half of a gate in any order",
    rules: ["fargate.upper_half_before_present"],
    on: through({ gate: { p: 0, upper: 0x100n } }),
    end: "#NP(28h)",
    otherwise: { "fargate.upper_half_before_present=gp": { end: "#GP(28h)" } },
  },
  {
    title: "refuses JMP to an offset that is not canonical",
    rules: ["far.gp_target_noncanonical"],
    on: through({ bytes: JMP, code: { ...USER, type: 0xb }, offset: EDGE }),
    end: "#GP(0)",
    writes: {},
  },
  {
    title:
      "refuses CALL at the same privilege to an offset that is not canonical, before it pushes or afterwards",
    rules: ["fargate.target_check", "far.gp_target_noncanonical"],
    on: through({ code: { ...USER, type: 0xb }, offset: EDGE }),
    end: "#GP(0)",
    writes: {},
    otherwise: { "fargate.target_check=after pushes": { end: "#GP(0)", writes: SAME_WRITES } },
  },
  {
    title: "refuses CALL inward to an offset that is not canonical, before it pushes or afterwards",
    rules: ["fargate.target_check", "far.gp_target_noncanonical"],
    on: through({ code: { ...CODE_64, type: 0xb }, offset: EDGE }),
    end: "#GP(0)",
    writes: {},
    otherwise: { "fargate.target_check=after pushes": { end: "#GP(0)", writes: INNER_WRITES } },
  },
  {
    title: "takes the first address that is not canonical for a new RSP, or refuses it",
    rules: ["fargate.new_rsp_at_edge"],
    on: through({
      code: { ...CODE_64, type: 0xb },
      newRsp: EDGE,
      pages: [{ linear: EDGE - 0x1000n, user: false, write: true, execute: false, data: [] }],
    }),
    end: "#SS(0)",
    otherwise: { "fargate.new_rsp_at_edge=accepted": { end: "retired", after: { rsp: EDGE - 0x20n } } },
  },
  {
    title: "traps at the target under TF",
    rules: ["debug.db_single_step"],
    on: through({ on: { set: { rflags: 0x302n } } }),
    end: "#DB",
    after: { rip: TARGET, cpl: 0 },
  },
];
