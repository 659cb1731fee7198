import type { RuleId } from "../spec/generated/rule-id.ts";
/** What can be selected. */
export interface Selectable {
    readonly instructions: readonly string[];
    readonly rules: readonly RuleId[];
    /** Instructions that are left out unless a pattern selects them. */
    readonly onTrial?: readonly string[];
}
/** A selection; every rule and instruction that is not on trial when nothing was asked for. */
export interface Selection {
    readonly instructions: readonly string[];
    readonly rules: ReadonlySet<RuleId>;
}
/** The rule file of an instruction: RD/WRFSBASE and RD/WRGSBASE share one, and so do both MOVs of segment registers. */
export declare function familyOf(instruction: string): string;
/** The part of a rule id before the dot. */
export declare function familyOfRule(rule: RuleId): string;
/**
 * What the patterns select. A pattern is a glob over rule ids, or over instructions, which stands
 * for the instruction's rules and those that every instruction shares.
 * Errors: `UsageError` for a pattern that matches nothing.
 */
export declare function select(patterns: readonly string[], { instructions, rules, onTrial }: Selectable): Selection;
