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
export declare const MODE: Weights<Mode>;
/** Modes of what loads segment registers: outside 64-bit mode accesses to memory have more rules, and SS is never null. */
export declare const MODE_OF_SEGMENT_LOADS: Weights<Mode>;
/** Instructions by the number of rules behind each. */
export declare const INSTRUCTION: Weights<InstructionName>;
/** CPL of the instructions that want CPL 0: mostly 0, the rest enough to see the refusal. */
export declare const CPL_OF_PRIVILEGED: Weights<"0" | "1" | "2" | "3">;
/** CPL of the instructions that run at any CPL: mostly the user's. */
export declare const CPL_OF_OTHERS: Weights<"0" | "1" | "2" | "3">;
/** CPL of what loads segment registers: SS and privilege differ at each of them. */
export declare const CPL_OF_SEGMENT_LOADS: Weights<"0" | "1" | "2" | "3">;
/**
 * Encodings in 64-bit mode. `plain` has no superfluous byte. `ignored` adds one prefix without effect,
 * `several` up to four in any order, `deadRex` a REX prefix that a legacy prefix kills (also the one with W),
 * `lock` LOCK among up to two others, `rexBits` bits of REX without effect, `longest` fills 15 bytes and
 * `tooLong` 16.
 */
export declare const ENCODING: Weights<"plain" | "ignored" | "several" | "deadRex" | "lock" | "rexBits" | "longest" | "tooLong">;
/** Per mille of the longest and too long encodings that hold LOCK: which of the two faults comes first? */
export declare const LOCK_IN_LONG = 300;
/** Per mille of SYSRET and RD/WRxSBASE that have REX.W: both forms are in use, the wide one has more rules. */
export declare const WIDE = 600;
/** Addresses: a fifth at the edges of their own width, a tenth where another width or 32 bits end. */
export declare const ADDRESS: Weights<"edge" | "otherEdge" | "extreme" | "low" | "canonical" | "uniform">;
/** The same for places where only canonical addresses can be. */
export declare const CANONICAL_ADDRESS: Weights<"edge" | "otherEdge" | "extreme" | "low" | "canonical">;
/** Selectors: what kernels use, and where manuals fall silent (null, wrap around 16 bits). */
export declare const SELECTOR: Weights<"null" | "table" | "local" | "wrapping" | "uniform">;
/** Per mille that each group of RFLAGS is drawn set (iopl, status: drawn at random). */
export declare const RFLAGS: Weights<"tf" | "if" | "df" | "iopl" | "nt" | "rf" | "ac" | "vif" | "vip" | "id" | "status">;
/** R11 for SYSRET: valid flags, plus RF and VM, plus reserved bits, and the plain bit patterns. */
export declare const FLAGS_IMAGE: Weights<"valid" | "system" | "reserved" | "zero" | "ones" | "uniform">;
/** Descriptors in a table; SYSCALL and SYSRET must not look at them. */
export declare const DESCRIPTOR: Weights<"code" | "data" | "system" | "null" | "uniform">;
/** Tables: mostly from the field, wrong ones included. */
export declare const GDT: Weights<"preset" | "changed" | "random">;
/**
 * STAR and GDT of a state. `preset` takes both from one preset (half of the time Linux's), `random` draws each
 * selector and the table on their own.
 */
export declare const STAR: Weights<"linux" | "preset" | "random">;
/** STAR[31:0], the target of SYSCALL in legacy mode. */
export declare const STAR_TARGET: Weights<"entry" | "zero" | "random">;
/** Segment registers other than CS and SS. `random` keeps to what a load can leave behind. */
export declare const DATA_SEGMENT: Weights<"plain" | "null" | "random">;
/** SS; `stale` is what only AMD's SYSRET leaves: RPL that is not CPL, or an unusable SS at CPL 3. */
export declare const STACK_SEGMENT: Weights<"plain" | "null" | "random" | "stale">;
/**
 * CS; `random` draws selector, type, DPL of conforming code, limit and AVL. The base stays 0 in 64-bit mode:
 * whether it is ignored there is no matter of ring crossings, and every instruction would report it.
 */
export declare const CODE_SEGMENT: Weights<"plain" | "random">;
/** Per mille of compat and legacy code segments with D=0. */
export declare const CODE_16 = 250;
/** LDTR and TR: present with the default base, unusable (LDTR only), or elsewhere. */
export declare const SYSTEM_SEGMENT: Weights<"plain" | "null" | "random">;
/** Registers without a part in the instruction. */
export declare const GPR: Weights<"zero" | "address" | "uniform">;
/** Per mille of EFER.SCE=1: #UD by SCE=0 needs few examples. */
export declare const SCE = 930;
/** Per mille of EFER.NXE=1 where it exists. */
export declare const NXE = 800;
/** Per mille that each optional bit of EFER is set where it exists. */
export declare const EFER_OPTION = 120;
/** Per mille of CR4.FSGSBASE=1 where it exists. */
export declare const FSGSBASE = 850;
/** Per mille of CR4.LA57=1 where it exists: both widths of the paging, under the wide width of the CPU. */
export declare const LA57 = 500;
/** Per mille of CR0, CR4, DR6 and DR7 that hold more than the plain bits. */
export declare const CR0_OPTIONS = 150;
export declare const CR4_OPTIONS = 200;
export declare const DR6_OPTIONS = 40;
export declare const DR7_OPTIONS = 60;
/** LSTAR and CSTAR: the default entry, or a canonical address. */
export declare const ENTRY: Weights<"entry" | "random">;
/**
 * Per mille of those addresses that are canonical for the paging too; the others only for the CPU, where manuals do
 * not say what SYSCALL does, hence few.
 */
export declare const ENTRY_OF_PAGING = 700;
/** FMASK: Linux's mask, nothing, everything, bits 31:0 at random. */
export declare const FMASK: Weights<"linux" | "zero" | "ones" | "random">;
/** KernelGSbase: reset value, or any canonical address of the CPU's width. */
export declare const KERNEL_GS_BASE: Weights<"zero" | "random">;
/** SYSENTER_CS, ESP and EIP. */
export declare const SYSENTER: Weights<"zero" | "random">;
/** Where 64-bit code lies. `edge`: the last page below the canonical edge; `top`: the last page of all. */
export declare const PLACEMENT_64: Weights<"default" | "low" | "lower" | "upper" | "edge" | "top">;
/** Where compat and legacy code lies. `based`: CS.base is not 0; `top`: EIP runs over FFFFFFFFh (Intel only). */
export declare const PLACEMENT_32: Weights<"default" | "low" | "based" | "top">;
/** Per mille of CS.limit that ends with the instruction, outside 64-bit mode. */
export declare const TIGHT_LIMIT = 40;
/** GDTR: base and limit. The limit may be right, too short, too large, or anything. */
export declare const GDT_BASE: Weights<"default" | "random">;
export declare const GDT_LIMIT: Weights<"exact" | "short" | "maximum" | "random">;
/** IDTR: the default, or anything. */
export declare const IDT: Weights<"default" | "random">;
/**
 * SYSENTER_CS for SYSENTER and SYSEXIT: null in bits 15:2 with any others, a selector, bits 31:16 as well. `null` is
 * the switch of both instructions, and processors mistake its width.
 */
export declare const SYSENTER_CS: Weights<"null" | "selector" | "low">;
/** Per mille of AMD's SYSENTER and SYSEXIT that run in legacy mode: in long mode they raise #UD, whatever else. */
export declare const SYSENTER_IN_LEGACY = 600;
/** Per mille of SYSEXIT's RCX and RDX that are canonical for certain: the two checks hide each other. */
export declare const SYSEXIT_CANONICAL = 700;
/** RCX for SYSRET: the default user entry, or an address around the edges of the paging's width. */
export declare const SYSRET_TARGET: Weights<"entry" | "address">;
/** MSRs of RDMSR and WRMSR by the number of rules behind each; `unknown` is an index that no manual defines. */
export declare const MSR: Weights<"efer" | "star" | "lstar" | "cstar" | "fmask" | "fs.base" | "gs.base" | "kernelGsBase" | "sysenterCs" | "sysenterEsp" | "sysenterEip" | "unknown">;
/** Values for WRMSR EFER, from the current one: `flip` changes one of 64 bits, `features` the bits that exist. */
export declare const EFER_WRITE: Weights<"same" | "sce" | "flip" | "features" | "several" | "uniform">;
/** Values for WRMSR FMASK: within 31:0, or with bits of the reserved high half. */
export declare const FMASK_WRITE: Weights<"low" | "high" | "onlyHigh">;
/** Values for WRMSR SYSENTER_CS: null, a selector, 32 bits, 64 bits. */
export declare const SYSENTER_CS_WRITE: Weights<"null" | "selector" | "low" | "uniform">;
/**
 * Forms of memory operands: a register, with a displacement of 8 or 32 bits, with an index; a 32-bit displacement
 * alone, and one counted from RIP.
 */
export declare const ADDRESS_FORM: Weights<"base" | "base8" | "base32" | "index" | "absolute" | "rip">;
/** Per mille of operands that lie in memory where a register would do. */
export declare const MEMORY_OPERAND = 450;
/** Per mille of instructions with operands that have 66h. */
export declare const OPERAND_SIZE_PREFIX = 200;
/** Per mille of memory operands with a segment override; outside 64-bit mode each of them counts. */
export declare const SEGMENT_OVERRIDE = 200;
/** Per mille of memory operands with the other address size. */
export declare const OTHER_ADDRESS_SIZE = 120;
/** Where a memory operand lies: in the data page, in a page that is not mapped, or past a canonical edge. */
export declare const OPERAND_PLACE: Weights<"data" | "absent" | "noncanonical">;
/** Per mille of memory operands that are not aligned; #AC is enabled for half of them. */
export declare const MISALIGNED = 40;
/** Per mille of data pages that the user may touch, and of those that may be written. */
export declare const DATA_PAGE_USER = 850;
export declare const DATA_PAGE_WRITE = 850;
/** Per mille of the cases with operands in memory that have CR4.SMAP, and of their tables that lie in user pages. */
export declare const SMAP = 120;
export declare const TABLE_USER = 150;
/** Selectors to load: an entry of the table, null, in the LDT, any. */
export declare const LOADED_SELECTOR: Weights<"table" | "null" | "local" | "any">;
/** Per mille of the selectors whose RPL is CPL, and of the stack selectors that are chosen to be accepted. */
export declare const RPL_IS_CPL = 650;
export declare const FITTING_STACK = 550;
/** Per mille of tables whose accessed bits are clear, and of those with one random entry that the selector names. */
export declare const NOT_ACCESSED = 500;
export declare const CHOSEN_DESCRIPTOR = 500;
/** Per mille of RAX, RCX and RDX whose high half is not 0 where RDMSR and WRMSR ignore it. */
export declare const HIGH_GARBAGE = 250;
/**
 * Where the stack lies: well inside its page, at its start or its end so that pushes or pops leave it, in a page that
 * is not mapped, or around the edges of the hole between the canonical halves.
 */
export declare const STACK_PLACE: Weights<"middle" | "start" | "end" | "absent" | "noncanonical">;
/** Per mille of the stacks outside 64-bit mode that become flat, so that the page is in reach. */
export declare const FLAT_STACK = 800;
/**
 * Where a far JMP or CALL leads: to code in the GDT or the LDT, through a call gate, to whatever the table holds, to a
 * null selector, or anywhere.
 */
export declare const FAR_DESTINATION: Weights<"code" | "local" | "gate" | "other" | "null" | "any">;
/** Per mille of the selectors of the LDT that become others where there is no LDT. */
export declare const NO_LOCAL_TABLE = 800;
/** Per mille of the code that is conforming, of a fitting privilege, and present. */
export declare const CONFORMING_CODE = 220;
export declare const FITTING_CODE = 850;
export declare const CODE_PRESENT = 910;
/** Per mille of the code in long mode that is 64-bit; of a gate nothing else can be entered. */
export declare const CODE_64_BIT = 500;
export declare const GATE_TO_64_BIT = 920;
/** Per mille of 64-bit code with D as well, which far transfers refuse. */
export declare const L_AND_D = 60;
/** Per mille of gates of a fitting privilege, with a null selector, cut by the table's end, and with a bad upper half. */
export declare const FITTING_GATE = 800;
export declare const NULL_IN_GATE = 30;
export declare const CUT_GATE = 40;
export declare const UPPER_TYPE = 60;
/** Per mille of the gates' offsets that are canonical for certain. */
export declare const CANONICAL_GATE = 700;
/** Per mille of far offsets around the limit of the code, and of the others those within it. */
export declare const OFFSET_AT_LIMIT = 200;
export declare const OFFSET_WITHIN_LIMIT = 800;
/** Per mille of far transfers from 64-bit mode that find bits in the upper half of RSP when they cut it. */
export declare const HIGH_STACK = 350;
/**
 * Where a stack pointer of the TSS leads: into its page, aligned or not, to the start of it so that pushes leave it, to
 * a page that is not mapped, around the edges of the canonical halves, or far beyond the lower one.
 */
export declare const INNER_STACK_PLACE: Weights<"middle" | "odd" | "start" | "absent" | "edge" | "noncanonical">;
/** Per mille of inner stacks in user pages, and of TSSs that end around a stack pointer. */
export declare const INNER_STACK_USER = 200;
export declare const TSS_LIMIT_AT_RSP = 180;
/** Modes and CPLs of far transfers: the direct forms are no instructions of 64-bit mode, and gates inward need an outer CPL. */
export declare const MODE_OF_DIRECT_FAR_TRANSFERS: Weights<Mode>;
export declare const MODE_OF_FAR_TRANSFERS: Weights<Mode>;
export declare const CPL_OF_FAR_TRANSFERS: Weights<"0" | "1" | "2" | "3">;
