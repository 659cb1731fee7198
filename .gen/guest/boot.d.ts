import type { Assembler } from "./assembler.ts";
/** Selectors of the agent's own GDT. */
export declare const SELECTOR: {
    readonly code32: 8;
    readonly data: 16;
    readonly code64: 24;
};
/**
 * Emits real mode, protected mode and the jump to `entry64` in RAM. The label `reset16` is where the
 * reset vector must jump. Labels are assembled for the copy in RAM.
 */
export declare function emitBoot(a: Assembler, entry64: string): void;
/** The 16 bytes at the reset vector: a near jump to `reset16`. `offset` is the vector's ROM offset. */
export declare function resetVector(reset16Offset: number, offset: number): Uint8Array;
