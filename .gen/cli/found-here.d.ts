import type { Trouble } from "../harness/report/reporter.ts";
import { type ProcessorName } from "./processor-name.ts";
/** Every emulator of this machine; those that it lacks are skipped, with a word on how to get them. */
export declare function foundHere(): {
    readonly found: readonly ProcessorName[];
    readonly missing: readonly Trouble[];
};
