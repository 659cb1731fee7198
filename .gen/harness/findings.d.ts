/**
 * Groups failing cases into findings. A finding needs one example, so memory grows with the number
 * of keys and not with the number of failing cases.
 */
import type { RuleId } from "../spec/generated/rule-id.ts";
import type { Distance } from "./case-source.ts";
import type { Comparison } from "./compare.ts";
import type { Example, Finding, ProcessorIdentity } from "./finding.ts";
import type { Difference } from "./verdict.ts";
/** One way in which one case breaks one rule: a case may break several rules. */
export interface Break {
    readonly rule: RuleId;
    readonly orderRules: readonly RuleId[];
    /** What differs, without values: one part for an end, one per field otherwise. */
    readonly parts: readonly string[];
    readonly differences: readonly Difference[];
}
/** The rules that a case breaks, each with what differs. */
export declare function breaksOf(verdict: Comparison): readonly Break[];
/** What all failing cases of one finding share; the text is stable between runs. */
export declare function findingKey({ name, version, model, vendor }: ProcessorIdentity, { rule, parts }: Break): string;
/** Findings under way. */
export interface FindingCollection {
    /** How many findings there are by now. */
    readonly size: number;
    /**
     * Counts case number `index`, which breaks `found`, or the first of so many `cases`; `example` is
     * called when it is the first of its key. Returns whether it was.
     */
    add(found: Break, index: number, example: () => Example, cases?: number): boolean;
    /** The findings in the order of their first case, with the distance of each example. */
    results(distance: (example: Example) => Distance): readonly Finding[];
}
/** An empty collection for one processor. Cases of one key must be added in the order of their index. */
export declare function collectFindings(processor: ProcessorIdentity): FindingCollection;
