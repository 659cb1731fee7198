/** Intel SDM Vol. 2B and AMD APM Vol. 3, "MOV": between a segment register and a general register or memory. */
import { type Operation, type OperationContext } from "../operation.ts";
import { type Operand } from "./modrm.ts";
import type { SegmentLoad } from "./segload.ts";
/** The 16 bits that an operand holds; of memory no more than these are read, whatever the operand size. */
export declare function readWord(context: OperationContext, operand: Operand): number;
/** MOV to a segment register. */
export declare function movToSreg(load: SegmentLoad): Operation;
/** MOV from a segment register. */
export declare const movFromSreg: Operation;
