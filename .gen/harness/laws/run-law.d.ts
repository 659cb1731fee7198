import type { TestCase } from "../../spec/model.ts";
import type { Adapter } from "../adapter.ts";
import { type Asker } from "../ask.ts";
import type { CaseSource } from "../case-source.ts";
import type { ProcessorIdentity } from "../finding.ts";
import type { Trouble } from "../report/reporter.ts";
import type { Law, LawDifference, LawRun, Seen } from "./law.ts";
/** A broken law: the smallest run that shows it. */
export interface LawFinding {
    readonly law: Law;
    readonly processor: ProcessorIdentity;
    /** The registers that differ. */
    readonly parts: readonly string[];
    readonly run: LawRun;
    /** Which second case; a replay needs it. */
    readonly pick: number;
    readonly differences: readonly LawDifference[];
    readonly cases: number;
    readonly firstIndex: number;
}
/** What a law says of a processor. */
export interface LawResult {
    readonly law: Law;
    readonly processor: ProcessorIdentity;
    readonly judged: number;
    /** Cases of which the law says nothing. */
    readonly silent: number;
    /** Cases that the processor could not be asked about, with the reason. */
    readonly skipReasons: ReadonlyMap<string, number>;
    /** Cases that have no answer because the processor or its adapter broke. */
    readonly errors: number;
    readonly findings: readonly LawFinding[];
}
/** What to run. */
export interface RunLawOptions {
    readonly law: Law;
    readonly adapter: Adapter;
    /** Cases of the law's instructions. */
    readonly source: CaseSource;
    readonly cases: number;
    readonly onTrouble: (trouble: Trouble) => void;
    readonly signal?: AbortSignal;
}
/** What became of a first case and the second one. */
export type LawOutcome = {
    readonly run: LawRun;
    readonly differences: readonly LawDifference[];
} | {
    readonly silent: true;
} | {
    readonly skip: string;
} | {
    readonly lost: true;
};
/** Runs `cases` drawn cases, or as many as come before the signal. */
export declare function runLaw(options: RunLawOptions): Promise<LawResult>;
/** Tries a law on drawn cases; the outcomes are in their order. */
export declare function tryLaw(law: Law, { adapter, processor }: {
    readonly adapter: Adapter;
    readonly processor: Asker;
}, drawn: readonly TestCase[], picks: readonly number[]): Promise<readonly LawOutcome[]>;
/** How a case ended, with the level: `retired at CPL 3`. */
export declare function endText({ observation }: Seen): string;
