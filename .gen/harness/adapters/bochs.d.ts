/** Bochs as a processor: cases run in the bare-metal guest, under a VMCB or its own IDT, one process per batch. */
import type { ObserverName } from "../../guest/layout.ts";
import type { Adapter } from "../adapter.ts";
/** One model per vendor. Only bx_generic takes CPUID options, so it alone can be an Intel part with SVM. */
export declare const BOCHS_MODELS: readonly string[];
/** How to start Bochs. */
export interface BochsOptions {
    /** Program to run; `bochs-bin` unless given, because a wrapper script would not pass signals on. */
    readonly binary?: string;
    /** A `cpu:` model, followed by `cpuid:` options, separated by commas; the first of BOCHS_MODELS unless given. */
    readonly cpu?: string;
    /** How the state is seen; `svm` unless given. */
    readonly observer?: ObserverName;
    /** Milliseconds without a new case after which the processor counts as hung; 8000 unless given. */
    readonly timeLimit?: number;
}
/** An adapter that can also name its processes, for tests and messages. */
export interface BochsAdapter extends Adapter {
    readonly pids: readonly number[];
    close(): Promise<void>;
}
/** Starts Bochs. Errors: `start-failed`, with a hint. */
export declare function startBochs(options?: BochsOptions): Promise<BochsAdapter>;
