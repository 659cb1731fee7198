/** One life of an adapter program: started, asked, and ended at the first sign of trouble. */
import type { ReadyMessage } from "../../spec/generated/documents.ts";
import type { Observation, TestCase, Unsupported, Vendor } from "../../spec/model.ts";
import { type ChildOptions } from "./child-program.ts";
import { type Introduction } from "./protocol.ts";
/** Limits are in milliseconds. */
export interface SessionOptions extends ChildOptions {
    /** The vendor that the user asked for; the program may ignore it. */
    readonly vendor?: Vendor;
    /** From the start of the program to its `ready`. */
    readonly startTimeLimit: number;
    /** For each case, from the answer before it (or its sending) to its own. */
    readonly caseTimeLimit: number;
    /** From `stop` to the end of the program. */
    readonly stopTimeLimit: number;
}
type Answer = Observation | Unsupported;
export declare class Session {
    #private;
    private constructor();
    /** Errors: `AdapterError`; the program is gone then. */
    static start(options: SessionOptions): Promise<Session>;
    get introduction(): Introduction;
    /** The introduction as it came, to compare it with that of another life. */
    get ready(): ReadyMessage;
    /** Errors: `AdapterError` with the answers so far; the program is gone then. */
    run(cases: readonly TestCase[]): Promise<readonly Answer[]>;
    /** Ends the program. Errors: `AdapterError` when it had said something that nobody asked for. */
    close(): Promise<void>;
}
export {};
