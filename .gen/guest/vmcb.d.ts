/** The virtual machine control block of AMD SVM: offsets, intercepts, exit codes (APM vol. 2, appendices B and C). */
import type { VMCB_SCALARS } from "./layout.ts";
/** Offsets in the control area. */
export declare const VMCB_CONTROL: {
    readonly interceptCrRead: 0;
    readonly interceptCrWrite: 2;
    readonly interceptDrRead: 4;
    readonly interceptDrWrite: 6;
    readonly interceptExceptions: 8;
    readonly intercept1: 12;
    readonly intercept2: 16;
    readonly iopmBase: 64;
    readonly msrpmBase: 72;
    readonly asid: 88;
    readonly interruptControl: 96;
    readonly interruptState: 104;
    readonly exitCode: 112;
    readonly exitInfo1: 120;
    readonly exitInfo2: 128;
    readonly eventInjection: 168;
};
/** Offsets in the state save area, from the start of the block. */
export declare const VMCB_SAVE: {
    readonly segments: 1024;
    readonly cpl: 1227;
    readonly cr2: 1600;
};
/** Where the block holds each 64-bit value of the record. */
export declare const VMCB_SCALAR_OFFSETS: {
    readonly [name in (typeof VMCB_SCALARS)[number]]: number;
};
/** An unused stretch of the block's page that holds the case's other registers after #VMEXIT. */
export declare const GPR_AREA = 3840;
/**
 * What leaves the case besides exceptions. A case must not stop or change the machine around it:
 * interrupts, HLT, I/O, SVM and power instructions, task switches, the debug address registers,
 * CR8 and MSRs outside the list under test.
 */
export declare const INTERCEPTS: {
    readonly crRead: number;
    readonly crWrite: number;
    readonly drRead: number;
    readonly drWrite: number;
    readonly exceptions: number;
    readonly first: number;
    readonly second: number;
};
/** Exit codes; the other codes from 60h to 8Dh are intercepts too. */
export declare const EXIT: {
    readonly exception: 64;
    readonly exceptionEnd: 95;
    readonly interrupt: 96;
    readonly msr: 124;
    readonly shutdown: 127;
};
/** What the intercepted instruction or event is, for messages. */
export declare const INTERCEPT_NAMES: ReadonlyMap<number, string>;
/** An exit code that no processor writes: one that was not written is recognised. */
export declare const POISON = 1515870810;
