/** Turns result records into raw observations. */
import type { Observation, TestCase, Unsupported } from "../spec/model.ts";
import type { ObserverName } from "./layout.ts";
/** The records of one batch, read from what the guest left behind. */
export declare class ResultDecoder {
    #private;
    /**
     * Room for `count` results of one observer; `reasons` are exit codes that mean "unsupported", beside
     * those of the guest.
     */
    constructor(count: number, observer?: ObserverName, reasons?: ReadonlyMap<number, string>);
    /** Where the transport puts the raw bytes of the first `count` results. */
    target(count: number): Uint8Array;
    /**
     * What result `index` says about `testCase`. Errors: a record that is not the answer to this case
     * or was damaged.
     */
    decode(index: number, nonce: number, testCase: TestCase): Observation | Unsupported;
}
