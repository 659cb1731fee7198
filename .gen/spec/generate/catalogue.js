/** The rule catalogue as TypeScript: the union of rule ids, and the rules themselves. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
const HEADER = "// Generated from spec/rules by `npm run generate`; do not edit.\n\n";
/** The files of spec/rules, the common families last. */
export function readRuleFiles(root) {
    const folder = join(root, "spec", "rules");
    const common = new Set(["decode", "retire", "debug", "fetch", "fault", "memory", "segload"]);
    const files = readdirSync(folder)
        .filter((name) => name.endsWith(".json"))
        .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
    const rank = (file) => (common.has(file.instruction) ? "1" : "0") + file.instruction;
    return files.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}
/** The source of spec/generated/rule-id.ts. */
export function ruleIdSource(root) {
    const ids = readRuleFiles(root).flatMap((file) => file.rules.map((rule) => rule.id));
    return `${HEADER}/** The id of every rule in the catalogue. */
export type RuleId =
${ids.map((id) => `  | "${id}"`).join("\n")};
`;
}
/** The source of spec/generated/rules.ts. */
export function rulesSource(root) {
    const rules = readRuleFiles(root).flatMap((file) => file.rules.map((rule) => ({ ...rule, instruction: file.instruction })));
    return `${HEADER}import type { Rule } from "../rule.ts";
import type { RuleId } from "./rule-id.ts";

/** The rules in the order of the rulebook. */
const CATALOGUE: readonly Rule[] = ${JSON.stringify(rules, null, 2)};

/** Every rule by its id. */
export const RULES: ReadonlyMap<RuleId, Rule> = new Map(CATALOGUE.map((rule) => [rule.id, rule]));
`;
}
