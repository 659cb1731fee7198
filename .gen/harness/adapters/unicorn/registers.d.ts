/** Numbers that unicorn's x86.h (version 2) gives to registers and CPU models. */
import type { GprName, MsrName } from "../../../spec/model.ts";
/** General registers in the order in which the processor encodes them. */
export declare const GPR_NUMBERS: readonly (readonly [name: GprName, number: number])[];
/** Segment registers whose selector the interface writes; FS and GS are known by their bases. */
export declare const SELECTOR_NUMBERS: {
    readonly es: 28;
    readonly cs: 11;
    readonly ss: 49;
    readonly ds: 17;
};
/** LDTR and TR, and GDTR and IDTR: written as a uc_x86_mmr of 24 bytes. */
export declare const TABLE_NUMBERS: {
    readonly ldtr: 244;
    readonly tr: 245;
    readonly gdtr: 243;
    readonly idtr: 242;
};
/** Other registers. `msr` takes a uc_x86_msr of 16 bytes: the index and, 8 bytes on, the value. */
export declare const NUMBER: {
    readonly rip: 41;
    readonly eflags: 25;
    readonly cr0: 50;
    readonly cr2: 52;
    readonly cr3: 53;
    readonly cr4: 54;
    readonly dr6: 72;
    readonly dr7: 73;
    readonly msr: 248;
};
/** Indices of the MSRs that are state. */
export declare const MSR_INDICES: {
    readonly [name in MsrName | "fsBase" | "gsBase"]: number;
};
/** CPU models by their number, under the names that QEMU gives them. */
export declare const MODEL_NAMES: readonly string[];
