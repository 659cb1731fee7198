import type { ObserverName } from "../../guest/layout.ts";
import type { Profile, TestCase } from "../../spec/model.ts";
import type { Answer } from "./job.ts";
/** What the runner starts and how patient it is. */
export interface BochsRunnerOptions {
    readonly binary: string;
    readonly model: string;
    /** `svm` unless given. */
    readonly observer?: ObserverName;
    /** Milliseconds that may pass without a new case. */
    readonly timeLimit: number;
    /** Cases per process, at most. */
    readonly batch: number;
    /** What to do when Bochs does not start. */
    readonly hint: string;
}
/** Runs jobs on Bochs processes. */
export declare class BochsRunner {
    #private;
    constructor(options: BochsRunnerOptions);
    /** The processes that run now. */
    get pids(): readonly number[];
    /** Runs an empty batch to learn the profile. Errors: `start-failed`. */
    greet(): Promise<Profile>;
    /** As `Adapter.run`. A process is under way when it returns, unless enough are already. */
    run(cases: readonly TestCase[]): Promise<readonly Answer[]>;
    /** Ends the processes and fails what is under way. */
    close(): void;
}
