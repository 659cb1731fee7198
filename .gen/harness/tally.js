import { RULES } from "../spec/generated/rules.js";
import { comparator } from "./compare.js";
import { breaksOf, collectFindings } from "./findings.js";
import { judged } from "./landing.js";
import { CRASHES, HANGS } from "./own-rules.js";
import { isInformation } from "./report/rule-text.js";
import { inconsistency, inconsistentExample, trackVariants } from "./variants.js";
/** A case whose end broke a rule that nobody asked about says nothing of the rules that somebody did. */
const OTHER_END = "ended otherwise, by a rule that --only leaves out";
/**
 * A score of zero. `onTrouble` hears of cases that could not be drawn, once per reason. Where `only` is
 * given, only breaks of the rules that it wants count.
 */
export function tally(processor, capabilities, onTrouble, only = () => true) {
    const compare = comparator(capabilities);
    const findings = collectFindings(processor);
    const variants = trackVariants();
    const exercised = new Set();
    const skipReasons = new Map();
    const drawErrors = new Set();
    const score = { pass: 0, fail: 0, skip: 0, error: 0, maskedBits: 0 };
    const skip = (reason) => {
        score.skip++;
        skipReasons.set(reason, (skipReasons.get(reason) ?? 0) + 1);
        return false;
    };
    function failedToDraw(index, error) {
        score.error++;
        if (!drawErrors.has(error)) {
            drawErrors.add(error);
            onTrouble({ processor: processor.name, kind: "error", message: `case ${index}: ${error}` });
        }
        return false;
    }
    function broke({ index, testCase, prediction }, answer) {
        score.fail++;
        findings.add(breakOf(answer, prediction.outcomes[0].endRule), index, () => ({
            testCase,
            prediction,
            differences: [],
        }));
        return true;
    }
    /** Differences that nobody asked about: under the same end the wanted rules were kept. */
    function unwanted(breaks) {
        if (breaks.some(({ differences }) => differences.some((each) => each.field === "end"))) {
            return skip(OTHER_END);
        }
        score.pass++;
        return false;
    }
    function observed({ index, testCase, prediction }, observation) {
        for (const rule of prediction.exercised)
            exercised.add(rule);
        const verdict = compare(testCase, prediction, observation);
        if (verdict.status === "fail") {
            const all = breaksOf(verdict);
            const breaks = all.filter(({ rule }) => only(rule));
            if (breaks.length === 0)
                return unwanted(all);
            score.fail++;
            for (const found of breaks) {
                findings.add(found, index, () => ({
                    testCase,
                    prediction,
                    observation: judged(testCase, observation),
                    differences: found.differences,
                }));
            }
            return breaks.some(({ rule }) => !isInformation(RULES, rule));
        }
        score.maskedBits += verdict.maskedBits;
        score.pass++;
        const choices = verdict.choices.filter(({ variant }) => only(variant));
        if (choices.length === 0)
            return false;
        return variants.note(choices, index, (choice) => inconsistentExample(choice, capabilities, testCase, prediction, judged(testCase, observation)));
    }
    return {
        get findings() {
            return findings.size;
        },
        exercised,
        skipReasons,
        get variants() {
            return variants.shown;
        },
        totals: (seconds) => {
            // Which alternative is the exception is known only when many cases have shown theirs.
            const exceptional = variants.exceptional();
            const cases = score.pass + score.fail + score.skip + score.error;
            return { cases, ...score, pass: score.pass - exceptional, fail: score.fail + exceptional, seconds };
        },
        count: (drawn, answer) => {
            if ("error" in drawn)
                return failedToDraw(drawn.index, drawn.error);
            if (drawn.skip !== undefined)
                return skip(drawn.skip);
            if (answer === undefined)
                throw new Error(`case ${drawn.index} has no answer`);
            if ("unsupported" in answer)
                return skip(answer.unsupported);
            if ("breaks" in answer)
                return broke(drawn, answer);
            if ("lost" in answer) {
                score.error++;
                return false;
            }
            return observed(drawn, answer);
        },
        results: (source) => {
            for (const { choice, firstIndex, example, cases } of variants.exceptions()) {
                findings.add(inconsistency(choice), firstIndex, example, cases);
            }
            return findings.results((example) => source.distance(example.testCase));
        },
    };
}
/** A case that breaks the processor, told apart by the rule that decides the predicted end. */
export function breakOf({ breaks }, endRule) {
    return {
        rule: breaks === "hangs" ? HANGS : CRASHES,
        orderRules: [endRule],
        parts: [endRule],
        differences: [],
    };
}
