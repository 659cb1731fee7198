/** Findings that no manual states: they are about the processor as a whole. */
import type { RuleId } from "../spec/generated/rule-id.ts";
/** A case on which the processor does not come back within the time limit, also when run alone. */
export declare const HANGS: RuleId;
/** A case on which the processor dies, also when run alone. */
export declare const CRASHES: RuleId;
/** A point where manuals leave a choice, and the processor chose now this, now that. */
export declare const INCONSISTENT_VARIANT: RuleId;
