/** The far pointer that an instruction takes, and every place to which it might lead. */
import type { CpuState, Page } from "../spec/model.ts";
import { type Instruction } from "./instruction.ts";
/** The linear address of the pointer of an instruction with a memory operand. */
export declare function pointerAddress(instruction: Instruction, state: CpuState): bigint;
/** Writes a pointer into the one chunk of a page. */
export declare function putPointer(page: Page, linear: bigint, pointer: {
    readonly selector: number;
    readonly offset: bigint;
    readonly size: 16 | 32 | 64;
}): void;
/** Where the instruction may go, whatever size of offset and whichever descriptor a processor takes. */
export declare function farTargets(state: CpuState, instruction: Instruction, pages: readonly Page[]): readonly bigint[];
