import { type MutableCpuState } from "../spec/fields.ts";
import type { Mode, Page, Segment, TestCase } from "../spec/model.ts";
import { type Instruction } from "./instruction.ts";
/** The parts of a case of one instruction; shrinking changes them freely. */
export interface Parts {
    readonly mode: Mode;
    state: MutableCpuState;
    /** Linear address after the instruction; RIP follows from it, CS.base and the length. */
    end: bigint;
    code: Page;
    /** The page that GDTR points into, if the case has it. */
    table: Page | undefined;
    others: readonly Page[];
    instruction: Instruction;
}
/** Takes a case apart; undefined for one whose instruction or code page the generators do not know. */
export declare function takeApart(testCase: TestCase): Parts | undefined;
/** Puts a case together; `original` gives the profile and the delivery. */
export declare function putTogether(parts: Parts, original: TestCase): TestCase;
/** Whether a case is valid and lands outside its pages. */
export declare function isUsable(testCase: TestCase, instruction: Instruction): boolean;
/** Whether two pages hold the same in the same way. */
export declare function samePage(a: Page, b: Page): boolean;
/** Whether two segment registers hold the same. */
export declare function sameSegment(a: Segment, b: Segment): boolean;
/** A copy whose state can be changed without touching `parts`. */
export declare function copyParts(parts: Parts): Parts;
