/** What SYSENTER does alike on both vendors. Intel SDM Vol. 2B and AMD APM Vol. 3, "SYSENTER". */
import type { CpuState } from "../../spec/model.ts";
import type { OperationContext } from "../operation.ts";
/** SYSENTER_CS[15:0]: the base of the selectors of SYSENTER and SYSEXIT. */
export declare function selectorBase(cpu: CpuState): bigint;
/** Whether SYSENTER_CS[15:2] is 0, which turns both instructions off. */
export declare function isOff(cpu: CpuState): boolean;
/** What is done before the target is loaded: the one check, and the flags. */
export declare function checkAndClearFlags({ cpu, raise, absent, setBits, ignore }: OperationContext): void;
/** SYSENTER outside long mode, once it is known to be allowed. */
export declare function enterKernelLegacy(context: OperationContext): void;
/** CS and SS for kernel code of `size` bits: fixed descriptors, and selectors that nothing looks up. */
export declare function loadKernelSegments(context: OperationContext, size: 32 | 64): void;
