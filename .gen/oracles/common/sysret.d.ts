/** What the SYSRET of both vendors does alike. */
import type { CpuState } from "../../spec/model.ts";
import type { OperationContext } from "../operation.ts";
/** STAR[63:48]: the base of SYSRET's selectors. */
export declare function selectorBase(cpu: CpuState): bigint;
/** RFLAGS from R11, for SYSRET in 64-bit mode. */
export declare function loadUserRflags({ cpu, setBits, force }: OperationContext): void;
/** CS for code of `operandSize` bits: a fixed descriptor, and a selector that nothing looks up. */
export declare function loadUserCs(context: OperationContext, operandSize: 32 | 64): void;
/** The SS selector but for its RPL, which the vendors treat apart. */
export declare function setUserSsSelector({ cpu, setBits }: OperationContext): void;
/** Entering compatibility mode may clear RSP[63:32]; no manual says whether SYSRET does. */
export declare function rspUpperHalf({ cpu, setBits, variant }: OperationContext): void;
