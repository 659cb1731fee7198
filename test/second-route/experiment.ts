/** What one experiment of the second route is, and what comes back from it. */

/** General registers in the order of their numbers. */
export const GPRS = [
  "rax",
  "rcx",
  "rdx",
  "rbx",
  "rsp",
  "rbp",
  "rsi",
  "rdi",
  "r8",
  "r9",
  "r10",
  "r11",
  "r12",
  "r13",
  "r14",
  "r15",
] as const;
export type Gpr = (typeof GPRS)[number];

/** MSRs that every dump reads, by the names of the manuals. */
export const MSR = {
  sysenterCs: 0x174,
  sysenterEsp: 0x175,
  sysenterEip: 0x176,
  efer: 0xc000_0080,
  star: 0xc000_0081,
  lstar: 0xc000_0082,
  cstar: 0xc000_0083,
  fmask: 0xc000_0084,
  fsBase: 0xc000_0100,
  gsBase: 0xc000_0101,
  kernelGsBase: 0xc000_0102,
} as const;
export type MsrName = keyof typeof MSR;

/** EFER of every experiment unless it says otherwise: SCE, LME, LMA, NXE. */
export const EFER_DEFAULT = 0xd01n;

/** Selectors of the agent's GDT; the user's three lie as SYSRET with STAR[63:48] = `userBase` wants them. */
export const SELECTOR = {
  kernelCode32: 0x08,
  kernelData: 0x10,
  kernelCode64: 0x18,
  /** Not flat: base 00112000h, limit 5FFFFh bytes, so that its hidden part is recognised. */
  kernelOddData: 0x20,
  userBase: 0x28,
  userCode32: 0x2b,
  userData: 0x33,
  userCode64: 0x3b,
  /** As kernelOddData, but expand-down and with AVL. */
  kernelDownData: 0x58,
  /** Flat, but B=0. */
  kernelData16: 0x60,
  /** Flat, but D=0. */
  kernelCode16: 0x40,
  /** Flat up to the last byte of the code page at ADDRESS.code. */
  kernelShortCode32: 0x48,
  /** Flat, but not writable. */
  kernelReadOnlyData: 0x68,
  /** Flat, but not readable. */
  kernelExecuteOnly32: 0x70,
  /** Code and data of CPL 1. */
  innerCode64: 0x79,
  innerData: 0x81,
  /** The last one; it takes two entries. */
  tss: 0x88,
} as const;

/** STAR for SYSCALL to kernelCode64 - 8 = 10h and SYSRET to the user's three. */
export const STAR_DEFAULT: bigint = (0x2bn << 48n) | (0x10n << 32n);

/** Linear addresses that experiments use. */
export const ADDRESS = {
  /** The page that ends with the instruction; the page behind it is absent. */
  code: 0x4000_0000n,
  /** Not mapped unless an experiment maps it. */
  target: 0x4010_0000n,
  stack: 0x4020_0800n,
} as const;

/** A page that is present, and what lies at its beginning. */
export interface Stub {
  readonly linear: bigint;
  readonly bytes: readonly number[];
  /** Who may do what; the user everything unless given. */
  readonly access?: "supervisor" | "readOnly";
}

/** One instruction on one machine state. Everything not named is plain: registers zero, RFLAGS 2. */
export interface Experiment {
  /** Decides CS, unless `cs` does. */
  readonly mode: "64" | "compat";
  readonly cpl: 0 | 3;
  readonly cs?: number;
  /** Ends flush with the code page. */
  readonly instruction: readonly number[];
  /** Page of the instruction, ADDRESS.code unless given. */
  readonly codePage?: bigint;
  readonly registers?: Readonly<Partial<Record<Gpr, bigint>>>;
  readonly rflags?: bigint;
  /** Written in CPL 0 before the instruction, in this order; STAR and EFER have their defaults before. */
  readonly msrs?: readonly (readonly [msr: number, value: bigint])[];
  /** SS before; the flat data segment of the CPL unless given. */
  readonly ss?: number;
  /** CR0 beside PE, ET and PG. */
  readonly cr0?: bigint;
  /** CR4 beside PAE (and LA57 with five levels). */
  readonly cr4?: bigint;
  readonly fiveLevels?: boolean;
  readonly stubs?: readonly Stub[];
  /** A linear address of which the handler reads 8 bytes; its page is in a stub. */
  readonly peek?: bigint;
  /** Milliseconds after the entry in which QEMU must answer: for what is expected to leave it silent. */
  readonly patience?: number;
  /** An instruction breakpoint (DR0) at this address. */
  readonly breakpoint?: bigint;
  /**
   * An address at which the emulator's own debugger reads registers and hidden segment parts. Must be
   * in a stub that jumps to itself.
   */
  readonly watch?: bigint;
}

/** `jmp $`: what stands at a watched address. */
export const SPIN: readonly number[] = [0xeb, 0xfe];

/** What the agent's exception handler saw, read by itself. */
export interface Dump {
  /** 0 while the agent prepares, 1 from the entry into the experiment on. */
  readonly stage: bigint;
  readonly vector: number;
  readonly errorCode: bigint;
  /** The frame that the CPU pushed. */
  readonly frame: {
    readonly rip: bigint;
    readonly cs: bigint;
    readonly rflags: bigint;
    readonly rsp: bigint;
    readonly ss: bigint;
  };
  readonly gprs: Readonly<Record<Gpr, bigint>>;
  readonly cr2: bigint;
  readonly cr4: bigint;
  readonly dr6: bigint;
  /** The quadword that the experiment asks for; 0 where it asks for none. */
  readonly peek: bigint;
  readonly msrs: Readonly<Record<MsrName, bigint>>;
}

/** DR6 after a reset has these bits set. */
export const DR6_RESET = 0xffff_0ff0n;

/** A segment register as the emulator's debugger shows it. */
export interface HiddenSegment {
  readonly selector: number;
  readonly base: bigint;
  readonly limit: number;
  /** Descriptor bits 55:40 with the limit nibble zero, as A0FBh for a 64-bit user code segment. */
  readonly attributes: number;
}

/** What the emulator's debugger shows at the watched address. */
export interface Watched {
  readonly rip: bigint;
  readonly rsp: bigint;
  readonly rflags: bigint;
  readonly cs: HiddenSegment;
  readonly ss: HiddenSegment;
  readonly ldtr: HiddenSegment;
  readonly tr: HiddenSegment;
  /** As printed. */
  readonly text: string;
}

/** What came of an experiment. */
export type Outcome =
  | { readonly kind: "exception"; readonly dump: Dump }
  | { readonly kind: "watched"; readonly watched: Watched }
  /** The emulator ended or fell silent: a triple fault, a crash, a loop. */
  | { readonly kind: "ended"; readonly why: string };

/** A part of an outcome that an experiment must show. */
export type Expectation =
  | { readonly kind: "exception"; readonly dump: DeepPartial<Dump> }
  | { readonly kind: "watched"; readonly watched: DeepPartial<Watched> }
  /** A processor that reads its tables by the wrong rule does not get as far as its handlers. */
  | { readonly kind: "ended" };
type DeepPartial<Value> = Value extends bigint | number | string
  ? Value
  : { readonly [Key in keyof Value]?: DeepPartial<Value[Key]> };

/** An emulator, its model and how to run an experiment on it. */
export interface Machine {
  readonly name: "qemu" | "bochs";
  readonly model: string;
  run(experiment: Experiment): Promise<Outcome>;
}
