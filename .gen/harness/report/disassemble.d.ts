import type { CpuState } from "../../spec/model.ts";
/** The size of code that CS and EFER select: 64, 32 or 16 bits. */
export declare function codeWidth(state: CpuState): 16 | 32 | 64;
/** Bytes as lower-case pairs: `48 0f 07`. */
export declare function formatBytes(bytes: Uint8Array): string;
/**
 * The instruction in Intel's syntax as NASM writes it; bytes that are none are `(bad)`. A LOCK that
 * makes the processor raise #UD is shown all the same.
 */
export declare function disassemble(bytes: Uint8Array, width: 16 | 32 | 64): string;
