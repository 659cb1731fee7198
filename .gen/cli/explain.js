import { existsSync } from "node:fs";
import { distance } from "../generators/distance.js";
import { stateLines } from "../harness/report/example-lines.js";
import { modeText, stepLines } from "../harness/report/example-text.js";
import { paintFor } from "../harness/report/paint.js";
import { ruleText } from "../harness/report/rule-text.js";
import { hanging, wrapped } from "../harness/report/wrap.js";
import { RULES } from "../spec/generated/rules.js";
import { didYouMean } from "./did-you-mean.js";
import { ALL_PASS } from "./exit-code.js";
import { columnsOf, isColoured, print } from "./output.js";
import { pathLines } from "./path-lines.js";
import { plainCase } from "./plain-case.js";
import { readCases } from "./read-case.js";
import { isReplay } from "./replay-line.js";
import { wholeStateLines } from "./state-lines.js";
import { UsageError } from "./usage-error.js";
/** Prints what a rule says, or why a case ends as it does. Returns the exit code. */
export function explain(subject, { state = false } = {}) {
    const rule = RULES.get(subject);
    const own = ruleText(NO_RULES, subject);
    if (rule !== undefined)
        print(ruleLines(rule));
    else if (own !== undefined)
        print([subject, `  ${own.statement}`, "", "  The harness states this rule, no manual."]);
    else if (isCase(subject)) {
        const cases = readCases(subject);
        for (const [position, stored] of cases.entries()) {
            const number = cases.length === 1 ? "" : `case ${position + 1} of ${cases.length}`;
            if (position > 0)
                print([""]);
            print(caseLines(stored, { number, state }));
        }
    }
    else {
        const hint = didYouMean(subject, RULES.keys());
        throw new UsageError(`there is no rule '${subject}'`, hint === "" ? "`ringcross list rules` shows them all; a case is a file or a replay line" : hint);
    }
    return ALL_PASS;
}
const NO_RULES = new Map();
/** Rule ids have one dot between words; everything else that could be meant is a file or a line. */
function isCase(subject) {
    return isReplay(subject) || /[/{]|^-$|\.jsonl?$/.test(subject) || existsSync(subject);
}
function ruleLines(rule) {
    const rows = [
        ["holds for", rule.vendors.join(" and ")],
        ["kind", rule.kind],
        ...rule.sources.map(({ vendor, document, revision, section }) => [
            `clause (${vendor})`,
            `${document}${revision === undefined ? "" : ` ${revision}`}, ${section}`,
        ]),
        ...rule.evidence.map(({ kind, text }) => [`evidence (${kind})`, text]),
        ["confidence", CONFIDENCE[rule.confidence]],
        ...(rule.observable === true ? [] : [["not observable", rule.observable.reason]]),
        ...(rule.variant === undefined
            ? []
            : [
                ["alternatives", `${rule.variant.alternatives.join(", ")}; ${rule.variant.default} is the default`],
            ]),
        ...(rule.mutant === undefined ? [] : [["its mutant", rule.mutant]]),
    ];
    const columns = columnsOf(process.stdout);
    return [
        rule.id,
        ...wrapped([`  ${rule.statement}`], columns, 0),
        "",
        ...hanging(rows, columns - 2).map((line) => `  ${line}`),
    ];
}
const CONFIDENCE = {
    H: "H: the manual, and silicon or two independent implementations",
    M: "M: the manual alone, or two implementations",
    L: "L: one source or inference; never fails a run",
};
/** A case, what it is known for, and the path that each vendor's oracle takes on it. */
function caseLines({ testCase, rule, processor }, { number, state }) {
    const paint = paintFor(isColoured(process.stdout));
    const columns = columnsOf(process.stdout);
    const plain = plainCase(testCase);
    const about = rule === undefined ? [] : [`${rule}${processor === undefined ? "" : ` on ${processor}`}`];
    const heading = [...(number === "" ? [] : [number]), ...about].join(": ");
    const told = state
        ? wholeStateLines(testCase, plain)
        : stateLines({ testCase, plain, differsIn: distance(testCase).groups, aboutRip: true });
    return [
        ...(heading === "" ? [] : [paint.strong(heading)]),
        `${modeText(testCase.before)}, CPL ${testCase.before.cpl}`,
        ...wrapped([...stepLines(testCase), ...told].map((line) => `  ${line}`), state ? Number.POSITIVE_INFINITY : columns),
        "",
        ...pathLines(testCase, { paint, columns }),
    ];
}
