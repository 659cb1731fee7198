/** Processors that break exactly one rule: they show that the suite would notice. */
import type { RuleId } from "../spec/generated/rule-id.ts";
import type { FieldName, Vendor } from "../spec/model.ts";
/** A part of the state that an `unchanged` rule protects. */
export type StateGroup = "general registers" | "instruction pointer" | "rflags" | "cpl" | "code segment" | "stack segment" | "data segments" | "fs and gs" | "system segments" | "descriptor tables" | "control registers" | "debug registers" | "syscall msrs" | "efer" | "kernel gs base" | "sysenter msrs" | "memory";
/** The fields that stand for each group. */
export declare const STATE_GROUPS: {
    readonly [group in StateGroup]: readonly FieldName[];
};
/**
 * The oracle without `rule`: a raise is not raised, a set keeps the old value or takes the one that its rule names, an
 * order is swapped, an absence does what the rule says does not happen. `group` is the group of state that
 * a mutant of an `unchanged` rule disturbs.
 */
export interface Mutant {
    readonly rule: RuleId;
    readonly group?: StateGroup;
}
/** Every way to break one rule of the vendor's oracle. Variants and masks assert nothing to break. */
export declare function mutantsOf(vendor: Vendor): readonly Mutant[];
