/** What was predicted and what was observed of a case, in words. */
import { valueAfter } from "../../oracles/operation.js";
import { field } from "../../spec/fields.js";
import { endsAs, sameEnd } from "../ends.js";
import { formatDifference, formatEnd } from "./notation.js";
/** The comparison of an example, against the outcome that its differences were worked out from. */
export function comparisonText(example) {
    const { testCase, observation, differences } = example;
    const { before } = testCase;
    const end = differences.find((difference) => difference.field === "end");
    const outcome = comparedOutcome(example, end);
    const predicted = predictedEnd(outcome, end, before);
    const observed = observation === undefined ? "no answer" : formatEnd(observation.end, observation.after.cpl);
    const endsAlike = end === undefined && predicted === observed;
    // The same fault before and after the instruction completed differs in RIP only.
    const isMoved = !endsAlike && predicted === observed;
    const place = (atInstruction) => !isMoved ? "" : atInstruction ? ", at the instruction" : ", at the next one";
    const stayed = observation?.after.rip === before.rip;
    return {
        predicted: predicted + place(!stayed),
        alternatives: alternativeEnds(example, outcome),
        observed: observed + place(stayed),
        endsAlike,
        fields: byField(differences).map((difference) => differenceText(difference, outcome, example)),
    };
}
/** Where no allowed outcome has the end of the difference, it is that of a processor with a misbelief. */
function predictedEnd(outcome, end, before) {
    if (outcome !== undefined)
        return formatEnd(outcome.end, Number(valueAfter(outcome, before, "cpl")));
    return end === undefined ? "" : formatEnd(end.predicted, before.cpl);
}
/** The outcome that the differences speak of: the one with their end, else the one that ended as the case did. */
function comparedOutcome({ testCase: { before }, prediction: { outcomes }, observation, differences }, end) {
    const ended = (outcome) => observation === undefined || endsAs(outcome, observation.end, before, observation.after);
    const fitting = outcomes.filter((outcome) => end === undefined ? ended(outcome) : equalEnds(outcome.end, end.predicted));
    const states = differences.filter(isFieldDifference);
    const exact = fitting.find((outcome) => states.every(({ field: name, mask, predicted }) => (valueAfter(outcome, before, name) & mask) === predicted));
    return exact ?? fitting[0] ?? (end === undefined ? outcomes[0] : undefined);
}
function equalEnds(one, other) {
    return sameEnd(one, other) && sameEnd(other, one);
}
function isFieldDifference(difference) {
    return difference.field !== "end" && difference.field !== "memory";
}
/** `#GP(0) at CPL 0: wrmsr.efer_lma_change`, once per end that is not the compared one's. */
function alternativeEnds({ testCase: { before }, prediction: { outcomes } }, compared) {
    if (compared === undefined)
        return [];
    const taken = new Set(compared.choices.map(choiceText));
    const text = (outcome) => formatEnd(outcome.end, Number(valueAfter(outcome, before, "cpl")));
    const found = new Map();
    for (const outcome of outcomes) {
        const others = outcome.choices.filter((choice) => !taken.has(choiceText(choice)));
        const variants = [...new Set(others.map(({ variant }) => variant))];
        const known = found.get(text(outcome));
        if (known === undefined || variants.length < known.length)
            found.set(text(outcome), variants);
    }
    found.delete(text(compared));
    return [...found].map(([end, variants]) => variants.length === 0 ? end : `${end}: ${variants.join(" and ")}`);
}
function choiceText({ variant, alternative }) {
    return `${variant} = ${alternative}`;
}
/** One difference per field; those of one field may come from several rules. */
function byField(differences) {
    const found = new Map();
    for (const difference of differences) {
        if (difference.field === "end")
            continue;
        const known = found.get(difference.field);
        const isPart = known !== undefined && isFieldDifference(known) && isFieldDifference(difference);
        found.set(difference.field, isPart
            ? {
                ...known,
                mask: known.mask | difference.mask,
                predicted: known.predicted | difference.predicted,
                observed: known.observed | difference.observed,
            }
            : difference);
    }
    return [...found.values()];
}
/** Whole values, though the rule decides only some bits of them: those are named beside. */
function differenceText(difference, outcome, { testCase: { before }, observation }) {
    if (difference.field === "memory" || observation === undefined)
        return formatDifference(difference);
    const { field: name, mask, predicted } = difference;
    const observed = field(name).get(observation.after);
    const expected = outcome === undefined ? observed : specified(outcome, name, before, observed);
    return formatDifference({ ...difference, predicted: (expected & ~mask) | predicted, observed });
}
/** The value after the outcome; bits that no manual specifies are as they were observed. */
function specified(outcome, name, before, observed) {
    const free = (outcome.masked.get(name) ?? []).reduce((bits, { mask }) => bits | mask, 0n);
    return (valueAfter(outcome, before, name) & ~free) | (observed & free);
}
