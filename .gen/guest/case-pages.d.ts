import type { Assembler } from "./assembler.ts";
/** Gives every page of the case a physical page, maps it, and copies the chunks. RSI = the record, kept. */
export declare function emitPlacePages(a: Assembler): void;
/** Leaves the case's pages and tables all zero, as the next case needs them. RSI = the record. */
export declare function emitUndo(a: Assembler): void;
