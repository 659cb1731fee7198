/** What WRMSR does alike on both vendors. Intel SDM Vol. 2D and AMD APM Vol. 3, "WRMSR". */
import type { FieldName, Profile } from "../../spec/model.ts";
import { type Operation, type OperationContext } from "../operation.ts";
import { type MsrKey } from "./msrs.ts";
/** EFER.SCE: SYSCALL enable. */
export declare const SCE: bigint;
/** EFER.LME: long mode enable. */
export declare const LME: bigint;
/** EFER.LMA: long mode active. */
export declare const LMA: bigint;
/** How a vendor writes each MSR: checks the value and sets the state. */
export type MsrWriters = {
    readonly [key in MsrKey]: (context: OperationContext, value: bigint) => void;
};
/** WRMSR with the vendor's way of writing each MSR. */
export declare function wrmsrWith(writers: MsrWriters): Operation;
/** EFER's bits besides SCE, LME and LMA that this CPU has. */
export declare function eferFeatureBits({ features }: Profile): bigint;
/** LME may only change while paging is off. */
export declare function checkLme({ cpu, raise }: OperationContext, value: bigint): void;
/** An MSR of 64 bits without any check. */
export declare function writeStar({ set }: OperationContext, value: bigint): void;
type AddressMsr = Extract<MsrKey, "lstar" | "cstar" | "fs_base" | "gs_base" | "kernel_gs_base" | "sysenter_esp" | "sysenter_eip">;
/** A writer for an MSR that holds an address: canonical by the CPU's width, whatever paging is in use. */
export declare function addressWriter(name: FieldName, key: AddressMsr): (context: OperationContext, value: bigint) => void;
export {};
