/** What comparing one prediction with one observation says. */
import type { RuleId } from "../spec/generated/rule-id.ts";
import type { Choice, End, FieldName, Write } from "../spec/model.ts";
/** Bits of one field that differ; `mask` holds the bits that the blamed rule decides. */
export interface FieldDifference {
    readonly rule: RuleId;
    readonly field: FieldName;
    readonly mask: bigint;
    readonly predicted: bigint;
    readonly observed: bigint;
}
/** The step ended otherwise than predicted. */
export interface EndDifference {
    readonly rule: RuleId;
    readonly field: "end";
    readonly predicted: End;
    readonly observed: End;
    /** Both ends are the same fault, but RIP has moved on: the instruction completed, and the fetch after it faulted. */
    readonly moved?: true;
}
/** Bytes in memory that one rule stores, or that `unchanged` protects, and what became of them; none: as before. */
export interface MemoryDifference {
    readonly rule: RuleId;
    readonly field: "memory";
    readonly predicted: readonly Write[];
    readonly observed: readonly Write[];
}
export type Difference = EndDifference | FieldDifference | MemoryDifference;
/**
 * pass: every compared bit is as one allowed outcome says, `choices` being that outcome's; where
 * several outcomes fit, those that they share, since the others were not shown.
 * fail: `broken` names each broken rule with its differences; `detail` are differences that
 * follow from a different end and blame nobody. skip: the processor has no answer.
 */
export type Verdict = {
    readonly status: "pass";
    readonly choices: readonly Choice[];
    readonly maskedBits: number;
} | {
    readonly status: "fail";
    readonly broken: ReadonlyMap<RuleId, readonly Difference[]>;
    readonly detail: readonly Difference[];
    /** Rules about order that were at stake when the end differs. */
    readonly orderRules: readonly RuleId[];
} | {
    readonly status: "skip";
    readonly reason: string;
} | {
    readonly status: "error";
    readonly reason: string;
};
