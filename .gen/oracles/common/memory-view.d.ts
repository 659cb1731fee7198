/** The memory of a case while an instruction runs: the pages' content with what was stored since. */
import type { Page, TestCase } from "../../spec/model.ts";
/** What of a case says what its memory holds. */
export type Memory = Pick<TestCase, "before" | "pages" | "steps">;
/** Bytes by linear address. Whether an access is allowed is decided elsewhere: see memory.ts. */
export declare class MemoryView {
    #private;
    /** The pages, and over them the instruction's bytes. */
    constructor({ before, pages, steps }: Memory);
    /** The page that maps a linear address; undefined where nothing does. */
    pageAt(linear: bigint): Page | undefined;
    /** The byte at a linear address; 0 where nothing gave one. */
    byteAt(linear: bigint): number;
    /** Stores bytes. */
    put(linear: bigint, bytes: Uint8Array): void;
}
