/** The virtual machine control block of AMD SVM: offsets, intercepts, exit codes (APM vol. 2, appendices B and C). */
import type { VMCB_SCALARS } from "./layout.ts";

/** Offsets in the control area. */
export const VMCB_CONTROL = {
  interceptCrRead: 0x000, interceptCrWrite: 0x002, interceptDrRead: 0x004, interceptDrWrite: 0x006,
  interceptExceptions: 0x008, intercept1: 0x00c, intercept2: 0x010,
  iopmBase: 0x040, msrpmBase: 0x048, asid: 0x058, interruptControl: 0x060,
  interruptState: 0x068, exitCode: 0x070, exitInfo1: 0x078, exitInfo2: 0x080, eventInjection: 0x0a8,
} as const;

/** Offsets in the state save area, from the start of the block. */
export const VMCB_SAVE = { segments: 0x400, cpl: 0x4cb, cr2: 0x640 } as const;

/** Where the block holds each 64-bit value of the record. */
export const VMCB_SCALAR_OFFSETS: { readonly [name in (typeof VMCB_SCALARS)[number]]: number } = {
  efer: 0x4d0, cr4: 0x548, cr3: 0x550, cr0: 0x558, dr7: 0x560, dr6: 0x568,
  rflags: 0x570, rip: 0x578, rsp: 0x5d8, rax: 0x5f8,
  star: 0x600, lstar: 0x608, cstar: 0x610, fmask: 0x618, kernelGsBase: 0x620,
  sysenterCs: 0x628, sysenterEsp: 0x630, sysenterEip: 0x638,
};

/** An unused stretch of the block's page that holds the case's other registers after #VMEXIT. */
export const GPR_AREA = 0xf00;

function bits(...positions: readonly number[]): number {
  return positions.reduce((sum, position) => sum | (1 << position), 0);
}

/**
 * What leaves the case besides exceptions. A case must not stop or change the machine around it:
 * interrupts, HLT, I/O, SVM and power instructions, task switches, the debug address registers,
 * CR8 and MSRs outside the list under test.
 */
export const INTERCEPTS: {
  readonly crRead: number; readonly crWrite: number; readonly drRead: number; readonly drWrite: number;
  readonly exceptions: number; readonly first: number; readonly second: number;
} = {
  crRead: bits(8),
  crWrite: bits(8),
  drRead: bits(0, 1, 2, 3),
  drWrite: bits(0, 1, 2, 3),
  exceptions: 0xffff_ffff,
  /** INTR NMI SMI INIT, RDPMC, RSM, INTn, INVD, HLT, INVLPGA, IOIO, MSR, task switch, FERR, SHUTDOWN. */
  first: bits(0, 1, 2, 3, 15, 19, 21, 22, 24, 26, 27, 28, 29, 30, 31),
  /** VMRUN VMMCALL VMLOAD VMSAVE STGI CLGI SKINIT, WBINVD, MONITOR, MWAIT (both), XSETBV. */
  second: bits(0, 1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13),
};

/** Exit codes that the decoder names. */
export const EXIT = {
  exception: 0x40, exceptionEnd: 0x5f, interrupt: 0x60, softwareInterrupt: 0x75,
  halt: 0x78, io: 0x7b, msr: 0x7c, taskSwitch: 0x7d, shutdown: 0x7f,
} as const;
