import type { OperationContext } from "../operation.ts";
/** SYSCALL into 64-bit code at `target`, once it is known to be allowed. */
export declare function enterKernel64(context: OperationContext, target: {
    rip: bigint;
    rule: "syscall.rip_from_lstar" | "syscall.rip_from_cstar";
}): void;
/** CS and SS for kernel code of `size` bits: fixed descriptors, and selectors that nothing looks up. */
export declare function loadKernelSegments(context: OperationContext, size: 32 | 64): void;
