import type { ContextLayout } from "./context-layout.ts";
import { type EngineMemory } from "./engine.ts";
import { type UnicornLibrary } from "./library.ts";
/** Runs cases one after the other, on a fresh engine now and then. */
export declare class CaseRunner {
    #private;
    constructor(library: UnicornLibrary, memory: EngineMemory, { layout, model }: {
        layout: ContextLayout;
        model: number;
    });
    /** Runs the record at `start` of `records`; the result is valid until the next call. */
    run(records: Uint8Array, start: number): Uint8Array;
    close(): void;
}
