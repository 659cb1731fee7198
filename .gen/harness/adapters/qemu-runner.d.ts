import type { ObserverName } from "../../guest/layout.ts";
import type { Profile, TestCase } from "../../spec/model.ts";
import type { Answer } from "./job.ts";
/** What the runner starts and how patient it is. */
export interface QemuRunnerOptions {
    readonly binary: string;
    readonly cpu: string;
    readonly observer: ObserverName;
    readonly accelerator: string;
    /** Milliseconds that one case may take. */
    readonly timeLimit: number;
    /** Seconds after which an idle QEMU ends itself. */
    readonly idleLimit: number;
    /** What to do when QEMU does not start. */
    readonly hint: string;
}
/** Runs jobs on one QEMU after the other: a process that fails is replaced. */
export declare class QemuRunner {
    #private;
    constructor(options: QemuRunnerOptions);
    /** The process that runs now. */
    get pid(): number | undefined;
    /** Starts the process and reads the profile. Errors: `start-failed`. */
    greet(): Promise<Profile>;
    /** As `Adapter.run`. As many cases as there is room for are on their way when it returns. */
    run(cases: readonly TestCase[]): Promise<readonly Answer[]>;
    /** Ends the process and fails what is under way. */
    close(): void;
}
