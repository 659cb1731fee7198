/** Failing cases of one processor that break one rule in one way. */
import type { RuleId } from "../spec/generated/rule-id.ts";
import type { Observation, Prediction, TestCase, Vendor } from "../spec/model.ts";
import type { Difference } from "./verdict.ts";

/** With whom a processor disagrees; disagreement.ts says exactly what each means. */
export const DISAGREEMENT_CLASSES = ["processor", "vendor difference", "variant", "harness"] as const;

/** One of them. */
export type DisagreementClass = (typeof DISAGREEMENT_CLASSES)[number];

/** Which processor was tested; it stands in every finding and report line. */
export interface ProcessorIdentity {
  readonly name: string;
  readonly version: string;
  readonly model: string;
  readonly vendor: Vendor;
}

/** A case with what was said of it. */
export interface Example {
  readonly testCase: TestCase;
  readonly prediction: Prediction;
  /** As compared: after the landing was decided. Absent when the processor hung or died. */
  readonly observation?: Observation;
  /** Those that the rule of the finding is to blame for. */
  readonly differences: readonly Difference[];
}

/**
 * One finding. Its key is processor, version, model, vendor, broken rule, and the differing fields
 * (for an end: the predicted and the observed end). `rule` may also be `processor.hangs`,
 * `processor.crashes` or `inconsistent_variant`, which no manual states.
 */
export interface Finding {
  readonly key: string;
  readonly processor: ProcessorIdentity;
  readonly rule: RuleId;
  /**
   * Further rules at stake: those about the order of checks, the variant that is inconsistent, or
   * the rule that decides the predicted end where the processor hung or died.
   */
  readonly orderRules: readonly RuleId[];
  /** How many cases of the run fell under the key. */
  readonly cases: number;
  /** Index in the run of the first case that showed it. */
  readonly firstIndex: number;
  /** The smallest case that still breaks the same key, and how far it is from the boring machine. */
  readonly example: Example;
  readonly distance: number;
  /** The groups of state in which the example differs from the boring machine. */
  readonly differsIn: readonly string[];
  /** False when the case did not break the key again alone: the processor keeps state between cases. */
  readonly reproduced?: boolean;
  /** What kind of disagreement it is; absent until its example is small. */
  readonly class?: DisagreementClass;
}

/** Counts of a run on one processor. */
export interface Totals {
  readonly cases: number;
  readonly pass: number;
  readonly fail: number;
  readonly skip: number;
  readonly error: number;
  readonly seconds: number;
  /** Bits left out of the comparison because a rule says they are not specified. */
  readonly maskedBits: number;
}
