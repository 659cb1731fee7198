/** The TSS of a case with the stacks of the inner privilege levels, and the page of one of them. */
import type { MutableCpuState } from "../spec/fields.ts";
import type { Page } from "../spec/model.ts";
import type { RandomBits } from "./random-bits.ts";
/**
 * Gives the TSS three stack pointers, TR now and then a limit that ends at one of them, and returns the pages of both.
 */
export declare function placeInnerStack(bits: RandomBits, context: {
    readonly state: MutableCpuState;
    readonly pages: readonly Page[];
    readonly code: bigint;
}): readonly Page[];
