import type { Assembler } from "./assembler.ts";
import { type Trampoline } from "./trampoline.ts";
/**
 * Emits the whole way of one case: in by IRETQ, out by an exception. RSI = the record. Afterwards RBX = the result,
 * RSI = the case.
 */
export declare function emitIdtCase(a: Assembler, trampoline: Trampoline): void;
/** The root entry that leads to the agent; a page of the case may need the tables behind it. RSI = the record, kept. */
export declare function emitAgentEntry(a: Assembler): void;
/**
 * Emits `putDescriptor`: puts the segment at RDI, in the form of the record, into the slot of the scratch tables
 * that its selector names. Returns the selector in RAX. Clobbers RCX, RDX, R8 to R10.
 */
export declare function emitPutDescriptor(a: Assembler): void;
