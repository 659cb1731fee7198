/** What `--only` selects: instructions to generate, and rules whose findings are told. */
import picomatch from "picomatch";
import { didYouMean } from "./did-you-mean.js";
import { UsageError } from "./usage-error.js";
/** The rule file of an instruction: RD/WRFSBASE and RD/WRGSBASE share one, and so do both MOVs of segment registers. */
export function familyOf(instruction) {
    if (instruction.endsWith("_sreg"))
        return "movsreg";
    return instruction.endsWith("base") ? "fsgsbase" : instruction;
}
/** Families whose rules only some instructions reach: those that load segments or access memory. */
const REACHED_BY = { segload: "movsreg", memory: "movsreg" };
/** The part of a rule id before the dot. */
export function familyOfRule(rule) {
    return rule.slice(0, rule.indexOf("."));
}
/**
 * What the patterns select. A pattern is a glob over rule ids, or over instructions, which stands
 * for the instruction's rules and those that every instruction shares.
 * Errors: `UsageError` for a pattern that matches nothing.
 */
export function select(patterns, { instructions, rules, onTrial = [] }) {
    const families = new Set(instructions.map(familyOf));
    const ownerOf = (rule) => REACHED_BY[familyOfRule(rule)] ?? familyOfRule(rule);
    const isShared = (rule) => !families.has(ownerOf(rule));
    if (patterns.length === 0) {
        const trial = new Set(onTrial.map(familyOf));
        return {
            instructions: instructions.filter((name) => !onTrial.includes(name)),
            rules: new Set(rules.filter((rule) => !trial.has(ownerOf(rule)))),
        };
    }
    const chosen = { instructions: new Set(), rules: new Set() };
    for (const pattern of patterns) {
        const matches = picomatch(pattern);
        const named = instructions.filter((name) => matches(name) || matches(familyOf(name)));
        const matched = rules.filter((rule) => matches(rule));
        if (named.length === 0 && matched.length === 0)
            throw unknown(pattern, { instructions, rules });
        const namedFamilies = new Set(named.map(familyOf));
        for (const name of named)
            chosen.instructions.add(name);
        for (const rule of rules) {
            if (named.length > 0 && (isShared(rule) || namedFamilies.has(ownerOf(rule)))) {
                chosen.rules.add(rule);
            }
        }
        for (const rule of matched) {
            chosen.rules.add(rule);
            for (const name of instructions) {
                if (isShared(rule) || familyOf(name) === ownerOf(rule))
                    chosen.instructions.add(name);
            }
        }
    }
    return { instructions: instructions.filter((name) => chosen.instructions.has(name)), rules: chosen.rules };
}
function unknown(pattern, { instructions, rules }) {
    const hint = didYouMean(pattern, [...instructions, ...rules]);
    return new UsageError(`'${pattern}' matches no instruction and no rule`, hint === "" ? "`ringcross list rules` and `ringcross list instructions` show what there is" : hint);
}
