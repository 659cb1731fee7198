/** Whole CPU states, valid ones only. */
import { type MutableCpuState } from "../spec/fields.ts";
import type { CpuState, Mode, Profile } from "../spec/model.ts";
import type { AddressWidth } from "./canonical.ts";
import { DrawnArbitrary } from "./drawn-arbitrary.ts";
import { type Impose } from "./imposed.ts";
import { type RandomBits } from "./random-bits.ts";
import type { ReachClass } from "./reach.ts";
/** CR0 of a plain system: PG, WP, NE, ET, PE. */
export declare const PLAIN_CR0: bigint;
/** CR4.PAE, LA57 and FSGSBASE. */
export declare const PAE: bigint;
export declare const CR4_LA57: bigint;
export declare const CR4_FSGSBASE: bigint;
/** DR6 and DR7 after reset. */
export declare const PLAIN_DR6: bigint;
export declare const PLAIN_DR7: bigint;
/** FMASK that hides TF, IF, DF, IOPL, NT and AC from the kernel, as Linux sets it. */
export declare const LINUX_FMASK: bigint;
/** Limits of the default IDT: 256 gates of 16 or 8 bytes. */
export declare const IDT_LIMITS: {
    readonly [mode in Mode]: number;
};
/** What stays the same over all draws for one profile and mode. */
export interface StateContext {
    readonly profile: Profile;
    readonly mode: Mode;
    /** Width of addresses in MSRs and hidden bases. */
    readonly width: AddressWidth;
    /** The bits of EFER, besides SCE and NXE, that the features bring. */
    readonly eferOptions: readonly number[];
    /** Gives a state what the observer forces. */
    readonly impose: Impose;
    /** The observer forces bit 63 of RIP to be 0. */
    readonly lowerHalf: boolean;
    /** The observer forces the base of the GDT. */
    readonly fixedGdt: boolean;
    /** CS.base where the observer forces it. */
    readonly fixedCodeBase: bigint | undefined;
    /** The observer forces CS.limit. */
    readonly fixedCodeLimit: boolean;
}
/** Prepares drawing states for one profile and mode. */
export declare function stateContext(profile: Profile, mode: Mode): StateContext;
/** Width of the linear addresses that paging translates. */
export declare function pagingWidth(state: {
    readonly cr4: bigint;
}): AddressWidth;
/** The default targets of SYSCALL and SYSENTER, one page apart so that a mix-up shows. */
export declare const ENTRIES: {
    readonly lstar: bigint;
    readonly cstar: bigint;
    readonly star: number;
    readonly sysenterEip: bigint;
};
/** A state under construction and the table that GDTR shall point at. */
export interface Draft {
    readonly state: MutableCpuState;
    readonly gdt: Uint8Array;
}
/** A random state but for RIP, which is 0, and GDTR's base, which is the default. */
export declare function drawState(bits: RandomBits, context: StateContext, cpl: number): Draft;
/** What an arbitrary of CPU states may produce. */
export interface CpuStateOptions {
    readonly profile: Profile;
    readonly mode: Mode;
    readonly cpl: number;
}
/** A valid CPU state of a profile in one mode at one CPL. */
export declare function cpuState(options: CpuStateOptions): DrawnArbitrary<CpuState>;
/** What `cpuState` must hit in 64-bit mode. */
export declare const CPU_STATE_REACH: readonly ReachClass<CpuState>[];
