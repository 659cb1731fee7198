import { comparator } from "./compare.js";
import { INCONSISTENT_VARIANT } from "./own-rules.js";
/** A tracker that has seen nothing yet. */
export function trackVariants() {
    const byVariant = new Map();
    const groups = new Map();
    const exceptions = () => [...byVariant.values()].flatMap((alternatives) => [...alternatives.values()].toSorted((one, other) => other.cases - one.cases).slice(1));
    return {
        get shown() {
            return new Map([...byVariant].map(([variant, alternatives]) => [variant, new Set(alternatives.keys())]));
        },
        note: (choices, index, example) => {
            const key = choices.map(({ variant, alternative }) => `${variant}=${alternative}`).join();
            const group = groups.get(key);
            if (group === undefined)
                groups.set(key, { choices, cases: 1 });
            else
                group.cases++;
            let contradicts = false;
            for (const choice of choices) {
                const alternatives = byVariant.get(choice.variant) ?? new Map();
                byVariant.set(choice.variant, alternatives);
                const present = alternatives.get(choice.alternative);
                if (present !== undefined)
                    present.cases++;
                else {
                    const first = { choice, firstIndex: index, example: () => example(choice), cases: 1 };
                    alternatives.set(choice.alternative, first);
                }
                contradicts ||= alternatives.size > 1;
            }
            return contradicts;
        },
        exceptions,
        exceptional: () => {
            const found = exceptions().map(({ choice }) => choice);
            const isException = ({ variant, alternative }) => found.some((each) => each.variant === variant && each.alternative === alternative);
            let cases = 0;
            for (const group of groups.values())
                if (group.choices.some(isException))
                    cases += group.cases;
            return cases;
        },
    };
}
/** The finding's share of a case that shows another alternative than most cases do. */
export function inconsistency({ variant, alternative }) {
    return {
        rule: INCONSISTENT_VARIANT,
        orderRules: [variant],
        parts: [`${variant} = ${alternative}`],
        differences: [],
    };
}
/** How the case differs from the outcomes with another alternative at the variant than its own. */
export function inconsistentExample(choice, capabilities, testCase, prediction, observation) {
    const [first, ...rest] = prediction.outcomes.filter(({ choices }) => choices.every(({ variant, alternative }) => variant !== choice.variant || alternative !== choice.alternative));
    const others = first === undefined
        ? undefined
        : comparator(capabilities)(testCase, { ...prediction, outcomes: [first, ...rest] }, observation);
    const differences = others?.status === "fail" ? [...others.broken.values()].flat() : [];
    return { testCase, prediction, observation, differences };
}
