import type { ObserverName } from "../../guest/layout.ts";
/** One batch and how to run it. */
export interface BochsBatch {
    readonly binary: string;
    readonly rom: string;
    /** `cpu:` model, followed by `cpuid:` options if any, separated by commas. */
    readonly model: string;
    readonly observer: ObserverName;
    readonly nonce: number;
    readonly count: number;
    readonly records: Uint8Array;
    /** Milliseconds without a new case after which the process counts as hung. */
    readonly timeLimit: number;
    /** Cases per sign of life, a power of two; 64 is fast, 1 names the case that crashes. */
    readonly stride: number;
}
/** How it went. */
export interface BochsOutcome {
    /** `done`: every case ran; `timeout`: stopped by force; `crashed`: ended by itself; `missing`: never ran. */
    readonly kind: "done" | "timeout" | "crashed" | "missing";
    /** Cases that were begun for sure; less than `stride` more may have been. */
    readonly started: number;
    readonly control: Uint8Array;
    readonly results: Uint8Array;
    /** Why it is not `done`. */
    readonly message: string;
}
/** A batch that is running. */
export interface BochsRun {
    readonly pid: number | undefined;
    /** Never rejects. */
    readonly outcome: Promise<BochsOutcome>;
    /** Ends the process; the outcome is then `crashed`. */
    kill(): void;
}
export declare const BOCHS_CASES_CAPACITY = 20971520;
/** Starts one process for `batch`. It never throws: what is wrong is in the outcome. */
export declare function runBochsBatch(batch: BochsBatch): BochsRun;
