/** What the process with Unicorn and the adapter say to each other besides records. */
import type { Leaf } from "../../../guest/hello.ts";
/** The first line of the child. */
export type ChildHello = {
    readonly version: string;
    readonly cpuid: readonly (readonly [leaf: number, answer: Leaf])[];
} | {
    /** Why there is no processor. */
    readonly error: string;
};
/** Offsets in what precedes the case records of a batch; 32 bits each. */
export declare const BATCH_HEADER: {
    readonly count: 0;
    readonly bytes: 4;
    readonly size: 8;
};
