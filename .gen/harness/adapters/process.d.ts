import type { Vendor } from "../../spec/model.ts";
import type { Adapter } from "../adapter.ts";
import type { ChildOptions } from "./child-program.ts";
/** Which program to run, and how patient to be; limits are in milliseconds. */
export interface ProcessOptions extends ChildOptions {
    /** The vendor that the user asked for; a program that knows only one ignores it. */
    readonly vendor?: Vendor;
    /** From the start of the program to its `ready`; 10,000 unless told. */
    readonly startTimeLimit?: number;
    /** For each case; 5,000 unless told. */
    readonly caseTimeLimit?: number;
    /** From `stop` to the end of the program, before it is killed; 2,000 unless told. */
    readonly stopTimeLimit?: number;
}
/**
 * Starts the program and waits for its introduction.
 * Errors: `AdapterError` when it cannot be started, dies, stays silent or talks nonsense.
 */
export declare function startProcess(options: ProcessOptions): Promise<Adapter>;
