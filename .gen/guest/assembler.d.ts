/** A small assembler over iced-x86's encoder: instructions by code, labels by name, two passes. */
import { Register } from "iced-x86";
import type { Code } from "iced-x86";
/** An immediate; a bigint makes a 64-bit one. */
export interface Immediate {
    readonly immediate: number | bigint;
}
/** A memory operand without a segment prefix, `scale` 1 unless given. */
export interface Memory {
    readonly base?: Register;
    readonly index?: Register;
    readonly scale?: number;
    readonly displacement?: number;
    readonly segment?: Register;
}
/** A register, an immediate, a memory operand, or the name of a label (its address). */
export type Operand = Register | Immediate | Memory | string;
type Resolve = (label: string) => number;
/** Collects code and data for one stretch of memory that starts at `origin`. */
export declare class Assembler {
    #private;
    constructor(origin: number, bitness: 16 | 32 | 64);
    /** Bits of the instructions that follow. */
    bits(bitness: 16 | 32 | 64): void;
    /** Names the address of what follows. */
    label(name: string): void;
    /** A label name that nobody else has. */
    fresh(stem: string): string;
    /** Bytes as they are, or computed once the labels are known; their number must not depend on labels. */
    data(bytes: Uint8Array | ((resolve: Resolve) => Uint8Array)): void;
    /** One instruction. */
    op(code: Code, ...operands: readonly Operand[]): void;
    /** A direct far jump to `label`. */
    farJump(code: Code, selector: number, label: string, base?: number): void;
    /** The finished bytes. Errors: a label that nobody defined, or one defined twice. */
    finish(): Uint8Array;
}
export {};
