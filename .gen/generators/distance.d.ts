/** How far a case is from its boring machine. */
import type { TestCase } from "../spec/model.ts";
import { type Parts } from "./parts.ts";
/** A case beside its boring machine. */
export interface Distance {
    /** The number of groups. */
    readonly distance: number;
    /**
     * The names of the groups that differ: a register, a segment register, an MSR, a group of RFLAGS, `cpl` with the
     * CS and SS that follow it, `gdt` (GDTR and its page), `code` (where the code lies), a page, a prefix; only
     * `instruction` for code that the generators do not know.
     */
    readonly groups: readonly string[];
}
/** The boring machine of a case that was taken apart. */
export declare function boringOf(testCase: TestCase, parts: Parts): TestCase;
/** In which groups a case differs from the boring machine of its instruction, form, mode and MSR. */
export declare function distance(testCase: TestCase): Distance;
