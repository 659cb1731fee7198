import type { CpuState, FieldName, Observation, TestCase } from "../../spec/model.ts";
/** A case and what the processor did, its end as judged. */
export interface Seen {
    readonly testCase: TestCase;
    readonly observation: Observation;
}
/** The bits of a field that the processor shows, in every answer that is compared. */
export type Visible = (name: FieldName) => bigint;
/** One way in which a law is broken. */
export interface LawDifference {
    readonly field: FieldName | "end" | "memory";
    readonly wanted: string;
    readonly observed: string;
}
/** What one law is. `pick` chooses among the second cases that a first one can have. */
export interface Law {
    /** `law.<name>` */
    readonly id: string;
    readonly statement: string;
    /**
     * `single`: one case tells. `chain`: the second case starts where the first one ended. `twin`: the second
     * case is the first one with something changed that must not matter.
     */
    readonly kind: "single" | "chain" | "twin";
    /** The instructions whose cases it is about. */
    readonly instructions: readonly string[];
    /** What to run first, made of a drawn case; undefined when the law says nothing of it. */
    first(drawn: TestCase): TestCase | undefined;
    /** What to run after that; undefined when the law says nothing after what happened. */
    readonly second?: (first: Seen, pick: number) => TestCase | undefined;
    /** How the law is broken; nothing when it holds, undefined when it says nothing. */
    judge(run: LawRun, visible: Visible): readonly LawDifference[] | undefined;
}
/** A first case and, where the law has one, the second. */
export interface LawRun {
    readonly first: Seen;
    readonly second?: Seen;
}
/** Instructions that name all that they read and write, and touch no memory. */
export declare const PLAIN_INSTRUCTIONS: readonly string[];
/** Resume flag: every instruction that completes clears it, and a fault's own value is not specified. */
export declare const RF: bigint;
/** The difference in one field, if the bits of `mask` differ and are visible. */
export declare function fieldDifference(name: FieldName, values: {
    readonly wanted: bigint;
    readonly observed: bigint;
    readonly mask: bigint;
}): readonly LawDifference[];
/** The differences between a state and the one that is wanted, but for the bits that `except` gives. */
export declare function stateDifferences(wanted: CpuState, observed: CpuState, options: {
    readonly visible: Visible;
    readonly except: (name: FieldName) => bigint;
}): readonly LawDifference[];
/** The difference between two ends. */
export declare function endDifference(wanted: string, { observation }: Seen): readonly LawDifference[];
/** The difference between the memory that was written and that which should have been. */
export declare function memoryDifference(wanted: Observation["writes"], { observation }: Seen): readonly LawDifference[];
