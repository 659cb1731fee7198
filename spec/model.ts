/**
 * The vocabulary of the suite as decoded values: 64-bit quantities are bigints, selectors and
 * single bits are numbers. Documents that cross a boundary are the JSON form of these; codec.ts
 * converts both ways. Words are explained in docs/glossary.md.
 */
import type { RuleId } from "./generated/rule-id.ts";

/** Whose manual decides. Hygon follows `amd`. */
export type Vendor = "intel" | "amd";

/** How the processor interprets code: EFER.LMA and CS.L; `legacy` is protected mode with LMA=0. */
export type Mode = "64" | "compat" | "legacy";

/** What CPUID tells the guest; a feature's name is the manual's. */
export interface Features {
  /** CPUID 8000_0001h EDX[20]: EFER.NXE exists. */
  readonly nx: boolean;
  /** CPUID 7.0 ECX[16]: addresses held in MSRs and hidden bases are 57 bits wide. */
  readonly la57: boolean;
  /** CPUID 7.0 EBX[0]: CR4.FSGSBASE exists. */
  readonly fsgsbase: boolean;
  /** CPUID 8000_0001h ECX[2]: EFER.SVME exists. An Intel profile with SVM is legal, though no CPU has it. */
  readonly svm: boolean;
  /** CPUID 8000_0001h EDX[25]: EFER.FFXSR exists. */
  readonly ffxsr: boolean;
  /** CPUID 8000_0001h ECX[17]: EFER.TCE exists. */
  readonly tce: boolean;
  /** CPUID 8000_0008h EBX[20] = 0 on a part with SVM: EFER.LMSLE exists. */
  readonly lmsle: boolean;
  /** CPUID 8000_0008h EBX[8]: EFER.MCOMMIT exists. */
  readonly mcommit: boolean;
  /** CPUID 8000_0008h EBX[13]: EFER.INTWB exists. */
  readonly intwb: boolean;
  /** CPUID 8000_0021h EAX[7]: EFER.UAIE exists. */
  readonly uaie: boolean;
  /** CPUID 8000_0021h EAX[8]: EFER.AIBRSE exists. */
  readonly aibrse: boolean;
  /** CPUID 7.0 EBX[20]: CR4.SMAP exists. Absent is false. */
  readonly smap?: boolean;
  /** CPUID 8000_0021h EAX[6]: loading a null selector into FS or GS clears the base. Absent is false. */
  readonly nullSelectorClearsBase?: boolean;
}

/** Bits of a field that the observer forces; no case may hold them otherwise. */
export interface Imposed {
  readonly field: FieldName;
  readonly mask: bigint;
  readonly value: bigint;
  /** The mode in which they are forced; every mode when absent. */
  readonly mode?: Mode;
}

/** What of memory is not a case's to choose. */
export interface ImposedMemory {
  /** Every page of the supervisor, as it is in each case: descriptor tables that the observer cannot change. */
  readonly supervisor: readonly Page[];
  /** No page of a case lies below. */
  readonly lowest: bigint;
  /** No page of a case lies here or above. */
  readonly end: bigint;
}

/** What decides the prediction besides the case itself. */
export interface Profile {
  readonly vendor: Vendor;
  readonly features: Features;
  /** The modes that the processor can be put into. */
  readonly modes: readonly Mode[];
  readonly imposed: readonly Imposed[];
  /** Absent where a case may have any pages. */
  readonly memory?: ImposedMemory;
}

/**
 * A segment register with its hidden part (the descriptor cache). `limit` is in bytes, `type` the
 * 4-bit descriptor type, the rest single bits. Unusable (null) is p = 0.
 */
export interface Segment {
  readonly selector: number;
  readonly base: bigint;
  readonly limit: number;
  readonly type: number;
  readonly s: number;
  readonly dpl: number;
  readonly p: number;
  readonly avl: number;
  readonly l: number;
  readonly db: number;
  readonly g: number;
}

/** GDTR or IDTR; `limit` is 16 bits. */
export interface TableRegister {
  readonly base: bigint;
  readonly limit: number;
}

export type GprName =
  | "rax"
  | "rcx"
  | "rdx"
  | "rbx"
  | "rsp"
  | "rbp"
  | "rsi"
  | "rdi"
  | "r8"
  | "r9"
  | "r10"
  | "r11"
  | "r12"
  | "r13"
  | "r14"
  | "r15";

export type SegmentName = "es" | "cs" | "ss" | "ds" | "fs" | "gs" | "ldtr" | "tr";

export type ControlName = "rip" | "rflags" | "cr0" | "cr3" | "cr4" | "dr6" | "dr7";

/** MSRs that are state of their own; FS_BASE and GS_BASE are `fs.base` and `gs.base`. */
export type MsrName =
  | "efer"
  | "star"
  | "lstar"
  | "cstar"
  | "fmask"
  | "kernelGsBase"
  | "sysenterCs"
  | "sysenterEsp"
  | "sysenterEip";

/** The architectural state that ring crossings read or write. */
export type CpuState = { readonly [name in GprName | ControlName | MsrName]: bigint } & {
  readonly [name in SegmentName]: Segment;
} & { readonly cpl: number; readonly gdtr: TableRegister; readonly idtr: TableRegister };

/** One comparable part of the state: `rax`, `cpl`, `cs.selector`, `gdtr.limit`. */
export type FieldName =
  | GprName
  | ControlName
  | MsrName
  | "cpl"
  | `${SegmentName}.${keyof Segment}`
  | `${"gdtr" | "idtr"}.${keyof TableRegister}`;

/** Bytes at an offset of a page. */
export interface Chunk {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** A mapped 4 KiB page at `linear` (page aligned); bytes that no chunk gives are 0. */
export interface Page {
  readonly linear: bigint;
  readonly user: boolean;
  readonly write: boolean;
  readonly execute: boolean;
  readonly data: readonly Chunk[];
}

/**
 * One instruction, placed over what the pages hold. `at` is its linear address; absent for the first step, which lies at
 * RIP, and for one right behind the step before it.
 */
export interface Step {
  readonly bytes: Uint8Array;
  readonly at?: bigint;
}

/** `observe` stops at a raised exception before the IDT; `execute` lets the case's IDT deliver it. */
export type Delivery = "observe" | "execute";

/** One experiment: everything a processor needs to run it, and nothing about what is expected. */
export interface TestCase {
  readonly profile: Profile;
  readonly before: CpuState;
  readonly pages: readonly Page[];
  readonly steps: readonly Step[];
  readonly delivery: Delivery;
}

/**
 * How the last step ended. An exception is seen before delivery; `address` is the faulting linear
 * address of a #PF. Landing on an unmapped page after the instruction counts as `retired`.
 */
export type End =
  | { readonly kind: "retired" }
  | {
      readonly kind: "exception";
      readonly vector: number;
      readonly errorCode?: number;
      readonly address?: bigint;
    }
  | { readonly kind: "shutdown" }
  | { readonly kind: "timeout" };

/** Memory that a case changed. */
export interface Write {
  readonly linear: bigint;
  readonly bytes: Uint8Array;
}

/** What the processor did. `unseen` names fields that this one answer says nothing about. */
export interface Observation {
  readonly end: End;
  readonly after: CpuState;
  readonly writes: readonly Write[];
  readonly unseen?: readonly FieldName[];
}

/** The processor or its adapter cannot run this case. */
export interface Unsupported {
  readonly unsupported: string;
}

/** The bits of one field that one rule decides; bits outside `mask` are 0 in `value`. */
export interface Signed {
  readonly mask: bigint;
  readonly value: bigint;
  readonly rule: RuleId;
}

/** Bytes that one rule stores at a linear address. */
export interface SignedWrite extends Write {
  readonly rule: RuleId;
}

/** The alternative assumed at one variant point. */
export interface Choice {
  readonly variant: RuleId;
  readonly alternative: string;
}

/**
 * One outcome that the manual allows. Fields that `fields` does not mention keep their value, by
 * the rule `unchanged`; bits in `masked` are not specified and not compared.
 */
export interface Outcome {
  readonly choices: readonly Choice[];
  readonly end: End;
  /** The rule that decided the end. */
  readonly endRule: RuleId;
  /** Rules about the order of checks that were at stake for this end. */
  readonly orderRules: readonly RuleId[];
  readonly fields: ReadonlyMap<FieldName, readonly Signed[]>;
  readonly masked: ReadonlyMap<FieldName, readonly Signed[]>;
  /** What was stored, in this order, also by an instruction that faulted later; other memory keeps its content. */
  readonly writes: readonly SignedWrite[];
  readonly unchanged: RuleId;
  /** Of a case of several steps: RIP before the last one that was reached, and whether that one left it. */
  readonly last?: { readonly rip: bigint; readonly completed: boolean };
}

/** What the oracle says: the outcomes of every combination of variants, the default one first. */
export interface Prediction {
  readonly outcomes: readonly [Outcome, ...Outcome[]];
  /** Every rule that decided something in this case. */
  readonly exercised: ReadonlySet<RuleId>;
}
