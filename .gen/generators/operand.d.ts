/** Operands of instructions with ModRM: where in memory they lie, and the pages that hold them. */
import type { MutableCpuState } from "../spec/fields.ts";
import type { Mode, Page } from "../spec/model.ts";
import { type AddressSize, type MemoryForm } from "./addressing.ts";
import type { Instruction } from "./instruction.ts";
import type { RandomBits } from "./random-bits.ts";
/** The form of an instruction's memory operand; undefined for a register. */
export declare function formOf(instruction: Instruction, mode: Mode, db: number): MemoryForm | undefined;
/** The instruction with a memory operand in place of its register, its displacement open where it decides the address. */
export declare function withMemoryOperand(bits: RandomBits, instruction: Instruction, options: {
    readonly mode: Mode;
    readonly db: number;
}): Instruction;
/** What `placeOperand` works on. */
export interface OperandContext {
    readonly state: MutableCpuState;
    readonly mode: Mode;
    readonly pages: readonly Page[];
    /** The page of the code. */
    readonly code: bigint;
    /** RIP after the instruction. */
    readonly next: bigint;
}
/** An instruction whose operand has found its place. */
export interface PlacedOperand {
    readonly instruction: Instruction;
    /** The linear address. */
    readonly linear: bigint;
    /** The page in which it lies, still without content; undefined when that is not mapped. */
    readonly page: Page | undefined;
}
/** Chooses where a memory operand lies, and gives registers, segments and displacement what leads there. */
export declare function placeOperand(bits: RandomBits, instruction: Instruction, context: OperandContext): PlacedOperand;
/** Gives the registers of a form, or else its displacement, what makes the offset; returns the tail. */
export declare function setOffset(tail: readonly number[], form: MemoryForm, context: {
    readonly state: MutableCpuState;
    readonly mode: Mode;
    readonly addressSize: AddressSize;
    readonly next: bigint;
}, offset: bigint): readonly number[];
/** The linear address of an instruction's memory operand. */
export declare function linearOf(instruction: Instruction, context: {
    readonly state: MutableCpuState;
    readonly mode: Mode;
    readonly next: bigint;
}): bigint;
/** A page with bytes at a linear address in it, and random ones before and behind. */
export declare function dataPage(bits: RandomBits, page: Page, linear: bigint, bytes: Uint8Array): Page;
