/** Findings that no manual states: they are about the processor as a whole. */
import type { RuleId } from "../spec/generated/rule-id.ts";

// The catalogue holds what manuals say, so these three are not in it.
const own = (id: string): RuleId => id as RuleId;

/** A case on which the processor does not come back within the time limit, also when run alone. */
export const HANGS: RuleId = own("processor.hangs");

/** A case on which the processor dies, also when run alone. */
export const CRASHES: RuleId = own("processor.crashes");

/** A point where manuals leave a choice, and the processor chose now this, now that. */
export const INCONSISTENT_VARIANT: RuleId = own("inconsistent_variant");
