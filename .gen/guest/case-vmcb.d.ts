import type { Assembler } from "./assembler.ts";
/** Copies the state of the record at RSI into the VMCB. RSI is kept. */
export declare function emitFillVmcb(a: Assembler): void;
/** VMLOAD, the registers that the VMCB does not hold, VMRUN, and the same backwards. */
export declare function emitRun(a: Assembler): void;
/** Copies what the case left into the result record. Afterwards RBX = the result, RSI = the case. */
export declare function emitReadBack(a: Assembler): void;
