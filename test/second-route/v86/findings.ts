/** Every finding on v86 once more, on the whole machine that its package is. */
import type { RuleId } from "../../../spec/generated/rule-id.ts";
import { DESCRIPTOR, PLACE, SELECTOR, type Experiment, type MachineSeen } from "./plain-machine.ts";

/** One experiment that shows one finding. */
export interface V86Confirmation {
  readonly rule: RuleId;
  /** What v86 does instead, in words. */
  readonly does: string;
  readonly experiment: Experiment;
  readonly shows:
    | { readonly gaveUp: RegExp }
    | {
        readonly seen: Partial<MachineSeen>;
        /** A 16-bit word of the image afterwards. */
        readonly word?: { readonly address: number; readonly value: number };
      };
}

const UD = 6;
const GP = 13;
const PF = 14;
const { code: CODE, target: TARGET, data: DATA } = PLACE;
const { first: FIRST, second: SECOND } = SELECTOR;
const RETF = [0xcb];
const IRET = [0xcf];
const LLDT = [0x0f, 0x00, 0xd0];
const LTR = [0x0f, 0x00, 0xd8];
const RDMSR = [0x0f, 0x32];
const WRMSR = [0x0f, 0x30];
const LAR = [0x0f, 0x02, 0xc8];
const MOV_DS_EAX = [0x8e, 0xd8];
const MOV_SS_EAX = [0x8e, 0xd0];
const UNKNOWN_MSR = 5;
const SYSENTER_CS = 0x174;
/** Code and data whose limit lies below most of the image. */
const SHORT_CODE = 0x004f_9b00_0000_5fffn;
const SHORT_USER_CODE = 0x004f_fb00_0000_5fffn;
const SHORT_DATA = 0x0040_9300_0000_0fffn;

const le32 = (value: number): readonly number[] => [0, 8, 16, 24].map((shift) => (value >>> shift) & 0xff);
const jumpFar = (offset: number, selector: number): readonly number[] => [0xea, ...le32(offset), selector, 0];
const callFar = (offset: number, selector: number): readonly number[] => [0x9a, ...le32(offset), selector, 0];
const setEax = (value: number): readonly number[] => [0xb8, ...le32(value)];
/** Goes on in the code segment of the selector, right behind this jump. */
const IN_FIRST = jumpFar(CODE + 7, FIRST);
/** mov eax,[DATA] */
const LOAD = [0xa1, ...le32(DATA)];

function stops(rule: RuleId, does: string, gaveUp: RegExp, experiment: Experiment): V86Confirmation {
  return { rule, does: `gives up ${does}`, experiment, shows: { gaveUp } };
}

/** It comes to the UD2 behind the code: nothing is raised before. */
function goesOn(
  rule: RuleId,
  does: string,
  experiment: Experiment,
  seen: Partial<MachineSeen> = {},
): V86Confirmation {
  const eip = CODE + experiment.code.length;
  return { rule, does, experiment, shows: { seen: { vector: UD, eip, ...seen } } };
}

/** It comes to the UD2 at the target. */
function arrives(
  rule: RuleId,
  does: string,
  experiment: Experiment,
  seen: Partial<MachineSeen> = {},
): V86Confirmation {
  return { rule, does, experiment, shows: { seen: { vector: UD, eip: TARGET, ...seen } } };
}

function raises(
  rule: RuleId,
  does: string,
  seen: Partial<MachineSeen>,
  experiment: Experiment,
): V86Confirmation {
  return { rule, does, experiment, shows: { seen } };
}

const TABLES: readonly V86Confirmation[] = [
  stops("lldt.gp_not_ldt", "at LLDT of a code segment", /lldt: not a system entry/, {
    code: LLDT,
    registers: { eax: SELECTOR.code },
  }),
  stops("lldt.gp_local", "at LTR of a selector of the LDT, which it looks up there", /ltr: invalid type/, {
    code: LTR,
    registers: { eax: 4 },
  }),
  stops("lldt.gp_tr_busy", "at LTR of a busy TSS", /ltr: invalid type/, {
    code: LTR,
    registers: { eax: SELECTOR.tss },
  }),
  stops("lldt.gp_tr_null", "at LTR of a null selector", /null TR/, { code: LTR }),
  stops("lldt.gp_not_tss", "at LTR of a data segment", /ltr: not a system entry/, {
    code: LTR,
    registers: { eax: SELECTOR.data },
  }),
  stops("lldt.gp_limit", "at LTR of a selector beyond the GDT", /TR selector outside of table limit/, {
    code: LTR,
    registers: { eax: 0x808 },
  }),
  stops("lldt.np_not_present", "at LTR of a TSS that is not present", /present bit not set \(ltr\)/, {
    code: LTR,
    registers: { eax: FIRST },
    gdt: { [FIRST]: 0x0000_0900_0000_0067n },
  }),
  goesOn(
    "inspect.refuses_beyond_limit",
    "looks up a descriptor of which the limit cuts off seven bytes",
    { code: LAR, registers: { eax: FIRST }, gdt: { [FIRST]: DESCRIPTOR.code }, gdtLimit: FIRST },
    { ecx: 0xcf_9b00, eflags: 0x46 },
  ),
  goesOn(
    "segload.gp_limit",
    "loads a descriptor of which the limit cuts off seven bytes",
    { code: MOV_DS_EAX, registers: { eax: FIRST }, gdt: { [FIRST]: DESCRIPTOR.data }, gdtLimit: FIRST },
    { ds: FIRST },
  ),
];

const MEMORY: readonly V86Confirmation[] = [
  goesOn(
    "memory.gp_limit",
    "reads beyond the limit of DS",
    {
      first: [...setEax(FIRST), ...MOV_DS_EAX],
      code: LOAD,
      registers: { eax: 7 },
      gdt: { [FIRST]: SHORT_DATA },
    },
    { eax: 0 },
  ),
  goesOn(
    "memory.ss_limit",
    "pops from beyond the limit of SS",
    {
      first: [...setEax(FIRST), ...MOV_SS_EAX],
      code: [0x58],
      stack: [0x1234_5678],
      gdt: { [FIRST]: SHORT_DATA },
    },
    { eax: 0x1234_5678 },
  ),
  {
    rule: "memory.gp_not_writable",
    does: "writes through a code segment in DS",
    experiment: { first: [...setEax(SELECTOR.code), ...MOV_DS_EAX], code: [0x8c, 0x1d, ...le32(DATA)] },
    shows: { seen: { vector: UD, eip: CODE + 6 }, word: { address: DATA, value: SELECTOR.code } },
  },
  goesOn(
    "memory.gp_not_readable",
    "reads through execute-only code",
    {
      code: [...IN_FIRST, 0x2e, ...LOAD],
      registers: { eax: 7 },
      gdt: { [FIRST]: 0x00cf_9900_0000_ffffn },
    },
    { eax: 0, cs: FIRST },
  ),
  goesOn(
    "memory.ac_misaligned",
    "writes to an odd address at CPL 3 under AM and AC",
    {
      cpl: 3,
      // mov eax,cr0; or eax,40000h; mov cr0,eax
      first: [0x0f, 0x20, 0xc0, 0x0d, 0, 0, 4, 0, 0x0f, 0x22, 0xc0],
      // pushfd; or dword [esp],40000h; popfd; mov [ecx+1],eax
      code: [0x9c, 0x81, 0x0c, 0x24, 0, 0, 4, 0, 0x9d, 0x89, 0x41, 1],
      registers: { ecx: DATA },
    },
    { eflags: 0x4_0002 },
  ),
  raises(
    "memory.pf_not_present",
    "reads EIP before CS in a far return",
    { vector: PF, cr2: DATA },
    { code: RETF, esp: DATA, pages: { [DATA]: "absent" } },
  ),
  raises(
    "memory.pf_read_only",
    "reports the lower slot of a far CALL, which is to be written last",
    { vector: PF, errorCode: 7, cr2: PLACE.stack - 8 },
    { cpl: 3, code: callFar(TARGET, SELECTOR.userCode), pages: { [PLACE.stack & ~0xfff]: "read-only" } },
  ),
  {
    rule: "farcall.cs_pushed",
    does: "pushes no CS when the slot of EIP faults",
    experiment: {
      cpl: 3,
      code: callFar(TARGET, SELECTOR.userCode),
      esp: DATA + 4,
      pages: { [DATA - 0x1000]: "absent" },
    },
    shows: { seen: { vector: PF, cr2: DATA - 4 }, word: { address: DATA, value: 0 } },
  },
  goesOn(
    "fetch.gp_limit",
    "fetches beyond the limit of CS",
    { code: [...IN_FIRST, 0x90], gdt: { [FIRST]: 0x004f_9b00_0000_5007n } },
    { cs: FIRST },
  ),
];

const TRANSFERS: readonly V86Confirmation[] = [
  arrives(
    "near.gp_limit",
    "jumps beyond the limit of CS",
    { code: [...IN_FIRST, 0xff, 0xe0], registers: { eax: TARGET }, gdt: { [FIRST]: SHORT_CODE } },
    { cs: FIRST },
  ),
  arrives(
    "far.gp_target_limit",
    "jumps beyond the limit of the new code segment",
    { code: jumpFar(TARGET, FIRST), gdt: { [FIRST]: SHORT_CODE } },
    { cs: FIRST },
  ),
  {
    rule: "far.accessed_written",
    does: "leaves the accessed bit alone",
    experiment: { code: jumpFar(TARGET, FIRST), gdt: { [FIRST]: 0x00cf_9a00_0000_ffffn } },
    shows: {
      seen: { vector: UD, eip: TARGET, cs: FIRST },
      word: { address: PLACE.gdt + FIRST + 4, value: 0x9a00 },
    },
  },
  stops("far.gp_null", "at IRET to a null selector", /CS selector is null/, {
    code: IRET,
    stack: [TARGET, 0, 2],
  }),
  stops("far.gp_limit", "at IRET to a selector beyond the GDT", /CS selector is invalid/, {
    code: IRET,
    stack: [TARGET, 0x808, 2],
  }),
  stops("far.gp_type", "at IRET to a data segment", /not exec/, {
    code: IRET,
    stack: [TARGET, SELECTOR.data, 2],
  }),
  goesOn("far.gp_type", "does nothing at a far CALL of a descriptor of zeros", {
    code: callFar(TARGET, SELECTOR.third),
  }),
  stops("far.np_not_present", "at IRET to code that is not present", /not present/, {
    code: IRET,
    stack: [TARGET, FIRST, 2],
    gdt: { [FIRST]: 0x00cf_1b00_0000_ffffn },
  }),
  stops("return.gp_rpl_below_cpl", "at IRET inwards", /rpl < cpl/, {
    cpl: 3,
    code: IRET,
    stack: [TARGET, SELECTOR.code, 2],
  }),
  stops(
    "return.gp_conforming_dpl",
    "at IRET to conforming code of a higher DPL",
    /conforming and dpl > rpl/,
    {
      code: IRET,
      stack: [TARGET, FIRST, 2],
      gdt: { [FIRST]: 0x00cf_ff00_0000_ffffn },
    },
  ),
  stops("return.gp_dpl", "at IRET to code that is not present before it looks at its DPL", /not present/, {
    code: IRET,
    stack: [TARGET, FIRST | 3, 2, PLACE.stack, SELECTOR.userData],
    gdt: { [FIRST]: 0x00cf_1b00_0000_ffffn },
  }),
  raises(
    "return.ss_not_present",
    "checks EIP before SS, and names CS",
    { vector: GP, errorCode: FIRST },
    {
      code: IRET,
      stack: [TARGET, FIRST | 3, 2, PLACE.stack, SECOND | 3],
      gdt: { [FIRST]: SHORT_USER_CODE, [SECOND]: 0x00cf_7300_0000_ffffn },
    },
  ),
  raises(
    "return.gp_ss_dpl",
    "checks EIP before SS, and names CS",
    { vector: GP, errorCode: FIRST },
    {
      code: IRET,
      stack: [TARGET, FIRST | 3, 2, PLACE.stack, SELECTOR.data | 3],
      gdt: { [FIRST]: SHORT_USER_CODE },
    },
  ),
  arrives(
    "return.gp_ss_limit",
    "loads SS from a descriptor of which the limit cuts off seven bytes",
    {
      code: RETF,
      stack: [TARGET, SELECTOR.userCode, PLACE.stack, SECOND | 3],
      gdt: { [SECOND]: DESCRIPTOR.userData },
      gdtLimit: SECOND,
    },
    { cs: SELECTOR.userCode, ss: SECOND | 3 },
  ),
  arrives(
    "retf.fault_unchanged",
    "goes on at the target after the #GP that SS raises",
    { code: RETF, stack: [TARGET, SELECTOR.userCode, PLACE.stack, SELECTOR.data] },
    {},
  ),
  arrives(
    "iret.rf_from_image",
    "does not load RF: even the frame of a fault has none",
    { code: IRET, stack: [TARGET, SELECTOR.code, 0x1_0002] },
    { eflags: 2 },
  ),
  {
    rule: "iret.flags_from_image",
    does: "does not load TF",
    // pushfd; pop eax
    experiment: { code: IRET, stack: [TARGET, SELECTOR.code, 0x102], target: [0x9c, 0x58] },
    shows: { seen: { vector: UD, eip: TARGET + 2, eax: 2 } },
  },
];

const REGISTERS: readonly V86Confirmation[] = [
  goesOn(
    "movcr.cr0_reserved_ignored",
    "keeps what is written to bit 9 of CR0",
    { code: [0x0f, 0x22, 0xc0], registers: { eax: 0x6000_0211 } },
    { cr0: 0x6000_0211 },
  ),
  goesOn(
    "movcr.gp_cr0_nw_without_cd",
    "takes NW without CD",
    { code: [0x0f, 0x22, 0xc0], registers: { eax: 0x2000_0011 } },
    { cr0: 0x2000_0011 },
  ),
  raises(
    "movcr.ud_no_such_register",
    "looks at CPL before the number of the register",
    { vector: GP, errorCode: 0, eip: CODE },
    { cpl: 3, code: [0x0f, 0x22, 0xf0] },
  ),
  stops("movcr.completes", "after MOV to CR3 with PCD: it takes the bit for one of the address", /./, {
    code: [0x0f, 0x22, 0xd8],
    registers: { eax: PLACE.pageDirectory | 0x10 },
    pages: {},
  }),
  goesOn("movdr.dr6_fixed_bits", "keeps 0 in DR6", { code: [0x0f, 0x23, 0xf0] }, { dr6: 0 }),
  goesOn("movdr.dr7_fixed_bits", "keeps 0 in DR7", { code: [0x0f, 0x23, 0xf8] }, { dr7: 0 }),
  goesOn(
    "rdmsr.gp_unknown_msr",
    "reads 0",
    { code: RDMSR, registers: { eax: 7, edx: 7, ecx: UNKNOWN_MSR } },
    { eax: 0, edx: 0 },
  ),
  goesOn("wrmsr.gp_unknown_msr", "ignores the value", {
    code: WRMSR,
    registers: { ecx: UNKNOWN_MSR },
  }),
  goesOn(
    "wrmsr.sysenter_cs_bits_31_16",
    "keeps 16 bits",
    { code: [...WRMSR, ...RDMSR], registers: { eax: 0x1_2345, ecx: SYSENTER_CS } },
    { eax: 0x2345 },
  ),
];

const DECODING: readonly V86Confirmation[] = [
  goesOn(
    "decode.ud_lock",
    "runs MOV from a segment register with LOCK",
    { code: [0xf0, 0x8c, 0xd9] },
    { ecx: SELECTOR.data },
  ),
  goesOn("decode.gp_too_long", "runs a NOP of 16 bytes", {
    code: [...Array.from({ length: 15 }, () => 0x66), 0x90],
  }),
  raises(
    "fsgsbase.ud_not_64bit",
    "raises #NM under CR0.TS",
    { vector: 7, eip: CODE },
    // mov eax,cr0; or al,8; mov cr0,eax
    { first: [0x0f, 0x20, 0xc0, 0x0c, 8, 0x0f, 0x22, 0xc0], code: [0xf3, 0x0f, 0xae, 0xd0] },
  ),
  // mov ds,eax with eax=0 before
  ...(
    [
      ["movsreg.ud_no_such_register", 0x35],
      ["movsreg.ud_to_cs", 0x0d],
    ] as const
  ).map(([rule, modRm]) =>
    raises(
      rule,
      "looks at the memory operand first",
      { vector: GP, errorCode: 0, eip: CODE },
      { first: [...setEax(0), ...MOV_DS_EAX], code: [0x8e, modRm, ...le32(DATA)] },
    ),
  ),
];

/** The list. */
export const V86_CONFIRMATIONS: readonly V86Confirmation[] = [
  ...TABLES,
  ...MEMORY,
  ...TRANSFERS,
  ...REGISTERS,
  ...DECODING,
];
