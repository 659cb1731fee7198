/** Turns test cases into case records, without allocating per field. */
import type { TestCase, Unsupported } from "../spec/model.ts";
import type { ObserverName } from "./layout.ts";
/** Who runs the records: one of the guest's observers, or a program that is no guest. */
export type RecordReader = ObserverName | "program";
/** Collects the records of one batch in one buffer. */
export declare class CaseEncoder {
    #private;
    /** Room for `capacity` bytes of records, a multiple of 8, for one reader. */
    constructor(capacity: number, observer?: RecordReader);
    /** Starts a batch. `nonce` makes its records recognisable. */
    reset(nonce: number): void;
    /** Number of records. */
    get count(): number;
    /** The records so far; valid until the next `reset`. */
    get bytes(): Uint8Array;
    /** Appends a record. `full`: no room for a record of the largest size, nothing was written. */
    add(testCase: TestCase): "placed" | "full" | Unsupported;
}
