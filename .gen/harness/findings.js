import { RULES } from "../spec/generated/rules.js";
import { formatException } from "./report/notation.js";
/** Error codes of these exceptions are selectors, and a random selector makes no other bug. */
const SELECTOR_VECTORS = new Set([10, 11, 12, 13]);
/** Beyond this many sets of fields for one rule, further sets count under the last one. */
const MOST_KEYS_PER_RULE = 100;
const NO_BREAKS = [];
/** The rules that a case breaks, each with what differs. */
export function breaksOf(verdict) {
    if (verdict.status !== "fail")
        return NO_BREAKS;
    return [...verdict.broken].map(([rule, differences]) => ({
        rule,
        orderRules: verdict.orderRules,
        // A rule about something that does not happen is broken in one way only: it happens.
        parts: RULES.get(rule)?.kind === "absence" ? [] : [...new Set(differences.map(partOf))],
        differences,
    }));
}
/** What all failing cases of one finding share; the text is stable between runs. */
export function findingKey({ name, version, model, vendor }, { rule, parts }) {
    return [name, version, model, vendor, rule, parts.join(", ")].join(" | ");
}
/** An empty collection for one processor. Cases of one key must be added in the order of their index. */
export function collectFindings(processor) {
    const byRule = new Map();
    let size = 0;
    return {
        get size() {
            return size;
        },
        add: (found, index, example, cases = 1) => {
            const key = findingKey(processor, found);
            const entries = byRule.get(found.rule) ?? new Map();
            byRule.set(found.rule, entries);
            const present = entries.get(key) ?? (entries.size < MOST_KEYS_PER_RULE ? undefined : [...entries.values()].at(-1));
            if (present !== undefined) {
                present.cases += cases;
                return false;
            }
            entries.set(key, { key, found, firstIndex: index, example: example(), cases });
            size++;
            return true;
        },
        results: (distance) => [...byRule.values()]
            .flatMap((entries) => simplest([...entries.values()]))
            .toSorted((one, other) => one.firstIndex - other.firstIndex)
            .map(({ key, found, firstIndex, example, cases }) => {
            const { distance: far, groups } = distance(example);
            return {
                key,
                processor,
                rule: found.rule,
                orderRules: found.orderRules,
                cases,
                firstIndex,
                example,
                distance: far,
                differsIn: groups,
            };
        }),
    };
}
/**
 * One bug in a rule about several fields shows in any subset of them, as the old values have it.
 * A set of fields that is the union of smaller sets says nothing new: its cases count under those.
 */
function simplest(entries) {
    const kept = [];
    for (const entry of entries.toSorted((one, other) => one.found.parts.length - other.found.parts.length)) {
        const within = kept.filter(({ found }) => found.parts.every((part) => entry.found.parts.includes(part)));
        const covered = new Set(within.flatMap(({ found }) => found.parts));
        if (within.length === 0 || covered.size < entry.found.parts.length)
            kept.push({ ...entry });
        else
            for (const each of within)
                each.cases += entry.cases;
    }
    return kept;
}
/**
 * The register that differs: which of its parts do depends on the values that were there before. A
 * fault that was not raised is one thing to find, however the case ended instead.
 */
function partOf(difference) {
    if (difference.field !== "end")
        return difference.field.replace(/\..*/, "");
    const { observed, rule } = difference;
    return RULES.get(rule)?.kind === "raise" ? "end" : `completes -> ${endKind(observed)}`;
}
function endKind(end) {
    if (end.kind !== "exception")
        return end.kind;
    const { vector, errorCode } = end;
    if (errorCode !== undefined && errorCode !== 0 && SELECTOR_VECTORS.has(vector)) {
        return `${formatException(vector)}(selector)`;
    }
    return formatException(vector, errorCode);
}
