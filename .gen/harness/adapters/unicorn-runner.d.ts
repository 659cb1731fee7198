import type { TestCase } from "../../spec/model.ts";
import { type Answer } from "./job.ts";
import { type UnicornHello } from "./unicorn-process.ts";
/** What the runner starts and how patient it is. */
export interface UnicornRunnerOptions {
    readonly sharedObject: string;
    /** The model as Unicorn numbers it, and as users call it. */
    readonly model: number;
    readonly modelName: string;
    /** Milliseconds that one case may take. */
    readonly timeLimit: number;
    /** What to do when Unicorn does not start. */
    readonly hint: string;
}
/** Runs jobs on one process after the other: one that fails is replaced. */
export declare class UnicornRunner {
    #private;
    constructor(options: UnicornRunnerOptions);
    /** The process that runs now. */
    get pid(): number | undefined;
    /** Starts the process. Errors: `start-failed`. */
    greet(): Promise<UnicornHello>;
    /** As `Adapter.run`. */
    run(cases: readonly TestCase[]): Promise<readonly Answer[]>;
    /** Ends the process and fails what is under way. */
    close(): void;
}
