import type { ProcessorIdentity, Totals } from "../harness/finding.ts";
/** What a run shows while it goes on. */
export interface Progress {
    update(processor: ProcessorIdentity, totals: Totals, findings: number): void;
    /** The cases are done; what is left is to make the examples of the findings small. */
    shrinking(processor: ProcessorIdentity, totals: Totals, findings: number): void;
    /** Prints something else without the bar in its way. */
    around(print: () => void): void;
    stop(): void;
}
/** Where progress goes, and how much there is to do. */
export interface ProgressOptions {
    readonly stream: NodeJS.WriteStream;
    /** Cases per processor; undefined when a time limit decides. */
    readonly cases?: number | undefined;
    /** Milliseconds per processor; undefined when the number of cases decides. */
    readonly time?: number | undefined;
    readonly clock?: () => number;
}
/** A bar when `stream` is a terminal, otherwise plain lines. */
export declare function progress(options: ProgressOptions): Progress;
/** What the line of the bar holds beside the bar and its percentage. */
export interface BarTexts {
    readonly name: string;
    readonly detail: string;
}
/**
 * The texts that fit a terminal of so many columns: the processor's name gives way first, then the number
 * of cases, which the percentage tells too.
 */
export declare function barTexts({ identity, totals, findings }: {
    identity: ProcessorIdentity;
    totals: Totals;
    findings: number;
}, { columns, isShrinking }: {
    columns: number;
    isShrinking: boolean;
}): BarTexts;
