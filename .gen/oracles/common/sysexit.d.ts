/** What SYSEXIT does alike on both vendors. Intel SDM Vol. 2B and AMD APM Vol. 3, "SYSEXIT". */
import type { OperationContext } from "../operation.ts";
/** The checks of every form: all raise #GP(0), so that their order does not show. */
export declare function checkPrivilege({ cpu, raise }: OperationContext): void;
/** The return to 32-bit code, once it is known to be allowed. */
export declare function returnTo32(context: OperationContext): void;
/** RFLAGS, and the trap by the TF that stays. */
export declare function keepFlags({ cpu, setBits, ignore, trap }: OperationContext): void;
/** CS and SS for user code of `size` bits: fixed descriptors, and selectors that nothing looks up. */
export declare function loadUserSegments(context: OperationContext, size: 32 | 64): void;
