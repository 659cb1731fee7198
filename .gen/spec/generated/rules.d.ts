import type { Rule } from "../rule.ts";
import type { RuleId } from "./rule-id.ts";
/** Every rule by its id. */
export declare const RULES: ReadonlyMap<RuleId, Rule>;
