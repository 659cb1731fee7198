import type { Adapter } from "../harness/adapter.ts";
import type { Trouble } from "../harness/report/reporter.ts";
import type { Profile, Vendor } from "../spec/model.ts";
import type { ObserverChoice, ProcessorName } from "./processor-name.ts";
/** A processor that is ready to run cases. */
export interface OpenProcessor {
    /** What names exactly this processor on a command line. */
    readonly text: string;
    readonly adapter: Adapter;
}
/** What became of one name: processors, and what could not be opened. */
export interface Opened {
    readonly processors: readonly OpenProcessor[];
    readonly troubles: readonly Trouble[];
}
/** For whom to open a processor. */
export interface OpenOptions {
    readonly vendors: readonly Vendor[];
    /** How to look at emulators whose name does not say it. */
    readonly observer?: ObserverChoice;
    /** The profile of the case to replay; the oracle and its mutants take it over. */
    readonly profile?: Profile;
}
/**
 * Starts every processor that `name` stands for, as far as it poses as one of the vendors. What
 * cannot be started is a trouble.
 * Errors: `UsageError` when the name stands for nothing.
 */
export declare function openProcessors(name: ProcessorName, options: OpenOptions): Promise<Opened>;
/** Errors: `UsageError` when a mutant of no vendor has that name. */
export declare function checkMutant({ rule, group }: ProcessorName & {
    readonly kind: "mutant";
}): void;
