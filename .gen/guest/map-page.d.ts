import type { Assembler } from "./assembler.ts";
/**
 * Emits `mapPage`: maps linear R8 with the leaf entry R9 in the tables of the record at RSI. R10D is
 * the next free table, R11D the end of the undo list; both advance. Returns the leaf entry's address
 * in RDI. Clobbers RAX, RBX, RCX, RDX.
 */
export declare function emitMapPage(a: Assembler): void;
