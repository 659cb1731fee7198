/** The MSRs under test, as RDMSR and WRMSR number them. */
import type { FieldName } from "../../spec/model.ts";
/** An MSR's name in rule ids. */
export type MsrKey = "efer" | "star" | "lstar" | "cstar" | "fmask" | "fs_base" | "gs_base" | "kernel_gs_base" | "sysenter_cs" | "sysenter_esp" | "sysenter_eip";
/** One MSR: its name in rule ids and the field that holds it. */
export interface Msr {
    readonly key: MsrKey;
    readonly field: FieldName;
}
/** The MSR that RCX selects: only ECX counts. Undefined where no manual defines one. */
export declare function msrAt(rcx: bigint): Msr | undefined;
