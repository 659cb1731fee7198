/** Where a case's code and tables lie in the linear address space. */
import type { MutableCpuState } from "../spec/fields.ts";
import type { Mode, Page } from "../spec/model.ts";
import { type Draft, type StateContext } from "./cpu-state.ts";
import { type RandomBits } from "./random-bits.ts";
/** The page of a canonical address. */
export declare function pageOf(address: bigint): bigint;
/** An executable user page; its bytes come from the step. */
export declare function codePage(linear: bigint): Page;
/** A supervisor page that holds a table at `base`. */
export declare function tablePage(base: bigint, bytes: Uint8Array): Page;
/**
 * Chooses the code page, sets RIP so that `length` bytes end flush with it, and adapts CS.base and CS.limit where
 * they count. The next page is left unmapped.
 */
export declare function placeCode(bits: RandomBits, draft: Draft, context: StateContext, length: number): Page;
/** Whether `linear` is the code page, the page after it, or the page before it. */
export declare function near(linear: bigint, code: bigint): boolean;
/**
 * The page in which a processor would go on that wrongly cuts EIP to 16 bits after code with D = 0 at the end of the
 * page `code`; undefined in other code.
 */
export declare function cutTo16Bits({ cs }: MutableCpuState, mode: Mode, code: bigint): bigint | undefined;
/** Chooses where GDTR points and returns the page that holds the table there. */
export declare function placeGdt(bits: RandomBits, draft: Draft, context: StateContext, code: bigint): Page;
