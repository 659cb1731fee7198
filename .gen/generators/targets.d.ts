/** Where an instruction may go: none of these addresses lies in a mapped page, so that landing is seen. */
import type { MutableCpuState } from "../spec/fields.ts";
import type { CpuState, Page } from "../spec/model.ts";
import type { Instruction } from "./instruction.ts";
/**
 * Moves LSTAR, CSTAR, STAR[31:0] and the instruction's own target, all of it and its low half, out of the mapped
 * pages. Both, because a processor may read a prefix wrongly, and shrinking may turn one form into the other.
 */
export declare function avoidPages(state: MutableCpuState, instruction: Instruction, pages: readonly Page[]): void;
/** Whether LSTAR, CSTAR, STAR[31:0] or a target of the instruction, or its low half, lies in a mapped page. */
export declare function targetsInPages(state: CpuState, instruction: Instruction, pages: readonly Page[]): boolean;
