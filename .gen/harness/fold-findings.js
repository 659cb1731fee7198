/**
 * Folds findings that are another one in disguise. A case may fit a rule about something that does
 * not happen by chance: a processor that faults for a reason of its own seems to make the check that
 * the rule rules out. Then a simpler neighbour of the smallest example still fails, as the other
 * finding.
 */
import { RULES } from "../spec/generated/rules.js";
import { comparator } from "./compare.js";
import { sameEnd } from "./ends.js";
import { AdapterError } from "./errors.js";
import { breaksOf, findingKey } from "./findings.js";
import { judgedEnd } from "./landing.js";
import { INCONSISTENT_VARIANT } from "./own-rules.js";
/** The simplest neighbours come first; beyond these they are as far from boring as the example. */
const NEIGHBOURS = 64;
/**
 * The findings without those that another one explains, whose cases count under that one. Where the
 * processor breaks on a neighbour, the finding stays as it is.
 */
export async function foldFindings(options) {
    const { findings } = options;
    const folded = new Map();
    const kept = [];
    for (const finding of findings) {
        // Of two guesses the one that more cases fit explains the other.
        const others = findings.filter((other) => !isGuess(other) || other.cases > finding.cases);
        const other = isGuess(finding) ? await explanationOf(options, finding, others) : undefined;
        if (other === undefined)
            kept.push(finding);
        else
            folded.set(other.key, (folded.get(other.key) ?? 0) + finding.cases);
    }
    return kept.map((finding) => ({ ...finding, cases: finding.cases + (folded.get(finding.key) ?? 0) }));
}
/** Whether the rule was blamed for what it looks like, and not for a field or an end that it signed. */
function isGuess({ rule }) {
    return rule === INCONSISTENT_VARIANT || RULES.get(rule)?.kind === "absence";
}
/** The finding, no farther from the boring machine, that a simpler neighbour of the example shows. */
async function explanationOf({ adapter, source, predict, }, finding, others) {
    const known = finding.rule === INCONSISTENT_VARIANT ? knownFault(finding, others) : undefined;
    if (known !== undefined)
        return known;
    const nearer = new Map(others.filter(({ distance }) => distance <= finding.distance).map((other) => [other.key, other]));
    if (nearer.size === 0)
        return undefined;
    const neighbours = [...take(source.shrink(finding.example.testCase), NEIGHBOURS)];
    const answers = await adapter.run(neighbours).catch(answersBefore);
    const compare = comparator(adapter.capabilities);
    for (const [position, testCase] of neighbours.entries()) {
        const answer = answers[position];
        // Another end is another matter, however close the case.
        if (answer === undefined || "unsupported" in answer || !endsAlike(finding, testCase, answer))
            continue;
        const breaks = breaksOf(compare(testCase, predict(testCase), answer));
        const keys = breaks.map((each) => findingKey(finding.processor, each));
        const found = keys.map((key) => nearer.get(key)).find((each) => each !== undefined);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/**
 * The finding that the processor faults just so where the instruction should complete: what looks like
 * an alternative of a variant is then that fault.
 */
function knownFault({ orderRules, example }, others) {
    const [family] = orderRules[0]?.split(".") ?? [];
    const end = example.observation?.end;
    return others.find(({ rule, example: { observation } }) => rule === `${family}.completes` &&
        end !== undefined &&
        observation !== undefined &&
        sameEnd(observation.end, end));
}
function endsAlike({ example }, testCase, answer) {
    return example.observation !== undefined && sameEnd(example.observation.end, judgedEnd(testCase, answer));
}
/** What the processor answered before it broke; the next `run` starts it anew. */
function answersBefore(error) {
    if (error instanceof AdapterError)
        return error.answers;
    throw error;
}
function* take(values, count) {
    let taken = 0;
    for (const value of values) {
        if (taken++ >= count)
            return;
        yield value;
    }
}
