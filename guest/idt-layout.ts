/**
 * Where observer B, the agent with its own IDT, keeps what the processor must reach while a case runs.
 * Its pages are mapped for the supervisor at one linear stretch of every case's address space.
 */
import type { CpuState } from "../spec/model.ts";

/** First linear address; a page-table of its own, far from every address that generators gather at. */
export const TRAMPOLINE_LINEAR: bigint = 0xffff_ffff_a5c0_0000n;

/** Page numbers in the stretch. The tables have room for every selector. */
export const TRAMPOLINE_PAGE = { gdt: 0, ldt: 16, idt: 32, code: 33, data: 34, count: 35 } as const;

/** Physical addresses. */
export const IDT_MEMORY = {
  gdt: 0x38_0000,
  ldt: 0x39_0000,
  idt: 0x3a_0000,
  code: 0x3a_1000,
  data: 0x3a_2000,
  /** The tables of the stretch, from the one above the leaves up to the one that only five levels have. */
  table: 0x3a_3000,
  directory: 0x3a_4000,
  pointers: 0x3a_5000,
  level4: 0x3a_6000,
  /** The agent's own root under five levels. */
  agentRoot5: 0x3a_7000,
} as const;

/** Which entry of each table leads to the stretch. */
export const TRAMPOLINE_INDEX: { readonly directory: number; readonly pointers: number } = {
  directory: Number((TRAMPOLINE_LINEAR >> 21n) & 0x1ffn),
  pointers: Number((TRAMPOLINE_LINEAR >> 30n) & 0x1ffn),
};

/** Offsets in the data page. */
export const TRAMPOLINE_DATA = {
  /** Registers and the frame of IRETQ: PLAIN_GPRS, RAX, RIP, CS, RFLAGS, RSP, SS. */
  entry: 0x000,
  /** CR3 of the agent. */
  agentRoot: 0x100,
  /** Where the agent goes on after an exception. */
  landed: 0x108,
  /** What the agent is doing, one of STAGE. */
  stage: 0x110,
  tss: 0x200,
  /** Operand of a far jump. */
  farPointer: 0x280,
  /** End of the stack of every exception. */
  stackEnd: 0xf00,
  /** Below it, upwards: CR3, PLAIN_GPRS, RAX, vector, error code, RIP, CS, RFLAGS, RSP, SS. */
  exit: 0xe48,
} as const;

/** Order of the quadwords at TRAMPOLINE_DATA.exit. */
export const EXIT_FRAME = {
  cr3: 0,
  gprs: 1,
  rax: 15,
  vector: 16,
  errorCode: 17,
  rip: 18,
  cs: 19,
  rflags: 20,
  rsp: 21,
  ss: 22,
} as const;

/** The agent's code segments: the last slots of the scratch GDT, since not every KVM delivers into an LDT's segment. */
export const AGENT_SELECTOR = { code64: 0xfff8, code32: 0xfff0 } as const;

/** What the agent does when an exception comes; everything but `running` is a refusal of the state. */
export const STAGE = {
  running: 0,
  ds: 1,
  es: 2,
  fs: 3,
  gs: 4,
  msrs: 5,
  debug: 6,
  control: 7,
  enter: 8,
  verifyEfer: 9,
  verifyCr4: 10,
  verifyCr0: 11,
  verifyDr6: 12,
  verifyDr7: 13,
} as const;

/** What each stage of the setup means when it fails, for messages. */
export const REFUSALS: ReadonlyMap<number, string> = new Map([
  [STAGE.ds, "the processor refuses to load DS"],
  [STAGE.es, "the processor refuses to load ES"],
  [STAGE.fs, "the processor refuses to load FS"],
  [STAGE.gs, "the processor refuses to load GS"],
  [STAGE.msrs, "WRMSR refuses the value of an MSR"],
  [STAGE.debug, "the processor refuses the value of DR6 or DR7"],
  [STAGE.control, "the processor refuses the value of CR4 or CR0"],
  [STAGE.enter, "IRETQ refuses CS, SS or RIP"],
  [STAGE.verifyEfer, "EFER does not keep the value that is written to it"],
  [STAGE.verifyCr4, "CR4 does not keep the value that is written to it"],
  [STAGE.verifyCr0, "CR0 does not keep the value that is written to it"],
  [STAGE.verifyDr6, "DR6 does not keep the value that is written to it"],
  [STAGE.verifyDr7, "DR7 does not keep the value that is written to it"],
]);

/** MSRs that the agent writes before and reads after a case: index, and the field's place in its record. */
export const AGENT_MSRS: readonly (readonly [msr: number, name: keyof CpuState | "fsBase" | "gsBase"])[] = [
  [0xc000_0100, "fsBase"],
  [0xc000_0101, "gsBase"],
  [0xc000_0081, "star"],
  [0xc000_0082, "lstar"],
  [0xc000_0083, "cstar"],
  [0xc000_0084, "fmask"],
  [0xc000_0102, "kernelGsBase"],
  [0x174, "sysenterCs"],
  [0x175, "sysenterEsp"],
  [0x176, "sysenterEip"],
  [0xc000_0080, "efer"],
];
