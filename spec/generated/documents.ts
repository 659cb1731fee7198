// Written by `npm run generate` from spec/schemas. Do not edit.

/**
 * The value of a field: a small number, or hex digits after 0x.
 */
export type ClaimValue = number | string;
/**
 * A 64-bit value: 0x and 16 lower-case hex digits, most significant digit first.
 */
export type Hex64 = string;
/**
 * How the processor interprets code: 64-bit mode (EFER.LMA=1, CS.L=1), compatibility mode (EFER.LMA=1, CS.L=0), or protected mode with EFER.LMA=0.
 */
export type ModeName = "64" | "compat" | "legacy";
/**
 * Whose manual decides.
 */
export type VendorName = "intel" | "amd";
/**
 * What an experiment needs that the oracles do not model yet.
 */
export type ClaimNeed =
  | "data accesses"
  | "far transfers"
  | "interrupts"
  | "IRET"
  | "paging privilege"
  | "segment loads"
  | "sequences of instructions"
  | "system descriptors";
/**
 * A text that is not empty.
 */
export type Text = string;
/**
 * How the claim is settled.
 */
export type ClaimExperiment = ClaimRuns | ClaimLater | ClaimNone;
/**
 * The id of a rule, `<instruction>.<effect>_<condition>`, for example `sysret.gp_rcx_noncanonical`.
 */
export type RuleIdText = string;
/**
 * A 16-bit segment selector: index times 8, table indicator (bit 2), RPL (bits 1:0).
 */
export type Selector = number;
/**
 * A segment limit in bytes: the offset of the last byte, granularity already applied.
 */
export type Limit32 = number;
/**
 * The 4-bit type of a descriptor, bits 43:40.
 */
export type DescriptorType = number;
/**
 * A privilege level, 0 (kernel) to 3 (user).
 */
export type Privilege = number;
/**
 * The limit of GDTR or IDTR in bytes: the offset of the last byte.
 */
export type Limit16 = number;
/**
 * How the last step ended.
 */
export type EndDocument = RetiredEnd | ExceptionEnd | ShutdownEnd | TimeoutEnd;
/**
 * An exception vector: 1 is #DB, 6 is #UD, 13 is #GP, 14 is #PF.
 */
export type Vector = number;
/**
 * Bytes in memory order, two lower-case hex digits each, nothing between them.
 */
export type HexBytes = string;
/**
 * One comparable part of the state: `rax`, `cpl`, `cs.selector`, `gdtr.limit`.
 */
export type FieldNameText = string;
/**
 * Number of the case. Numbers grow; answers come in the order of the cases.
 */
export type CaseNumber = number;
/**
 * A linear address that is a multiple of 4096.
 */
export type PageAddress = string;
/**
 * The bytes of one instruction with its prefixes, 1 to 32 of them, two lower-case hex digits each. More than 15 are legal input: the processor then raises #GP(0).
 */
export type InstructionBytes = string;
/**
 * A line that the harness writes.
 */
export type HarnessMessage = StartMessage | RunMessage | StopMessage;
/**
 * A line that an adapter writes.
 */
export type AdapterMessage = ReadyMessage | ObservationMessage | UnsupportedMessage | ErrorMessage;
/**
 * One line of a recording.
 */
export type RecordingLine = RecordingHeader | RecordedVector | RecordingFooter;
/**
 * The value of a field, an end, or writes to memory.
 */
export type DifferingDocument = Hex64 | EndDocument | WriteDocument[];
/**
 * How many.
 */
export type Count = number;
/**
 * One line of a report.
 */
export type ReportLine = HeaderLine | FindingLine | TroubleLine | OpinionsLine | FooterLine;
/**
 * A single bit.
 */
export type Bit = number;
/**
 * The error code of an exception.
 */
export type ErrorCode = number;

/**
 * Every document that crosses a boundary.
 */
export interface Documents {
  claimValue?: ClaimValue;
  claimBits?: ClaimBits;
  claimNot?: ClaimNot;
  claimSet?: ClaimSet;
  claimClear?: ClaimClear;
  claimChanges?: ClaimChanges;
  claimFields?: ClaimFields;
  claimOutcome?: ClaimOutcome;
  claimDescriptors?: ClaimDescriptors;
  claimCase?: ClaimCase;
  claimNeed?: ClaimNeed;
  claimRuns?: ClaimRuns;
  claimLater?: ClaimLater;
  claimNone?: ClaimNone;
  claimExperiment?: ClaimExperiment;
  claim?: Claim;
  claimFile?: ClaimFile;
  segment?: SegmentDocument;
  table?: TableDocument;
  state?: CpuStateDocument;
  segmentChanges?: SegmentChanges;
  tableChanges?: TableChanges;
  changes?: StateChanges;
  end?: EndDocument;
  retired?: RetiredEnd;
  exception?: ExceptionEnd;
  shutdown?: ShutdownEnd;
  timeout?: TimeoutEnd;
  write?: WriteDocument;
  observation?: ObservationDocument;
  signed?: SignedDocument;
  choice?: ChoiceDocument;
  signedFields?: SignedFields;
  signedWrite?: SignedWriteDocument;
  outcome?: OutcomeDocument;
  prediction?: PredictionDocument;
  start?: StartMessage;
  run?: RunMessage;
  stop?: StopMessage;
  memory?: MemoryImage;
  fieldCapability?: FieldCapabilityDocument;
  capabilities?: CapabilitiesDocument;
  ready?: ReadyMessage;
  observed?: ObservationMessage;
  unsupported?: UnsupportedMessage;
  error?: ErrorMessage;
  toAdapter?: HarnessMessage;
  fromAdapter?: AdapterMessage;
  recordedFields?: RecordedFields;
  recordingHeader?: RecordingHeader;
  recordedCpu?: RecordedCpu;
  recordedVector?: RecordedVector;
  recordingFooter?: RecordingFooter;
  recordingLine?: RecordingLine;
  processor?: ProcessorDocument;
  differing?: DifferingDocument;
  difference?: DifferenceDocument;
  example?: ExampleDocument;
  header?: HeaderLine;
  finding?: FindingLine;
  trouble?: TroubleLine;
  opinions?: OpinionsLine;
  footer?: FooterLine;
  line?: ReportLine;
  source?: RuleSource;
  evidence?: RuleEvidence;
  variant?: RuleVariant;
  unobservable?: Unobservable;
  rule?: RuleDocument;
  ruleFile?: RuleFile;
  features?: FeaturesDocument;
  imposed?: ImposedDocument;
  profile?: ProfileDocument;
  imposedMemory?: ImposedMemoryDocument;
  chunk?: ChunkDocument;
  page?: PageDocument;
  step?: StepDocument;
  testCase?: TestCaseDocument;
  hex64?: Hex64;
  bytes?: HexBytes;
  instructionBytes?: InstructionBytes;
  bit?: Bit;
  privilege?: Privilege;
  selector?: Selector;
  limit16?: Limit16;
  limit32?: Limit32;
  descriptorType?: DescriptorType;
  vector?: Vector;
  errorCode?: ErrorCode;
  count?: Count;
  caseNumber?: CaseNumber;
  pageAddress?: PageAddress;
  vendor?: VendorName;
  mode?: ModeName;
  fieldName?: FieldNameText;
  ruleId?: RuleIdText;
  text?: Text;
}
/**
 * Some bits of a field; the others may be anything.
 */
export interface ClaimBits {
  /**
   * The bits that count.
   */
  bits: ClaimValue;
  /**
   * What they hold.
   */
  value: ClaimValue;
}
/**
 * Any value but this one.
 */
export interface ClaimNot {
  not: ClaimValue;
}
/**
 * Bits that are set on top of the plain value.
 */
export interface ClaimSet {
  set: ClaimValue;
}
/**
 * Bits that are cleared in the plain value.
 */
export interface ClaimClear {
  clear: ClaimValue;
}
/**
 * The fields in which a case differs from the plain machine of its instruction.
 */
export interface ClaimChanges {
  [k: string]: ClaimValue | ClaimSet | ClaimClear;
}
/**
 * Fields after the instruction; a list holds the values that the manuals allow. Fields that it does not name are not looked at.
 */
export interface ClaimFields {
  [k: string]: ClaimValue | ClaimBits | ClaimNot | ClaimValue[];
}
/**
 * How a case ends, and the fields that matter after it.
 */
export interface ClaimOutcome {
  /**
   * `retired`, or an exception as `#GP(0)`, `#GP(0x20)`, `#UD`.
   */
  end: Text;
  after: ClaimFields;
}
/**
 * Entries of the GDT by index, each as the 8 bytes of a descriptor read as one number.
 */
export interface ClaimDescriptors {
  [k: string]: Hex64;
}
/**
 * One experiment: an instruction on its plain machine, and how that machine is changed.
 */
export interface ClaimCase {
  /**
   * What is tried, in a few words.
   */
  title: Text;
  /**
   * The instruction, as generators name it.
   */
  instruction: string;
  mode: ModeName;
  /**
   * Whether it has REX.W, where there is a choice; in 64-bit mode it has unless this says no.
   */
  wide?: boolean;
  /**
   * The MSR of RDMSR and WRMSR, by the name of its field.
   */
  msr?: Text;
  /**
   * Where that of the plain machine does not do.
   */
  cpl?: Privilege;
  /**
   * For whom it holds; both when it is left out.
   *
   * @minItems 1
   */
  vendors?: VendorName[];
  /**
   * The feature without which the instruction does not exist, by its name in the profile.
   */
  feature?: Text;
  before: ClaimChanges;
  gdt?: ClaimDescriptors;
  /**
   * What the notes would have it do; left out where they agree with the law.
   */
  notes?: ClaimOutcome;
  /**
   * What the manuals demand.
   */
  law: ClaimOutcome;
}
/**
 * The experiment can be run.
 */
export interface ClaimRuns {
  status: "runs";
  /**
   * @minItems 1
   */
  cases: ClaimCase[];
  /**
   * What is missing for the part of the claim that the cases do not reach.
   *
   * @minItems 1
   */
  needs?: ClaimNeed[];
}
/**
 * The experiment needs what the oracles do not model yet.
 */
export interface ClaimLater {
  status: "later";
  /**
   * @minItems 1
   */
  needs: ClaimNeed[];
}
/**
 * No processor could show it: the claim is about words, history or software.
 */
export interface ClaimNone {
  status: "none";
  reason: Text;
}
/**
 * One claim of the founding notes.
 */
export interface Claim {
  /**
   * From 1, in the order of the notes.
   */
  number: number;
  /**
   * What the notes say, in other words.
   */
  claim: Text;
  /**
   * right: as stated. wrong: the processor does otherwise. imprecise: true in the case that its author thought of, or true with words missing.
   */
  verdict: "right" | "wrong" | "imprecise";
  /**
   * What is the case.
   */
  correct: Text;
  /**
   * The rules behind it; none where nothing of it is modelled yet.
   */
  rules: RuleIdText[];
  experiment: ClaimExperiment;
}
/**
 * All claims.
 */
export interface ClaimFile {
  comment: Text;
  /**
   * @minItems 1
   */
  claims: Claim[];
}
/**
 * A segment register with its hidden part, the descriptor cache.
 */
export interface SegmentDocument {
  selector: Selector;
  base: Hex64;
  limit: Limit32;
  type: DescriptorType;
  /**
   * 0: system segment, 1: code or data.
   */
  s: Bit;
  dpl: Privilege;
  /**
   * Present; 0 is an unusable (null) segment.
   */
  p: Bit;
  /**
   * Available to software.
   */
  avl: Bit;
  /**
   * Code for 64-bit mode.
   */
  l: Bit;
  /**
   * Default operand size of code (D), size of a stack or data segment (B).
   */
  db: Bit;
  /**
   * Granularity: the limit was given in 4 KiB units. `limit` is in bytes either way.
   */
  g: Bit;
}
/**
 * GDTR or IDTR.
 */
export interface TableDocument {
  base: Hex64;
  limit: Limit16;
}
/**
 * A whole CPU state.
 */
export interface CpuStateDocument {
  /**
   * The current privilege level.
   */
  cpl: Privilege;
  /**
   * Instruction pointer.
   */
  rip: Hex64;
  /**
   * RFLAGS, all 64 bits.
   */
  rflags: Hex64;
  /**
   * CR0.
   */
  cr0: Hex64;
  /**
   * CR3: physical address of the root page table.
   */
  cr3: Hex64;
  /**
   * CR4.
   */
  cr4: Hex64;
  /**
   * DR6.
   */
  dr6: Hex64;
  /**
   * DR7.
   */
  dr7: Hex64;
  rax: Hex64;
  rcx: Hex64;
  rdx: Hex64;
  rbx: Hex64;
  rsp: Hex64;
  rbp: Hex64;
  rsi: Hex64;
  rdi: Hex64;
  r8: Hex64;
  r9: Hex64;
  r10: Hex64;
  r11: Hex64;
  r12: Hex64;
  r13: Hex64;
  r14: Hex64;
  r15: Hex64;
  es: SegmentDocument;
  cs: SegmentDocument;
  ss: SegmentDocument;
  ds: SegmentDocument;
  fs: SegmentDocument;
  gs: SegmentDocument;
  ldtr: SegmentDocument;
  tr: SegmentDocument;
  gdtr: TableDocument;
  idtr: TableDocument;
  /**
   * EFER, C000_0080h.
   */
  efer: Hex64;
  /**
   * STAR, C000_0081h.
   */
  star: Hex64;
  /**
   * LSTAR, C000_0082h.
   */
  lstar: Hex64;
  /**
   * CSTAR, C000_0083h.
   */
  cstar: Hex64;
  /**
   * SFMASK (Intel: IA32_FMASK), C000_0084h.
   */
  fmask: Hex64;
  /**
   * KERNEL_GS_BASE, C000_0102h.
   */
  kernelGsBase: Hex64;
  /**
   * SYSENTER_CS, 174h.
   */
  sysenterCs: Hex64;
  /**
   * SYSENTER_ESP, 175h.
   */
  sysenterEsp: Hex64;
  /**
   * SYSENTER_EIP, 176h.
   */
  sysenterEip: Hex64;
}
/**
 * The parts of a segment register that changed.
 */
export interface SegmentChanges {
  selector?: Selector;
  base?: Hex64;
  limit?: Limit32;
  type?: DescriptorType;
  /**
   * 0: system segment, 1: code or data.
   */
  s?: Bit;
  dpl?: Privilege;
  /**
   * Present; 0 is an unusable (null) segment.
   */
  p?: Bit;
  /**
   * Available to software.
   */
  avl?: Bit;
  /**
   * Code for 64-bit mode.
   */
  l?: Bit;
  /**
   * Default operand size of code (D), size of a stack or data segment (B).
   */
  db?: Bit;
  /**
   * Granularity: the limit was given in 4 KiB units. `limit` is in bytes either way.
   */
  g?: Bit;
}
/**
 * The parts of GDTR or IDTR that changed.
 */
export interface TableChanges {
  base?: Hex64;
  limit?: Limit16;
}
/**
 * The parts of a CPU state that changed. What is not mentioned is as in the state before; mentioning an unchanged field is allowed.
 */
export interface StateChanges {
  /**
   * The current privilege level.
   */
  cpl?: Privilege;
  /**
   * Instruction pointer.
   */
  rip?: Hex64;
  /**
   * RFLAGS, all 64 bits.
   */
  rflags?: Hex64;
  /**
   * CR0.
   */
  cr0?: Hex64;
  /**
   * CR3: physical address of the root page table.
   */
  cr3?: Hex64;
  /**
   * CR4.
   */
  cr4?: Hex64;
  /**
   * DR6.
   */
  dr6?: Hex64;
  /**
   * DR7.
   */
  dr7?: Hex64;
  rax?: Hex64;
  rcx?: Hex64;
  rdx?: Hex64;
  rbx?: Hex64;
  rsp?: Hex64;
  rbp?: Hex64;
  rsi?: Hex64;
  rdi?: Hex64;
  r8?: Hex64;
  r9?: Hex64;
  r10?: Hex64;
  r11?: Hex64;
  r12?: Hex64;
  r13?: Hex64;
  r14?: Hex64;
  r15?: Hex64;
  es?: SegmentChanges;
  cs?: SegmentChanges;
  ss?: SegmentChanges;
  ds?: SegmentChanges;
  fs?: SegmentChanges;
  gs?: SegmentChanges;
  ldtr?: SegmentChanges;
  tr?: SegmentChanges;
  gdtr?: TableChanges;
  idtr?: TableChanges;
  /**
   * EFER, C000_0080h.
   */
  efer?: Hex64;
  /**
   * STAR, C000_0081h.
   */
  star?: Hex64;
  /**
   * LSTAR, C000_0082h.
   */
  lstar?: Hex64;
  /**
   * CSTAR, C000_0083h.
   */
  cstar?: Hex64;
  /**
   * SFMASK (Intel: IA32_FMASK), C000_0084h.
   */
  fmask?: Hex64;
  /**
   * KERNEL_GS_BASE, C000_0102h.
   */
  kernelGsBase?: Hex64;
  /**
   * SYSENTER_CS, 174h.
   */
  sysenterCs?: Hex64;
  /**
   * SYSENTER_ESP, 175h.
   */
  sysenterEsp?: Hex64;
  /**
   * SYSENTER_EIP, 176h.
   */
  sysenterEip?: Hex64;
}
/**
 * The instruction completed and nothing was raised at the boundary behind it.
 */
export interface RetiredEnd {
  kind: "retired";
}
/**
 * An exception, seen before its delivery: `after` of the observation is the state at that moment.
 */
export interface ExceptionEnd {
  kind: "exception";
  vector: Vector;
  /**
   * Left out when the exception has none.
   */
  errorCode?: ErrorCode;
  /**
   * The faulting linear address of a #PF, which CR2 gets; left out otherwise.
   */
  address?: Hex64;
}
/**
 * The processor shut down (triple fault).
 */
export interface ShutdownEnd {
  kind: "shutdown";
}
/**
 * The processor still ran when its budget of instructions was spent.
 */
export interface TimeoutEnd {
  kind: "timeout";
}
/**
 * Memory that the case changed.
 */
export interface WriteDocument {
  /**
   * Linear address of the first byte.
   */
  linear: Hex64;
  bytes: HexBytes;
}
/**
 * What the processor did with one case.
 */
export interface ObservationDocument {
  end: EndDocument;
  after: StateChanges;
  /**
   * Memory whose content changed, without the tables that address translation uses.
   */
  writes: WriteDocument[];
  /**
   * Fields that this one answer says nothing about.
   */
  unseen?: FieldNameText[];
}
/**
 * The bits of one field that one rule decides.
 */
export interface SignedDocument {
  mask: Hex64;
  /**
   * Bits outside `mask` are 0.
   */
  value: Hex64;
  rule: RuleIdText;
}
/**
 * The alternative assumed at one variant point.
 */
export interface ChoiceDocument {
  variant: RuleIdText;
  alternative: Text;
}
/**
 * Per field, who decides which bits.
 */
export interface SignedFields {
  [k: string]: SignedDocument[];
}
/**
 * Bytes that one rule stores.
 */
export interface SignedWriteDocument {
  /**
   * Linear address of the first byte.
   */
  linear: Hex64;
  bytes: HexBytes;
  rule: RuleIdText;
}
/**
 * One outcome that the manual allows. Fields that `fields` does not mention keep their value.
 */
export interface OutcomeDocument {
  choices: ChoiceDocument[];
  end: EndDocument;
  /**
   * The rule that decided the end.
   */
  endRule: RuleIdText;
  /**
   * Rules about the order of checks that were at stake for this end.
   */
  orderRules: RuleIdText[];
  fields: SignedFields;
  /**
   * Bits that are not specified and not compared, each with the rule that says so.
   */
  masked: SignedFields;
  /**
   * What is stored, in this order; other memory keeps its content.
   */
  writes: SignedWriteDocument[];
  /**
   * The rule that says that everything else keeps its value.
   */
  unchanged: RuleIdText;
}
/**
 * The outcomes of every combination of variants, the default one first.
 */
export interface PredictionDocument {
  /**
   * @minItems 1
   */
  outcomes: OutcomeDocument[];
  /**
   * Every rule that decided something in this case.
   */
  exercised: RuleIdText[];
}
/**
 * Harness to adapter, the first line.
 */
export interface StartMessage {
  kind: "start";
  /**
   * Version of the protocol.
   */
  protocol: 1;
  /**
   * The vendor that the user asked for, if any. A program that can pose as both picks a model of it; others ignore it.
   */
  vendor?: VendorName;
}
/**
 * Harness to adapter: run one case.
 */
export interface RunMessage {
  kind: "run";
  id: CaseNumber;
  case: TestCaseDocument;
  /**
   * Sent when the adapter asked for physical memory.
   */
  memory?: MemoryImage;
}
/**
 * One experiment: everything that a processor needs to run it, and nothing about what is expected.
 */
export interface TestCaseDocument {
  profile: ProfileDocument;
  before: CpuStateDocument;
  pages: PageDocument[];
  /**
   * Instructions to run one after the other, at least one. The processor runs them without a stop: what an instruction leaves in hidden registers is there for the next.
   *
   * @minItems 1
   */
  steps: StepDocument[];
  /**
   * `observe` stops at a raised exception before the IDT is read; `execute` lets the IDT and TSS of the case deliver it.
   */
  delivery: "observe" | "execute";
}
/**
 * What decides the prediction besides the case itself.
 */
export interface ProfileDocument {
  vendor: VendorName;
  features: FeaturesDocument;
  /**
   * The modes that the processor can be put into.
   *
   * @minItems 1
   */
  modes: ModeName[];
  imposed: ImposedDocument[];
  memory?: ImposedMemoryDocument;
}
/**
 * What CPUID tells the guest.
 */
export interface FeaturesDocument {
  /**
   * CPUID 8000_0001h EDX[20]: EFER.NXE exists.
   */
  nx: boolean;
  /**
   * CPUID 7.0 ECX[16]: addresses in MSRs and hidden bases are 57 bits wide.
   */
  la57: boolean;
  /**
   * CPUID 7.0 EBX[0]: CR4.FSGSBASE exists.
   */
  fsgsbase: boolean;
  /**
   * CPUID 8000_0001h ECX[2]: EFER.SVME exists.
   */
  svm: boolean;
  /**
   * CPUID 8000_0001h EDX[25]: EFER.FFXSR exists.
   */
  ffxsr: boolean;
  /**
   * CPUID 8000_0001h ECX[17]: EFER.TCE exists.
   */
  tce: boolean;
  /**
   * CPUID 8000_0008h EBX[20] = 0 on a part with SVM: EFER.LMSLE exists.
   */
  lmsle: boolean;
  /**
   * CPUID 8000_0008h EBX[8]: EFER.MCOMMIT exists.
   */
  mcommit: boolean;
  /**
   * CPUID 8000_0008h EBX[13]: EFER.INTWB exists.
   */
  intwb: boolean;
  /**
   * CPUID 8000_0021h EAX[7]: EFER.UAIE exists.
   */
  uaie: boolean;
  /**
   * CPUID 8000_0021h EAX[8]: EFER.AIBRSE exists.
   */
  aibrse: boolean;
  /**
   * CPUID 7.0 EBX[20]: CR4.SMAP exists. Absent is false.
   */
  smap?: boolean;
  /**
   * CPUID 8000_0021h EAX[6]: loading a null selector into FS or GS clears the base. Absent is false.
   */
  nullSelectorClearsBase?: boolean;
}
/**
 * Bits of a field that the processor or its observer forces: no case holds them otherwise.
 */
export interface ImposedDocument {
  field: FieldNameText;
  /**
   * Which bits are forced.
   */
  mask: Hex64;
  /**
   * What they are forced to; bits outside `mask` are 0.
   */
  value: Hex64;
  /**
   * The mode in which they are forced; every mode when absent.
   */
  mode?: ModeName;
}
/**
 * What of memory is not a case's to choose. Absent where a case may have any pages.
 */
export interface ImposedMemoryDocument {
  /**
   * Every page of the supervisor, as it is in each case.
   */
  supervisor: PageDocument[];
  /**
   * No page of a case lies below.
   */
  lowest: Hex64;
  /**
   * No page of a case lies here or above.
   */
  end: Hex64;
}
/**
 * A mapped 4 KiB page. Bytes that no chunk gives are 0.
 */
export interface PageDocument {
  linear: PageAddress;
  /**
   * Code at CPL 3 may touch it.
   */
  user: boolean;
  /**
   * It may be written.
   */
  write: boolean;
  /**
   * It may be executed (where EFER.NXE=1 can tell).
   */
  execute: boolean;
  /**
   * The content.
   */
  data: ChunkDocument[];
}
/**
 * Bytes at an offset of a page.
 */
export interface ChunkDocument {
  /**
   * Offset in the page, in bytes.
   */
  offset: number;
  bytes: HexBytes;
}
/**
 * One instruction, placed over what the pages hold.
 */
export interface StepDocument {
  bytes: InstructionBytes;
  /**
   * Its linear address. The first step lies at CS.base + RIP and has none; without it a later step lies right behind the one before.
   */
  at?: Hex64;
}
/**
 * Harness to adapter, the last line: end yourself with exit code 0. Standard input closes behind it.
 */
export interface StopMessage {
  kind: "stop";
}
/**
 * The case's memory as the processor's bus shows it, page tables included.
 */
export interface MemoryImage {
  /**
   * Physical address of the root page table; 0 when paging is off.
   */
  cr3: Hex64;
  /**
   * What every byte holds that no chunk gives: zeros, or UD2 instructions (0f 0b, from every even address) when paging is off.
   */
  fill: "zero" | "ud2";
  chunks: PhysicalChunk[];
}
/**
 * Bytes at a physical address.
 */
export interface PhysicalChunk {
  /**
   * Physical address.
   */
  address: Hex64;
  bytes: HexBytes;
}
/**
 * What the adapter can do with a field. A field that is not mentioned is settable and fully seen.
 */
export interface FieldCapabilityDocument {
  /**
   * Whether `before` takes effect in this field.
   */
  settable: boolean;
  /**
   * Whether answers report it; or, as a mask, which of its bits. What is not seen is not compared.
   */
  seen: boolean | Hex64;
  /**
   * Why not all of it.
   */
  reason?: Text;
}
/**
 * What the adapter can do.
 */
export interface CapabilitiesDocument {
  /**
   * `pages`: cases carry linear pages (the default). `physical`: every case carries in addition a physical image with page tables, so that an emulator with an MMU only copies bytes.
   */
  memory?: "pages" | "physical";
  /**
   * Exceptions by field, or by whole register (`ldtr` stands for all of its parts).
   */
  fields?: {
    [k: string]: FieldCapabilityDocument;
  };
  /**
   * Instructions that the processor cannot be asked about, each with the reason.
   */
  noOpinion?: {
    [k: string]: Text;
  };
  /**
   * How many cases the adapter may be sent ahead of its answers; 64 unless told.
   */
  batch?: number;
}
/**
 * Adapter to harness, the answer to `start`.
 */
export interface ReadyMessage {
  kind: "ready";
  /**
   * Version of the protocol.
   */
  protocol: 1;
  /**
   * What reports call the processor.
   */
  name: Text;
  /**
   * Version of the processor.
   */
  version: Text;
  /**
   * Which CPU it poses as.
   */
  model: Text;
  profile: ProfileDocument;
  capabilities: CapabilitiesDocument;
}
/**
 * Adapter to harness: what the processor did with the case.
 */
export interface ObservationMessage {
  kind: "observation";
  id: CaseNumber;
  observation: ObservationDocument;
}
/**
 * Adapter to harness: the processor or the adapter cannot run the case. Never an exception of the processor.
 */
export interface UnsupportedMessage {
  kind: "unsupported";
  id: CaseNumber;
  reason: Text;
}
/**
 * Adapter to harness: the adapter itself broke. The harness ends the program and starts it anew.
 */
export interface ErrorMessage {
  kind: "error";
  id?: CaseNumber;
  message: Text;
}
/**
 * Values by the name of their field.
 */
export interface RecordedFields {
  [k: string]: Hex64;
}
/**
 * The CPU, and what all vectors share.
 */
export interface RecordingHeader {
  kind: "header";
  format: 1;
  /**
   * The version that recorded.
   */
  ringcross: Text;
  seed: number;
  /**
   * The version of the generators.
   */
  generator: number;
  cpu: RecordedCpu;
  /**
   * What CPUID tells, by the names of a profile.
   */
  features: {
    [k: string]: boolean;
  };
  /**
   * The modes that cases ran in.
   *
   * @minItems 1
   */
  modes: ModeName[];
  /**
   * The bits of each field that were seen, where not all were.
   */
  seen: RecordedFields;
  /**
   * A whole state; each vector begins with it but for what it says.
   */
  base: RecordedFields;
  /**
   * The pages of the supervisor that each vector has besides its own.
   */
  memory?: ImposedMemoryDocument;
}
/**
 * Which silicon.
 */
export interface RecordedCpu {
  vendor: VendorName;
  family: number;
  model: number;
  stepping: number;
  /**
   * As the operating system tells it; behind a hypervisor it may be anything.
   */
  microcode: Text;
  /**
   * CPUID tells of a hypervisor: exceptions that it intercepts may be its own.
   */
  hypervisor: boolean;
}
/**
 * One case and what the CPU did.
 */
export interface RecordedVector {
  kind: "vector";
  /**
   * What differs from the base.
   */
  before: RecordedFields;
  /**
   * The pages that were mapped.
   */
  pages: PageDocument[];
  /**
   * The bytes of each instruction.
   *
   * @minItems 1
   */
  steps: InstructionBytes[];
  end: EndDocument;
  /**
   * What differs from the state before.
   */
  after: RecordedFields;
  /**
   * Memory that changed; left out when none did.
   */
  writes?: WriteDocument[];
  /**
   * Fields that this one vector says nothing about, whatever `after` has there.
   */
  unseen?: FieldNameText[];
}
/**
 * The end of a complete recording.
 */
export interface RecordingFooter {
  kind: "footer";
  vectors: number;
}
/**
 * Which processor was tested.
 */
export interface ProcessorDocument {
  name: Text;
  version: string;
  /**
   * Which CPU it poses as.
   */
  model: string;
  vendor: VendorName;
}
/**
 * Something that differs from the prediction: bits of a field, the end, or memory.
 */
export interface DifferenceDocument {
  /**
   * The rule that is blamed.
   */
  rule: RuleIdText;
  /**
   * A field of the state, `end` or `memory`.
   */
  field: Text;
  /**
   * Bits that the blamed rule decides; left out for the end and for memory.
   */
  mask?: Hex64;
  predicted: DifferingDocument;
  observed: DifferingDocument;
}
/**
 * A case with what was said of it.
 */
export interface ExampleDocument {
  case: TestCaseDocument;
  prediction: PredictionDocument;
  /**
   * As compared; left out when the processor hung or died.
   */
  observation?: ObservationDocument;
  differences: DifferenceDocument[];
}
/**
 * The first line: how the run was asked for.
 */
export interface HeaderLine {
  kind: "header";
  /**
   * Version of the report format.
   */
  format: 1;
  /**
   * Version of ringcross.
   */
  ringcross: Text;
  /**
   * With `generator` it decides every case of the run.
   */
  seed: number;
  /**
   * Version of the generators.
   */
  generator: number;
  /**
   * Cases per processor; left out when a time limit decides.
   */
  cases?: Count;
  /**
   * What the run was narrowed to, as patterns of rules and instructions: only cases that exercise these were run. Left out for a whole run.
   */
  only?: Text[];
  processors: TestedProcessor[];
}
/**
 * A processor of the run with the profile that its cases were made for.
 */
export interface TestedProcessor {
  processor: ProcessorDocument;
  profile: ProfileDocument;
}
/**
 * Failing cases of one processor that break one rule in one way.
 */
export interface FindingLine {
  kind: "finding";
  /**
   * What the cases have in common.
   */
  key: Text;
  /**
   * Name of the processor.
   */
  processor: Text;
  version: string;
  model: string;
  vendor: VendorName;
  /**
   * The broken rule, then rules about the order of checks that were at stake.
   *
   * @minItems 1
   */
  rules: RuleIdText[];
  /**
   * `information` when the broken rule has confidence L: it never fails a run.
   */
  level?: "finding" | "information";
  /**
   * How many cases of the run showed it.
   */
  cases: Count;
  /**
   * Index in the run of the first of them.
   */
  firstIndex: Count;
  /**
   * How many parts of the example's state differ from the boring machine.
   */
  distance: Count;
  /**
   * Which parts.
   */
  differsIn: Text[];
  example: ExampleDocument;
  /**
   * False when the example did not fail again when it was run alone.
   */
  reproduced?: boolean;
  /**
   * What kind of disagreement it is: with every oracle (`processor`), what the other vendor's oracle has (`vendor difference`), another alternative that manuals permit (`variant`), or one that did not come again (`harness`).
   */
  class?: "processor" | "vendor difference" | "variant" | "harness";
  /**
   * The command that runs the example again.
   */
  replay: Text;
}
/**
 * A processor that could not be tested, or that broke without a case that reproduces it.
 */
export interface TroubleLine {
  kind: "trouble";
  processor: Text;
  status: "skip" | "error";
  code?: Text;
  message: Text;
  hint?: string;
}
/**
 * What the processors of the run say of each other. Models of one product share its name; only products that pose as the same vendor are compared.
 */
export interface OpinionsLine {
  kind: "opinions";
  /**
   * The columns of the matrix.
   */
  processors: OpinionHolder[];
  /**
   * Every rule that a processor has an opinion on.
   */
  rules: RuleOpinionsDocument[];
  /**
   * Every finding, once for all models of a product.
   */
  findings: FindingOpinionsDocument[];
}
/**
 * A product as one vendor.
 */
export interface OpinionHolder {
  processor: Text;
  vendor: VendorName;
}
/**
 * A rule of one vendor; a processor in neither list has no opinion.
 */
export interface RuleOpinionsDocument {
  rule: RuleIdText;
  vendor: VendorName;
  /**
   * Processors that kept it in every case.
   */
  kept: Text[];
  /**
   * Processors that broke it.
   */
  broken: BrokenCases[];
}
/**
 * In how many cases one processor broke it.
 */
export interface BrokenCases {
  processor: Text;
  cases: Count;
}
/**
 * What the other processors do on the example of a finding.
 */
export interface FindingOpinionsDocument {
  /**
   * That of the finding.
   */
  key: Text;
  /**
   * Who shows it.
   */
  processor: Text;
  /**
   * Who does what the oracle says.
   */
  agree: Text[];
  /**
   * Who breaks the same rule in the same way.
   */
  same: Text[];
  /**
   * Who differs from the oracle in another way.
   */
  otherwise: Text[];
  /**
   * Who cannot be asked.
   */
  noOpinion: NoOpinion[];
}
/**
 * A processor and why it cannot be asked.
 */
export interface NoOpinion {
  processor: Text;
  reason: Text;
}
/**
 * The last line: totals of the whole run.
 */
export interface FooterLine {
  kind: "footer";
  cases: Count;
  pass: Count;
  fail: Count;
  skip: Count;
  error: Count;
  seconds: number;
  /**
   * Bits left out of the comparison because a rule says that they are not specified.
   */
  maskedBits: Count;
  findings: Count;
  rulesExercised: Count;
  rulesTotal: Count;
  /**
   * Rules that no case exercised.
   */
  notExercised: RuleIdText[];
  /**
   * Which alternatives each processor showed at each variant point.
   */
  variants: VariantLine[];
  skipReasons: SkipReason[];
  /**
   * A signal ended the run early.
   */
  interrupted: boolean;
  exitCode: number;
}
/**
 * The alternatives that a processor showed.
 */
export interface VariantLine {
  processor: ProcessorDocument;
  variant: RuleIdText;
  alternatives: Text[];
}
/**
 * Cases that a processor could not run.
 */
export interface SkipReason {
  processor: ProcessorDocument;
  reason: Text;
  cases: Count;
}
/**
 * Where a manual states the rule.
 */
export interface RuleSource {
  vendor: VendorName;
  /**
   * For example `Intel SDM` or `AMD APM`.
   */
  document: Text;
  /**
   * The revision that was read.
   */
  revision?: Text;
  /**
   * Volume and section, for example `Vol. 2B, SYSRET, Operation`.
   */
  section: Text;
}
/**
 * Why the rule is believed. Silicon beats a manual, a manual beats an implementation.
 */
export interface RuleEvidence {
  kind: "silicon" | "manual" | "implementations";
  text: Text;
}
/**
 * A named point where manuals differ or are silent.
 */
export interface RuleVariant {
  /**
   * The outcomes that are allowed, two at least.
   *
   * @minItems 2
   */
  alternatives: Text[];
  /**
   * The alternative that is assumed first.
   */
  default: Text;
}
/**
 * The rule has no effect that a case can show.
 */
export interface Unobservable {
  reason: Text;
}
/**
 * The smallest unit of law.
 */
export interface RuleDocument {
  id: RuleIdText;
  /**
   * What the processor does, in one or two sentences.
   */
  statement: Text;
  /**
   * For whom it holds.
   *
   * @minItems 1
   */
  vendors: VendorName[];
  /**
   * `raise`: an exception is raised. `effect`: state is set. `absence`: something is not done. `order`: one check comes before another. `completes`: nothing else raises an exception. `unchanged`: everything else keeps its value. `variant`: manuals differ or are silent. `mask`: bits are not specified.
   */
  kind: "raise" | "effect" | "absence" | "order" | "completes" | "unchanged" | "variant" | "mask";
  sources: RuleSource[];
  /**
   * What speaks for the rule beyond the sources' text; often nothing needs to.
   */
  evidence: RuleEvidence[];
  /**
   * H: manual and two independent implementations, or silicon. M: manual only, or two implementations. L: one source or inference; never fails a run.
   */
  confidence: "H" | "M" | "L";
  /**
   * Whether a case can show a processor that breaks the rule; if not, why.
   */
  observable: true | Unobservable;
  variant?: RuleVariant;
  /**
   * What a processor without this rule does, where that is not to leave it out.
   */
  mutant?: Text;
  /**
   * For an absence: how the instruction ends when it does happen. `fault`: with a fault of its own. `trap`: with a trap that the rule rules out. `completes`: as it would anyway.
   */
  mutantEnd?: "fault" | "trap" | "completes";
}
/**
 * The rules of one instruction.
 */
export interface RuleFile {
  /**
   * The instruction, as in the ids of its rules.
   */
  instruction: string;
  title: Text;
  /**
   * @minItems 1
   */
  rules: RuleDocument[];
}
