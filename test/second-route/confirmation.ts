/** How a finding is confirmed by the second route. */
import type { RuleId } from "../../spec/generated/rule-id.ts";
import type { Vendor } from "../../spec/model.ts";
import type { Expectation, Experiment, Machine } from "./experiment.ts";

/** One experiment that shows one finding. */
export interface Confirmation {
  readonly processor: Machine["name"];
  readonly vendors: readonly Vendor[];
  /** The rule that the suite blames. */
  readonly rule: RuleId;
  /** What the processor does instead, in words. */
  readonly does: string;
  readonly experiment: Experiment;
  /** What the processor really shows: the finding. */
  readonly shows: Expectation;
  /** What the other emulator shows, as the manual wants it; absent where it shares the finding. */
  readonly other?: Expectation;
}

/** Findings that differ in one value only. */
export function each<Value>(
  values: readonly Value[],
  make: (value: Value) => Confirmation,
): readonly Confirmation[] {
  return values.map(make);
}
