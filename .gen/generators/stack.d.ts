/** The stack of a case: where RSP points, and the page with what is popped. */
import type { MutableCpuState } from "../spec/fields.ts";
import type { Mode, Page } from "../spec/model.ts";
import type { RandomBits } from "./random-bits.ts";
/** What `placeStack` works on. */
export interface StackContext {
    readonly state: MutableCpuState;
    readonly mode: Mode;
    readonly pages: readonly Page[];
    /** The page of the code. */
    readonly code: bigint;
    /** What lies at the stack pointer; empty for an instruction that only pushes. */
    readonly content: Uint8Array;
    /** Bytes that the instruction may push. */
    readonly pushes: number;
}
/**
 * Chooses where the stack lies, sets RSP, and returns its page, or none where nothing is mapped. Outside 64-bit mode SS
 * becomes flat where its base, limit or type would keep the page out of reach, most of the time.
 */
export declare function placeStack(bits: RandomBits, context: StackContext): readonly Page[];
