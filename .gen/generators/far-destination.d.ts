import { type Draft, type StateContext } from "./cpu-state.ts";
import type { RandomBits } from "./random-bits.ts";
/** A selector and the tables that it is meant for. */
export interface FarDestination {
    readonly selector: number;
    readonly gdt: Uint8Array;
    /** What the LDT holds, where there is a page for it. */
    readonly ldt: Uint8Array;
    /** The descriptor of the code that a good transfer enters; undefined where none is meant. */
    readonly code: bigint | undefined;
    /** Writes the offset of the gate; undefined without one. */
    readonly setGateOffset: ((offset: bigint) => void) | undefined;
}
/** Draws a selector and the tables; GDTR's limit grows with a table that was too short. */
export declare function chooseDestination(bits: RandomBits, context: StateContext, draft: Draft): FarDestination;
/** The offset of a gate, mostly canonical. */
export declare function drawGateOffset(bits: RandomBits, state: Draft["state"]): bigint;
/** The offset of a pointer of so many bits: in 64-bit code an address, elsewhere one around the limit. */
export declare function drawFarOffset(bits: RandomBits, options: {
    readonly state: Draft["state"];
    readonly size: 16 | 32 | 64;
    readonly code: bigint | undefined;
}): bigint;
