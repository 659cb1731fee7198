import type { Adapter } from "../harness/adapter.ts";
/** Microseconds per case. */
export interface StageCosts {
    /** Moving the bytes of a case and its result, one by one. */
    readonly reference: number;
    readonly generate: number;
    readonly predict: number;
    readonly encode: number;
    readonly execute: number;
    readonly decode: number;
    readonly compare: number;
    readonly endToEnd: number;
}
/** Measures every stage on one emulator. */
export declare function measureStages(adapter: Adapter, seed: number): Promise<StageCosts>;
