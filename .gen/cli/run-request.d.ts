import type { Vendor } from "../spec/model.ts";
import { type ReportRequest } from "./parse-report.ts";
import { type ObserverChoice, type ProcessorName } from "./processor-name.ts";
import { type Selection } from "./select.ts";
/** The options as commander hands them over. */
export interface RunOptionWords {
    readonly vendor?: string;
    readonly observer?: string;
    readonly cases?: string;
    readonly time?: string;
    readonly seed?: string;
    readonly only?: readonly string[];
    readonly report?: readonly string[];
    readonly failFast?: boolean;
}
/** A run, ready to start. */
export interface RunRequest {
    /** Empty: every processor found on the machine. */
    readonly processors: readonly ProcessorName[];
    readonly vendors: readonly Vendor[];
    /** How to look at emulators whose name does not say it. */
    readonly observer: ObserverChoice;
    /** Per processor; undefined when the time alone decides. */
    readonly cases?: number;
    /** Seconds for the whole run. */
    readonly seconds?: number;
    readonly seed: number;
    readonly selection: Selection;
    /** The patterns of `--only`; empty when everything was asked for. */
    readonly only: readonly string[];
    readonly reports: readonly ReportRequest[];
    readonly failFast: boolean;
}
/** Cases per processor and vendor when neither --cases nor --time is given. */
export declare const DEFAULT_CASES = 20000;
/** Errors: `UsageError` for words that mean nothing. */
export declare function runRequest(names: readonly string[], words: RunOptionWords): RunRequest;
/** Errors: `UsageError` for anything but `intel`, `amd` and `both`. */
export declare function parseVendors(text: string): readonly Vendor[];
/** Errors: `UsageError`. */
export declare function parseCount(text: string): number;
/** Errors: `UsageError`. */
export declare function parseSeed(text: string): number;
/** Errors: `UsageError` for a word that names neither a processor nor a program. */
export declare function knownProcessor(text: string): ProcessorName;
