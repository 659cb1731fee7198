/**
 * How often generators draw what, and why. Weights are relative to the others of their table;
 * numbers named "per mille" are chances out of 1,000. Uniform 64-bit values never come near a
 * canonical edge, and most random states end in the same #UD or #GP(0), so nothing here is uniform.
 * `biasFactor` of fast-check is not used: this file is the only bias.
 */
import type { Mode } from "../spec/model.ts";
import type { InstructionName } from "./instruction-name.ts";
import type { Weights } from "./weighted.ts";

/** Modes: most rules hold in 64-bit mode; Intel raises #UD for nearly everything elsewhere. */
export const MODE: Weights<Mode> = { "64": 76, compat: 15, legacy: 9 };

/** Modes of what loads segment registers: outside 64-bit mode accesses to memory have more rules, and SS is never null. */
export const MODE_OF_SEGMENT_LOADS: Weights<Mode> = { "64": 58, compat: 26, legacy: 16 };

/** Modes of what is delivered through a 64-bit IDT; that of legacy mode is not modelled. */
export const MODE_OF_EVENTS: Weights<Mode> = { "64": 76, compat: 24, legacy: 0 };

/** Instructions by the number of rules behind each. */
export const INSTRUCTION: Weights<InstructionName> = {
  syscall: 22,
  sysret: 26,
  sysenter: 7,
  sysexit: 7,
  swapgs: 8,
  rdmsr: 9,
  wrmsr: 19,
  rdfsbase: 3,
  rdgsbase: 3,
  wrfsbase: 5,
  wrgsbase: 5,
  mov_to_sreg: 20,
  mov_from_sreg: 5,
  int: 16,
  int3: 4,
  int1: 4,
  into: 3,
  ud2: 8,
  push_es: 1,
  push_cs: 1,
  push_ss: 1,
  push_ds: 1,
  push_fs: 1,
  push_gs: 1,
  pop_es: 2,
  pop_ss: 2,
  pop_ds: 2,
  pop_fs: 2,
  pop_gs: 2,
  lds: 2,
  les: 2,
  lfs: 2,
  lgs: 2,
  lss: 2,
  ret_far: 14,
  ret_far_imm: 10,
  iret: 30,
  jmp_rel8: 4,
  jmp_rel: 10,
  jmp_near: 18,
  call_rel: 14,
  call_near: 22,
  ret_near: 18,
  ret_near_imm: 8,
  jmp_far_direct: 5,
  jmp_far_memory: 11,
  call_far_direct: 6,
  call_far_memory: 15,
  mov_from_cr: 6,
  mov_to_cr: 16,
  mov_from_dr: 4,
  mov_to_dr: 8,
  clts: 2,
  lmsw: 4,
  smsw: 5,
  lar: 9,
  lsl: 9,
  verr: 5,
  verw: 5,
  lldt: 10,
  ltr: 10,
  lgdt: 5,
  lidt: 5,
};

/** CPL of the instructions that want CPL 0: mostly 0, the rest enough to see the refusal. */
export const CPL_OF_PRIVILEGED: Weights<"0" | "1" | "2" | "3"> = { "0": 82, "1": 3, "2": 3, "3": 12 };

/** CPL of the instructions that run at any CPL: mostly the user's. */
export const CPL_OF_OTHERS: Weights<"0" | "1" | "2" | "3"> = { "0": 20, "1": 5, "2": 5, "3": 70 };

/** CPL of what loads segment registers: SS and privilege differ at each of them. */
export const CPL_OF_SEGMENT_LOADS: Weights<"0" | "1" | "2" | "3"> = { "0": 38, "1": 10, "2": 10, "3": 42 };

/** CPL of what is delivered through the IDT: DPL of the gate and the stacks of the TSS matter above 0. */
export const CPL_OF_EVENTS: Weights<"0" | "1" | "2" | "3"> = { "0": 28, "1": 8, "2": 8, "3": 56 };

/**
 * Encodings in 64-bit mode. `plain` has no superfluous byte. `ignored` adds one prefix without effect,
 * `several` up to four in any order, `deadRex` a REX prefix that a legacy prefix kills (also the one with W),
 * `lock` LOCK among up to two others, `rexBits` bits of REX without effect, `longest` fills 15 bytes and
 * `tooLong` 16.
 */
export const ENCODING: Weights<
  "plain" | "ignored" | "several" | "deadRex" | "lock" | "rexBits" | "longest" | "tooLong"
> = { plain: 70, ignored: 8, several: 5, deadRex: 4, lock: 5, rexBits: 5, longest: 1, tooLong: 2 };

/** Per mille of the longest and too long encodings that hold LOCK: which of the two faults comes first? */
export const LOCK_IN_LONG = 300;

/** Per mille of SYSRET and RD/WRxSBASE that have REX.W: both forms are in use, the wide one has more rules. */
export const WIDE = 600;

/** Addresses: a fifth at the edges of their own width, a tenth where another width or 32 bits end. */
export const ADDRESS: Weights<"edge" | "otherEdge" | "extreme" | "low" | "canonical" | "uniform"> = {
  edge: 22,
  otherEdge: 10,
  extreme: 6,
  low: 16,
  canonical: 26,
  uniform: 20,
};

/** The same for places where only canonical addresses can be. */
export const CANONICAL_ADDRESS: Weights<"edge" | "otherEdge" | "extreme" | "low" | "canonical"> = {
  edge: 20,
  otherEdge: 15,
  extreme: 10,
  low: 20,
  canonical: 35,
};

/** Selectors: what kernels use, and where manuals fall silent (null, wrap around 16 bits). */
export const SELECTOR: Weights<"null" | "table" | "local" | "wrapping" | "uniform"> = {
  null: 12,
  table: 48,
  local: 10,
  wrapping: 11,
  uniform: 19,
};

/** Per mille that each group of RFLAGS is drawn set (iopl, status: drawn at random). */
export const RFLAGS: Weights<
  "tf" | "if" | "df" | "iopl" | "nt" | "rf" | "ac" | "vif" | "vip" | "id" | "status"
> = {
  // A single-step trap hides what the landing would have shown.
  tf: 100,
  if: 400,
  df: 250,
  iopl: 450,
  nt: 200,
  rf: 120,
  ac: 200,
  vif: 120,
  vip: 120,
  id: 250,
  status: 600,
};

/** R11 for SYSRET: valid flags, plus RF and VM, plus reserved bits, and the plain bit patterns. */
export const FLAGS_IMAGE: Weights<"valid" | "system" | "reserved" | "zero" | "ones" | "uniform"> = {
  valid: 50,
  system: 20,
  reserved: 15,
  zero: 3,
  ones: 4,
  uniform: 8,
};

/** Descriptors in a table; SYSCALL and SYSRET must not look at them. */
export const DESCRIPTOR: Weights<"code" | "data" | "system" | "null" | "uniform"> = {
  code: 40,
  data: 30,
  system: 15,
  null: 8,
  uniform: 7,
};

/** Tables: mostly from the field, wrong ones included. */
export const GDT: Weights<"preset" | "changed" | "random"> = { preset: 60, changed: 20, random: 20 };

/**
 * STAR and GDT of a state. `preset` takes both from one preset (half of the time Linux's), `random` draws each
 * selector and the table on their own.
 */
export const STAR: Weights<"linux" | "preset" | "random"> = { linux: 30, preset: 30, random: 40 };

/** STAR[31:0], the target of SYSCALL in legacy mode. */
export const STAR_TARGET: Weights<"entry" | "zero" | "random"> = { entry: 40, zero: 25, random: 35 };

/** Segment registers other than CS and SS. `random` keeps to what a load can leave behind. */
export const DATA_SEGMENT: Weights<"plain" | "null" | "random"> = { plain: 60, null: 15, random: 25 };

/** SS; `stale` is what only AMD's SYSRET leaves: RPL that is not CPL, or an unusable SS at CPL 3. */
export const STACK_SEGMENT: Weights<"plain" | "null" | "random" | "stale"> = {
  plain: 68,
  null: 4,
  random: 22,
  stale: 6,
};

/**
 * CS; `random` draws selector, type, DPL of conforming code, limit and AVL. The base stays 0 in 64-bit mode:
 * whether it is ignored there is no matter of ring crossings, and every instruction would report it.
 */
export const CODE_SEGMENT: Weights<"plain" | "random"> = { plain: 78, random: 22 };

/** Per mille of compat and legacy code segments with D=0. */
export const CODE_16 = 250;

/** Per mille of code outside 64-bit mode that is flat where the observer's tables say what else it can be. */
export const PLAIN_FIXED_CODE = 300;

/** LDTR and TR: present with the default base, unusable (LDTR only), or elsewhere. */
export const SYSTEM_SEGMENT: Weights<"plain" | "null" | "random"> = { plain: 75, null: 10, random: 15 };

/** Registers without a part in the instruction. */
export const GPR: Weights<"zero" | "address" | "uniform"> = { zero: 20, address: 25, uniform: 55 };

/** Per mille of EFER.SCE=1: #UD by SCE=0 needs few examples. */
export const SCE = 930;
/** Per mille of EFER.NXE=1 where it exists. */
export const NXE = 800;
/** Per mille that each optional bit of EFER is set where it exists. */
export const EFER_OPTION = 120;
/** Per mille of CR4.FSGSBASE=1 where it exists. */
export const FSGSBASE = 850;
/** Per mille of CR4.LA57=1 where it exists: both widths of the paging, under the wide width of the CPU. */
export const LA57 = 500;
/** Per mille of CR0, CR4, DR6 and DR7 that hold more than the plain bits. */
export const CR0_OPTIONS = 150;
export const CR4_OPTIONS = 200;
export const DR6_OPTIONS = 40;
export const DR7_OPTIONS = 60;

/** LSTAR and CSTAR: the default entry, or a canonical address. */
export const ENTRY: Weights<"entry" | "random"> = { entry: 45, random: 55 };
/**
 * Per mille of those addresses that are canonical for the paging too; the others only for the CPU, where manuals do
 * not say what SYSCALL does, hence few.
 */
export const ENTRY_OF_PAGING = 700;
/** FMASK: Linux's mask, nothing, everything, bits 31:0 at random. */
export const FMASK: Weights<"linux" | "zero" | "ones" | "random"> = {
  linux: 45,
  zero: 15,
  ones: 8,
  random: 32,
};
/** KernelGSbase: reset value, or any canonical address of the CPU's width. */
export const KERNEL_GS_BASE: Weights<"zero" | "random"> = { zero: 20, random: 80 };
/** SYSENTER_CS, ESP and EIP. */
export const SYSENTER: Weights<"zero" | "random"> = { zero: 40, random: 60 };

/** Where 64-bit code lies. `edge`: the last page below the canonical edge; `top`: the last page of all. */
export const PLACEMENT_64: Weights<"default" | "low" | "lower" | "upper" | "edge" | "top"> = {
  default: 70,
  low: 6,
  lower: 6,
  upper: 8,
  edge: 7,
  top: 3,
};

/** Where compat and legacy code lies. `based`: CS.base is not 0; `top`: EIP runs over FFFFFFFFh (Intel only). */
export const PLACEMENT_32: Weights<"default" | "low" | "based" | "top"> = {
  default: 75,
  low: 12,
  based: 11,
  top: 2,
};

/** Per mille of code at the default address where the segment, which the observer's tables give, includes it. */
export const DEFAULT_IN_SEGMENT = 800;

/** Per mille of CS.limit that ends with the instruction, outside 64-bit mode. */
export const TIGHT_LIMIT = 40;

/** GDTR: base and limit. The limit may be right, too short, too large, or anything. */
export const GDT_BASE: Weights<"default" | "random"> = { default: 80, random: 20 };
export const GDT_LIMIT: Weights<"exact" | "short" | "maximum" | "random"> = {
  exact: 65,
  short: 13,
  maximum: 10,
  random: 12,
};
/** IDTR: the default, or anything. */
export const IDT: Weights<"default" | "random"> = { default: 75, random: 25 };

/**
 * SYSENTER_CS for SYSENTER and SYSEXIT: null in bits 15:2 with any others, a selector, bits 31:16 as well. `null` is
 * the switch of both instructions, and processors mistake its width.
 */
export const SYSENTER_CS: Weights<"null" | "selector" | "low"> = { null: 14, selector: 66, low: 20 };

/** Per mille of AMD's SYSENTER and SYSEXIT that run in legacy mode: in long mode they raise #UD, whatever else. */
export const SYSENTER_IN_LEGACY = 600;

/** Per mille of SYSEXIT's RCX and RDX that are canonical for certain: the two checks hide each other. */
export const SYSEXIT_CANONICAL = 700;

/** The debug register of MOV: DR6 and DR7, their other names DR4 and DR5, those that no CPU has. DR0 to DR3 are no state. */
export const DEBUG: Weights<"4" | "5" | "6" | "7" | "none"> = {
  "4": 20,
  "5": 20,
  "6": 22,
  "7": 26,
  none: 12,
};

/** Per mille of MOV of DR4 and DR5 under CR4.DE=0, where they have a meaning. */
export const DEBUG_ALIASES = 600;

/** The control register of MOV: those that are state, and those that no CPU has. CR2 and CR8 are no state. */
export const CONTROL: Weights<"0" | "3" | "4" | "none"> = { "0": 38, "3": 17, "4": 33, none: 12 };

/**
 * Values for MOV to a control register, from the current one: `flip` changes one of 64 bits, `several` bits that every
 * CPU stores, `upper` bits 63:32, `combination` the pairs of CR0 that exclude each other.
 */
export const CONTROL_WRITE: Weights<"same" | "flip" | "several" | "upper" | "combination"> = {
  same: 10,
  flip: 45,
  several: 20,
  upper: 10,
  combination: 15,
};

/** RCX for SYSRET: the default user entry, or an address around the edges of the paging's width. */
export const SYSRET_TARGET: Weights<"entry" | "address"> = { entry: 12, address: 88 };

/** MSRs of RDMSR and WRMSR by the number of rules behind each; `unknown` is an index that no manual defines. */
export const MSR: Weights<
  | "efer"
  | "star"
  | "lstar"
  | "cstar"
  | "fmask"
  | "fs.base"
  | "gs.base"
  | "kernelGsBase"
  | "sysenterCs"
  | "sysenterEsp"
  | "sysenterEip"
  | "unknown"
> = {
  efer: 20,
  star: 6,
  lstar: 9,
  cstar: 9,
  fmask: 9,
  "fs.base": 8,
  "gs.base": 8,
  kernelGsBase: 8,
  sysenterCs: 6,
  sysenterEsp: 6,
  sysenterEip: 6,
  unknown: 5,
};

/** Values for WRMSR EFER, from the current one: `flip` changes one of 64 bits, `features` the bits that exist. */
export const EFER_WRITE: Weights<"same" | "sce" | "flip" | "features" | "several" | "uniform"> = {
  same: 8,
  sce: 16,
  flip: 44,
  features: 18,
  several: 10,
  uniform: 4,
};

/** Values for WRMSR FMASK: within 31:0, or with bits of the reserved high half. */
export const FMASK_WRITE: Weights<"low" | "high" | "onlyHigh"> = { low: 60, high: 30, onlyHigh: 10 };

/** Values for WRMSR SYSENTER_CS: null, a selector, 32 bits, 64 bits. */
export const SYSENTER_CS_WRITE: Weights<"null" | "selector" | "low" | "uniform"> = {
  null: 15,
  selector: 40,
  low: 25,
  uniform: 20,
};

/**
 * Forms of memory operands: a register, with a displacement of 8 or 32 bits, with an index; a 32-bit displacement
 * alone, and one counted from RIP.
 */
export const ADDRESS_FORM: Weights<"base" | "base8" | "base32" | "index" | "absolute" | "rip"> = {
  base: 30,
  base8: 20,
  base32: 12,
  index: 20,
  absolute: 9,
  rip: 9,
};

/** Per mille of operands that lie in memory where a register would do. */
export const MEMORY_OPERAND = 450;

/** Per mille of instructions with operands that have 66h. */
export const OPERAND_SIZE_PREFIX = 200;

/** Per mille of memory operands with a segment override; outside 64-bit mode each of them counts. */
export const SEGMENT_OVERRIDE = 200;

/** Per mille of memory operands with the other address size. */
export const OTHER_ADDRESS_SIZE = 120;

/** Where a memory operand lies: in the data page, in a page that is not mapped, or past a canonical edge. */
export const OPERAND_PLACE: Weights<"data" | "absent" | "noncanonical"> = {
  data: 84,
  absent: 6,
  noncanonical: 10,
};

/** Per mille of memory operands that are not aligned; #AC is enabled for half of them. */
export const MISALIGNED = 40;

/** Per mille of LFS, LGS and LSS that name a register, which is #UD. */
export const FAR_REGISTER = 40;

/** Per mille of the operands with several parts that lie across the end of their page. */
export const CROSSING = 80;

/** Per mille of data pages that the user may touch, and of those that may be written. */
export const DATA_PAGE_USER = 850;
export const DATA_PAGE_WRITE = 850;

/** The same where the observer forces both tables: what is worth loading lies in the LDT. */
export const FIXED_SELECTOR: Weights<"table" | "null" | "local" | "any"> = {
  table: 25,
  null: 8,
  local: 62,
  any: 5,
};

/** Per mille of the cases with operands in memory that have CR4.SMAP, and of their tables that lie in user pages. */
export const SMAP = 120;
export const TABLE_USER = 150;

/** Selectors to load: an entry of the table, null, in the LDT, any. */
export const LOADED_SELECTOR: Weights<"table" | "null" | "local" | "any"> = {
  table: 72,
  null: 10,
  local: 12,
  any: 6,
};

/** Per mille of the selectors whose RPL is CPL, and of the stack selectors that are chosen to be accepted. */
export const RPL_IS_CPL = 650;
export const FITTING_STACK = 550;

/** Per mille of tables whose accessed bits are clear, and of those with one random entry that the selector names. */
export const NOT_ACCESSED = 500;
export const CHOSEN_DESCRIPTOR = 500;

/** Per mille of the null segments whose limit and type would allow any access, were it not for P. */
export const NULL_LEFTOVERS = 500;

/** CPL of LAR, LSL, VERR and VERW: they compare it with DPL, and complete at each of them. */
export const CPL_OF_INSPECTIONS: Weights<"0" | "1" | "2" | "3"> = { "0": 20, "1": 15, "2": 15, "3": 50 };

/**
 * Per mille of the looked up entries that have S = 0, where an instruction takes others too and where it wants just
 * these; and of the entries that may be the last of the table, so that its limit cuts off an upper half.
 */
export const SYSTEM_ENTRY = 500;
export const SYSTEM_WANTED = 900;
export const LAST_ENTRY = 150;

/** Per mille of these entries with DPL 3, with a canonical base, and with something where the type's upper half is. */
export const USER_DESCRIPTOR = 600;
export const CANONICAL_UPPER = 800;
export const TYPED_UPPER_HALF = 200;

/** Per mille of RAX, RCX and RDX whose high half is not 0 where RDMSR and WRMSR ignore it. */
export const HIGH_GARBAGE = 250;

/**
 * Where the stack lies: well inside its page, at its start or its end so that pushes or pops leave it, in a page that
 * is not mapped, or around the edges of the hole between the canonical halves.
 */
export const STACK_PLACE: Weights<"middle" | "start" | "end" | "absent" | "noncanonical"> = {
  middle: 82,
  start: 4,
  end: 4,
  absent: 3,
  noncanonical: 7,
};

/** Per mille of the stacks outside 64-bit mode that become flat, so that the page is in reach. */
export const FLAT_STACK = 800;

/** Vectors of INT n: one that nothing else uses, those of exceptions, any. */
export const INT_VECTOR: Weights<"plain" | "exception" | "any"> = { plain: 60, exception: 12, any: 28 };

/** Per mille of INTO with OF, without which nothing is delivered. */
export const INTO_OVERFLOW = 850;

/** Where the IDT lies: at the start of its page, somewhere in it, or nowhere. */
export const IDT_PLACE: Weights<"start" | "inside" | "absent"> = { start: 90, inside: 7, absent: 3 };
/** Its limit: beyond all gates, just at the event's gate, just short of it, any. */
export const EVENT_IDT_LIMIT: Weights<"whole" | "exact" | "short" | "random"> = {
  whole: 82,
  exact: 7,
  short: 7,
  random: 4,
};

/** Per mille of gates that are wrong in one way; the other gates may still be refused for DPL or their segment. */
export const WRONG_GATE = 220;
/** In which way. */
export const GATE_ERROR: Weights<"type" | "notPresent" | "upperType" | "noise"> = {
  type: 35,
  notPresent: 35,
  upperType: 15,
  noise: 15,
};
/** Per mille of gates with DPL 3, with an IST index, and of those that are trap gates. */
export const GATE_DPL_3 = 750;
export const GATE_IST = 300;
export const TRAP_GATE = 400;
/** Where the handler is: at its default place, at an address of its own, or perhaps past a canonical edge. */
export const HANDLER: Weights<"default" | "canonical" | "any"> = { default: 60, canonical: 28, any: 12 };
/** The handler's selector: fitting code of the table, an entry that was made for it, any entry, null, in the LDT, any. */
export const HANDLER_SELECTOR: Weights<"fitting" | "made" | "table" | "null" | "local" | "any"> = {
  fitting: 40,
  made: 36,
  table: 9,
  null: 5,
  local: 6,
  any: 4,
};

/** Per mille of the made descriptors that are present, 64-bit, and not D = 1. */
export const MADE_PRESENT = 900;
export const MADE_LONG = 920;

/** Per mille of TSSs that are not mapped, and whose limit is near the end of the stack pointer that is wanted. */
export const TSS_ABSENT = 25;
export const TSS_SHORT = 100;

/** The page of the stacks: the default one, the last of the lower half, the first of the upper half, none. */
export const EVENT_STACK_PAGE: Weights<"default" | "lower" | "upper" | "none"> = {
  default: 84,
  lower: 6,
  upper: 6,
  none: 4,
};
/** A stack pointer: inside the page, at its top, near its start so that a frame leaves it, or any address. */
export const EVENT_STACK: Weights<"inside" | "top" | "start" | "any"> = {
  inside: 64,
  top: 16,
  start: 12,
  any: 8,
};
/** CPL of returns: they lead outwards from the inner ones. */
export const CPL_OF_RETURNS: Weights<"0" | "1" | "2" | "3"> = { "0": 45, "1": 12, "2": 12, "3": 31 };

/** Where a return leads: to the same level, outwards, or to the RPL of a random selector. */
export const RETURN_LEVEL: Weights<"same" | "outer" | "any"> = { same: 40, outer: 50, any: 10 };

/** Per mille of the returns' descriptors of CS and SS that fit but for one field, and of those drawn at random. */
export const SPOILED_DESCRIPTOR = 160;
export const RANDOM_DESCRIPTOR = 40;
/** Per mille of the returns' code that is conforming, is 64-bit code in long mode, and is flat. */
export const RETURN_CONFORMING = 200;
export const RETURN_64_BIT = 550;
export const RETURN_FLAT = 700;
/** Per mille of the returns whose tables are the LDT. */
export const RETURN_LOCAL = 150;
/** Per mille of the popped selectors of SS that are null where the manuals allow that, and elsewhere. */
export const NULL_STACK_ALLOWED = 300;
export const NULL_STACK = 60;
/** Per mille of the popped selectors that do not fit: null for CS; another RPL, or beyond the table. */
export const NULL_CODE = 30;
export const OTHER_RPL = 50;
export const BEYOND_TABLE = 30;
/** Per mille of the targets in 64-bit code that are canonical for certain, and of other targets with a high half. */
export const RETURN_CANONICAL = 800;
export const RETURN_HIGH_HALF = 120;
/** Per mille of the targets in other code at the limit, and within it. */
export const RETURN_AT_LIMIT = 120;
export const RETURN_WITHIN_LIMIT = 900;
/** Per mille of returns outwards whose DS, ES, FS or GS, each, holds what the outer level may not have. */
export const INNER_DATA = 400;
/** Per mille of IRETs in long mode that keep the NT they were drawn with, which refuses all else. */
export const KEEP_NT = 300;
/** Per mille of stacks in 64-bit mode that lie above 4 GiB, so that RSP has something to lose. */
export const HIGH_STACK_OF_RETURN = 300;
/** Per mille of RETs that release more than a page holds. */
export const FAR_RELEASE = 60;
/**
 * Where a far JMP or CALL leads: to code in the GDT or the LDT, through a call gate, to whatever the table holds, to a
 * null selector, or anywhere.
 */
export const FAR_DESTINATION: Weights<"code" | "local" | "gate" | "other" | "null" | "any"> = {
  code: 44,
  local: 8,
  gate: 36,
  other: 6,
  null: 3,
  any: 4,
};

/** Per mille of the selectors of the LDT that become others where there is no LDT. */
export const NO_LOCAL_TABLE = 800;

/** Per mille of the code that is conforming, of a fitting privilege, and present. */
export const CONFORMING_CODE = 220;
export const FITTING_CODE = 850;
export const CODE_PRESENT = 910;
/** Per mille of the code in long mode that is 64-bit; of a gate nothing else can be entered. */
export const CODE_64_BIT = 500;
export const GATE_TO_64_BIT = 920;
/** Per mille of 64-bit code with D as well, which far transfers refuse. */
export const L_AND_D = 60;

/** Per mille of gates of a fitting privilege, with a null selector, cut by the table's end, and with a bad upper half. */
export const FITTING_GATE = 800;
export const NULL_IN_GATE = 30;
export const CUT_GATE = 40;
export const UPPER_TYPE = 60;
/**
 * Per mille of the gates whose offset may be other than canonical. Nothing is wrong with the stack then, so that it is
 * seen whether the offset is checked before the pushes.
 */
export const WILD_GATE = 250;

/** Per mille of far offsets around the limit of the code, and of the others those within it. */
export const OFFSET_AT_LIMIT = 200;
export const OFFSET_WITHIN_LIMIT = 800;

/** Per mille of far transfers from 64-bit mode that find bits in the upper half of RSP when they cut it. */
export const HIGH_STACK = 350;

/**
 * Where a stack pointer of the TSS leads: into its page, aligned or not, to the start of it so that pushes leave it, to
 * a page that is not mapped, around the edges of the canonical halves, or far beyond the lower one.
 */
export const INNER_STACK_PLACE: Weights<"middle" | "odd" | "start" | "absent" | "edge" | "noncanonical"> = {
  middle: 64,
  odd: 10,
  start: 6,
  absent: 4,
  edge: 12,
  noncanonical: 4,
};

/** Per mille of inner stacks in user pages, and of TSSs that end around a stack pointer. */
export const INNER_STACK_USER = 200;
export const TSS_LIMIT_AT_RSP = 180;

/** Modes and CPLs of far transfers: the direct forms are no instructions of 64-bit mode, and gates inward need an outer CPL. */
export const MODE_OF_DIRECT_FAR_TRANSFERS: Weights<Mode> = { "64": 6, compat: 60, legacy: 34 };
export const MODE_OF_FAR_TRANSFERS: Weights<Mode> = { "64": 55, compat: 30, legacy: 15 };
export const CPL_OF_FAR_TRANSFERS: Weights<"0" | "1" | "2" | "3"> = { "0": 28, "1": 12, "2": 12, "3": 48 };

/** Programs start in the kernel (MSRs, SWAPGS) or with the user, whose only way on is SYSCALL. */
export const SEQUENCE_START: Weights<"kernel" | "user"> = { kernel: 55, user: 45 };

/** How a program that starts in the kernel goes on: down to the user, into the kernel again, or not at all. */
export const SEQUENCE_END: Weights<"sysret" | "syscall" | "none"> = { sysret: 40, syscall: 35, none: 25 };

/** Instructions before the one that crosses. */
export const SEQUENCE_LENGTH: Weights<"0" | "1" | "2"> = { "0": 15, "1": 45, "2": 40 };

/**
 * What stands in a program: what crossings read and write. MOV from a segment register edits the GDT in memory, which a
 * register that was loaded before must not notice.
 */
export const SEQUENCE_BODY: Weights<
  | "swapgs"
  | "rdfsbase"
  | "rdgsbase"
  | "wrfsbase"
  | "wrgsbase"
  | "rdmsr"
  | "wrmsr"
  | "mov_to_sreg"
  | "mov_from_sreg"
> = {
  swapgs: 28,
  rdfsbase: 6,
  rdgsbase: 12,
  wrfsbase: 6,
  wrgsbase: 12,
  rdmsr: 6,
  wrmsr: 24,
  mov_to_sreg: 20,
  mov_from_sreg: 16,
};

/** Per mille of programs in a state whose single step, SCE and FSGSBASE end none of them early. */
export const QUIET = 850;

/** Per mille of the selectors in programs that are user data in Linux's table. */
export const PLAIN_SELECTOR = 550;

/** CPL of near branches, which no rule of theirs looks at, but the stack's pages do. */
export const CPL_OF_BRANCHES: Weights<"0" | "1" | "2" | "3"> = { "0": 30, "1": 5, "2": 5, "3": 60 };

/** Where near branches go: the user's entry, around the edges of canonical addresses and elsewhere, just behind the code. */
export const BRANCH_TARGET: Weights<"entry" | "address" | "behind"> = { entry: 30, address: 55, behind: 15 };
