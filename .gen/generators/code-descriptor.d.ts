/** Descriptors of code that far transfers may enter, and call gates of 16 bytes. */
import type { Mode } from "../spec/model.ts";
import type { RandomBits } from "./random-bits.ts";
/** For whom the code is meant. */
export interface CodeOptions {
    readonly mode: Mode;
    readonly cpl: number;
    /** Through a gate: 64-bit code of any privilege down to CPL, mostly. */
    readonly gate: boolean;
}
/** A code descriptor, mostly one that can be entered. */
export declare function drawCodeDescriptor(bits: RandomBits, { mode, cpl, gate }: CodeOptions): bigint;
/** A call gate of long mode. */
export interface CallGate {
    readonly selector: number;
    readonly offset: bigint;
    readonly dpl: number;
    readonly p: number;
    /** Bits 12:8 of the last doubleword. */
    readonly upperType: number;
}
/** The two halves of a gate's descriptor. */
export declare function packGate({ selector, offset, dpl, p, upperType }: CallGate): readonly [bigint, bigint];
/** In legacy mode gates and tasks become LDTs, and the reserved L of code 0. */
export declare function withoutLegacyGates(table: Uint8Array): void;
