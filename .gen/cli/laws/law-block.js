/** A broken law as a block of lines. */
import { distance } from "../../generators/distance.js";
import { stateLines } from "../../harness/report/example-lines.js";
import { alignedLines, modeText, stepLines } from "../../harness/report/example-text.js";
import { formatValue } from "../../harness/report/notation.js";
import { counted } from "../../harness/report/plural.js";
import { processorText } from "../../harness/report/processor-text.js";
import { endText } from "../../harness/laws/run-law.js";
import { field, FIELD_NAMES } from "../../spec/fields.js";
import { plainCase } from "../plain-case.js";
/** Who, which law, the cases and what became of each, how they differ, how to see it again. */
export function lawBlock(finding, { number, replay, paint }) {
    const { law, processor, cases, firstIndex } = finding;
    return [
        `${paint.strong(`finding ${number}`)}  ${paint.bad(law.id)}  ${processorText(processor)}`,
        `  ${law.statement}`,
        ...lawRunLines(finding, paint),
        `  ${paint.faint("cases:")}     ${counted(cases, "case")}, the first is number ${firstIndex}`,
        `  ${paint.faint("replay:")} ${replay}`,
    ];
}
/** The cases of a run of a law, and what differs. */
export function lawRunLines({ law, run: { first, second }, differences }, paint) {
    return [
        ...seenLines(second === undefined ? "case" : "first", first, changes(first.testCase), paint),
        ...(second === undefined
            ? []
            : seenLines("second", second, law.kind === "chain" ? ["in the state that the first one left"] : twinLines(first, second), paint)),
        ...differenceLines(differences, paint),
    ];
}
function seenLines(name, seen, changed, paint) {
    const { testCase } = seen;
    const { before } = testCase;
    return [
        `  ${paint.faint(`${name}:`.padEnd(10))} ${modeText(before)}, CPL ${before.cpl}: ${stepLines(testCase).join("; ")}`,
        ...changed.map((line) => `    ${line}`),
        `    ${paint.faint("ends:")} ${endText(seen)}`,
    ];
}
function changes(testCase) {
    const differsIn = distance(testCase).groups;
    return stateLines({ testCase, differsIn, plain: plainCase(testCase), aboutRip: false });
}
/** What was changed between the two cases. */
function twinLines({ testCase: first }, { testCase: second }) {
    const state = FIELD_NAMES.filter((name) => field(name).get(first.before) !== field(name).get(second.before)).map((name) => `${name} = ${formatValue(name, field(name).get(second.before))}`);
    const pages = second.pages.filter((page, at) => page !== first.pages[at]).length;
    return ["the same, but:", ...state, ...(pages === 0 ? [] : ["another descriptor in the GDT"])];
}
function differenceLines(differences, paint) {
    if (differences.length === 0)
        return [`  ${paint.good("the law holds")}`];
    const rows = differences
        .slice(0, MOST_ROWS)
        .map(({ field, wanted, observed }) => [field, wanted, observed]);
    const more = differences.length - MOST_ROWS;
    return [
        ...alignedLines([["differs", "by the law", "observed"], ...rows]).map((line) => `    ${line}`),
        ...(more > 0 ? [`    and ${counted(more, "more field")}`] : []),
    ];
}
const MOST_ROWS = 12;
