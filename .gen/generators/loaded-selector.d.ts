/** What an instruction that loads a segment register finds: the selector, the tables, the operand that holds it. */
import type { Page } from "../spec/model.ts";
import type { MutableCpuState } from "../spec/fields.ts";
import { type Draft } from "./cpu-state.ts";
import type { Instruction } from "./instruction.ts";
import { type OperandContext } from "./operand.ts";
import type { RandomBits } from "./random-bits.ts";
/** A selector and the table that it is meant for. */
interface Chosen {
    readonly selector: number;
    readonly gdt: Uint8Array;
}
/** Draws the selector that the instruction loads, and changes the table so that it has something to say. */
export declare function chooseSelector(bits: RandomBits, instruction: Instruction, draft: Draft): Chosen;
/**
 * Moves an LDT whose entries would lie across a canonical edge to a multiple of 8: which half of such an entry is
 * looked at first is nobody's law.
 */
export declare function alignLocal(state: MutableCpuState): void;
/** The page of the LDT with random descriptors, where LDTR points to a place for it. */
export declare function localTable(bits: RandomBits, state: MutableCpuState, pages: readonly Page[], code: bigint): readonly Page[];
/** Puts the selector where the instruction reads it: into its register, or into memory. */
export declare function giveOperand(bits: RandomBits, instruction: Instruction, options: {
    readonly operand: OperandContext;
    readonly selector: number;
}): {
    readonly instruction: Instruction;
    readonly page: Page | undefined;
};
export {};
