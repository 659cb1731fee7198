/** Holds what a CPU did against what the oracle says. */
import { predict } from "../oracles/index.js";
import { field } from "../spec/fields.js";
import { comparator } from "./compare.js";
/** Compares every vector with the prediction of its case. Errors: what `predict` throws. */
export function checkRecording({ vectors, seen }) {
    const capabilities = {
        fields: new Map([...seen].map(([name, bits]) => [name, { settable: true, seen: bits }])),
        noOpinion: new Map(),
        batch: 1,
    };
    const compare = comparator(capabilities);
    const contradictions = [];
    const confirmed = new Map();
    for (const recorded of vectors) {
        const { testCase, observation } = recorded;
        const prediction = predict(testCase);
        const verdict = compare(testCase, prediction, observation);
        if (verdict.status === "fail") {
            contradictions.push({ recorded, prediction, rules: [...verdict.broken.keys()] });
            continue;
        }
        // With several outcomes it is not known which rules the one that fits has.
        const [outcome, ...others] = prediction.outcomes;
        if (others.length > 0)
            continue;
        for (const rule of seenRules(outcome, capabilities, observation)) {
            confirmed.set(rule, (confirmed.get(rule) ?? 0) + 1);
        }
    }
    return { agree: vectors.length - contradictions.length, contradictions, confirmed };
}
/** The rules of an outcome that sign something which was seen. */
function seenRules(outcome, { fields }, { unseen = [] }) {
    const hidden = new Set(unseen);
    const rules = new Set([outcome.endRule, ...outcome.orderRules, outcome.unchanged]);
    // A kernel in between hides where the instruction ended.
    if (hidden.has("rip"))
        rules.clear();
    for (const [name, signed] of outcome.fields) {
        if (hidden.has(name))
            continue;
        const visible = fields.get(name)?.seen ?? field(name).mask;
        for (const { rule, mask } of signed)
            if ((mask & visible) !== 0n)
                rules.add(rule);
    }
    return rules;
}
