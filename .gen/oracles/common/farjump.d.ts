/** Intel SDM Vol. 2A and AMD APM Vol. 3, "JMP" and "CALL", the far forms. */
import { type Operation, type OperationContext } from "../operation.ts";
/** Bytes of the offset of a far pointer in memory. */
export type OffsetSize = (context: OperationContext) => number;
/** The four far JMPs and CALLs of a vendor. */
export declare function farTransfers(offsetSize: OffsetSize): {
    readonly [name in "jmp_far_direct" | "jmp_far_memory" | "call_far_direct" | "call_far_memory"]: Operation;
};
