/**
 * Gets answers out of a processor that may hang, die or answer nonsense. The case that was next
 * when it broke is run again alone; what happens then decides whether the case or the adapter is
 * to blame. The cases after it go on with the restarted processor.
 */
import type { Observation, TestCase, Unsupported } from "../spec/model.ts";
import type { Adapter } from "./adapter.ts";
import { AdapterError } from "./errors.ts";
import type { Trouble } from "./report/reporter.ts";
/** A case on which the processor breaks every time. */
export interface Breakage {
    readonly breaks: "hangs" | "crashes";
    readonly message: string;
}
/** A case that has no answer because the adapter failed it. */
export interface Lost {
    readonly lost: string;
}
/** What became of one case. */
export type Answer = Observation | Unsupported | Breakage | Lost;
/** How often a processor may break before the rest of the run is given up. */
export interface BreakLimits {
    /** Failures that did not happen again. */
    readonly unreproduced: number;
    /** Cases that hang it every time; each costs up to two time limits and two starts. */
    readonly hangs: number;
    /** Cases that crash it every time. They cost little, so they must also be more than one in CRASH_SHARE. */
    readonly crashes: number;
}
/** The limits of a run. */
export declare const RUN_LIMITS: BreakLimits;
/** One processor being asked. */
export interface Asker {
    /** Set once the processor is given up; nothing is asked after that. */
    readonly gaveUp: boolean;
    /**
     * Answers in the order of `cases`: one for each, or fewer once the processor is given up
     * or the signal came.
     * `label` names a case in messages.
     */
    ask(cases: readonly TestCase[], label: (position: number) => string): Promise<readonly Answer[]>;
}
/** How a processor is asked. */
export interface AskOptions {
    readonly adapter: Adapter;
    /** Hears of every failure that is no finding. */
    readonly onTrouble: (trouble: Trouble) => void;
    readonly limits?: BreakLimits;
    /** After it comes nothing is asked any more: a processor that was stopped must not start again. */
    readonly signal?: AbortSignal;
}
/** Asks the processor behind `adapter`. */
export declare function asker(options: AskOptions): Asker;
/** What running some cases once gave. */
export interface Attempt {
    readonly answers: readonly (Observation | Unsupported)[];
    readonly error?: AdapterError;
}
/** Runs cases once. Answers that cannot be matched to cases are dropped. */
export declare function attempt(adapter: Adapter, cases: readonly TestCase[]): Promise<Attempt>;
/** How an error breaks the processor; undefined when it is the adapter that failed. */
export declare function breakage(error: AdapterError): "hangs" | "crashes" | undefined;
