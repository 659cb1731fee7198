/**
 * What all far transfers do with CS: the checks of its descriptor, the check of the target, and the load. Intel SDM
 * Vol. 2A, "JMP" and "CALL", and Vol. 3A, 5.8; AMD APM Vol. 2, 4.11, and Vol. 3, "CALL (Far)" and "JMP (Far)".
 */
import type { CpuState } from "../../spec/model.ts";
import type { OperationContext } from "../operation.ts";
import { type Descriptor } from "./descriptor.ts";
/** A code segment that a far transfer is about to enter. */
export interface CodeTarget {
    readonly selector: number;
    readonly descriptor: Descriptor;
}
/** Whether code of this descriptor runs in 64-bit mode. */
export declare function is64BitCode(cpu: CpuState, { l }: Descriptor): boolean;
/** The descriptor of a selector for CS. Undefined only for a processor that does not raise what forbids it. */
export declare function needCode(context: OperationContext, selector: number): CodeTarget | undefined;
/** Type, L with D, what the instruction says of the privilege, and presence last. */
export declare function checkCode(context: OperationContext, { selector, descriptor }: CodeTarget, checkPrivilege: () => void): void;
/** The RIP that an offset gives in the code segment, once it is allowed there. */
export declare function checkTarget(context: OperationContext, descriptor: Descriptor, offset: bigint): bigint;
/**
 * A context for what comes between the checks of the descriptor and the load of CS: whether the accessed bit has
 * reached memory when a fault ends the transfer there is open.
 */
export declare function withOpenAccessedBit(context: OperationContext, { type, linear }: Descriptor): OperationContext;
/** Loads CS, with `cpl` as its RPL, and sets the accessed bit in the table. CPL itself is set by who changes it. */
export declare function loadCs(context: OperationContext, { selector, descriptor }: CodeTarget, cpl?: number): void;
/** A transfer from 64-bit mode to compatibility mode cuts RSP to 32 bits. */
export declare function cutStackPointer({ cpu, setBits }: OperationContext, descriptor: Descriptor): void;
