import type { RuleFile } from "../rule.ts";
/** The files of spec/rules, the common families last. */
export declare function readRuleFiles(root: string): readonly RuleFile[];
/** The source of spec/generated/rule-id.ts. */
export declare function ruleIdSource(root: string): string;
/** The source of spec/generated/rules.ts. */
export declare function rulesSource(root: string): string;
