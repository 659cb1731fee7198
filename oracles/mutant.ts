/** Processors that break exactly one rule: they show that the suite would notice. */
import type { RuleId } from "../spec/generated/rule-id.ts";

/**
 * The oracle without `rule`: a raise is not raised, a set keeps the old value, an order is
 * swapped, an absence does what the rule says does not happen. `group` is the group of state that
 * a mutant of an `unchanged` rule disturbs.
 */
export interface Mutant {
  readonly rule: RuleId;
  readonly group?: string;
}
