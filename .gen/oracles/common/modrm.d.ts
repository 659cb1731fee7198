import type { GprName, SegmentName } from "../../spec/model.ts";
/** The segment registers in the order in which instructions encode them. */
export declare const SEGMENT_BY_NUMBER: readonly SegmentName[];
/** An address in memory as the instruction names it. */
export interface MemoryOperand {
    readonly kind: "memory";
    /** The segment in effect: SS with RSP or RBP as the base, DS otherwise, unless a prefix chooses another. */
    readonly segment: SegmentName;
    /** The segment that an override names in 64-bit mode to no effect; undefined without such a prefix. */
    readonly ignored: SegmentName | undefined;
    /** The address is counted from RSP or RBP, whatever prefix there is. */
    readonly stackBased: boolean;
    readonly base: GprName | "rip" | undefined;
    readonly index: GprName | undefined;
    readonly scale: 1 | 2 | 4 | 8;
    /** Sign-extended. */
    readonly displacement: bigint;
    readonly addressSize: 16 | 32 | 64;
}
/** What ModRM.rm names. */
export type Operand = {
    readonly kind: "register";
    readonly register: GprName;
} | MemoryOperand;
/** What the prefixes before ModRM say. */
export interface AddressPrefixes {
    /** The segment of the override in effect. */
    readonly override: SegmentName | undefined;
    readonly ignored: SegmentName | undefined;
    readonly rex: number;
    readonly addressSize: 16 | 32 | 64;
    /** RIP-relative addressing exists, as in 64-bit mode. */
    readonly long: boolean;
}
/** A read ModRM. */
export interface ModRm {
    /** ModRM.reg with REX.R. */
    readonly reg: number;
    readonly operand: Operand;
    /** Bytes of ModRM, SIB and displacement. */
    readonly length: number;
}
/** Reads ModRM at index `at`; bytes beyond the end count as 0. */
export declare function readModRm(bytes: Uint8Array, at: number, prefixes: AddressPrefixes): ModRm;
