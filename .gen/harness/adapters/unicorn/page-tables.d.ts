/** The page tables of the running case. */
import { type EngineMemory } from "./engine.ts";
/** Builds tables and takes them away again. Table 0 is the root. */
export declare class PageTables {
    #private;
    constructor(memory: EngineMemory);
    /** Maps the page at `high`:`low` with the flags of a leaf entry. Errors: none; a case fits. */
    map(low: number, high: number, leaf: {
        readonly low: number;
        readonly high: number;
        readonly levels: number;
    }): void;
    /** Whether the case wrote to its page `page`, counted in the order of `map`. */
    isDirty(page: number): boolean;
    clear(): void;
}
