/** The paths that both vendors' oracles take on a case, beside each other or, where that is too wide, below. */
import Table from "cli-table3";
import { formatEnd, formatValue } from "../harness/report/notation.js";
import { wrapped } from "../harness/report/wrap.js";
import { bitNames } from "../harness/report/bit-names.js";
import { OutOfModel, predict, trace } from "../oracles/index.js";
import { valueAfter } from "../oracles/operation.js";
import { field } from "../spec/fields.js";
/** Below this width two columns of rules are rubble. */
const LEAST_FOR_TWO = 100;
const WIDEST = 140;
const UNLIKE = "≠";
/** One row per rule in the order of the manuals; `≠` marks those that only one path applies, or otherwise. */
export function pathLines(testCase, { paint, columns }) {
    const [intel, amd] = [pathOf(testCase, "intel"), pathOf(testCase, "amd")];
    const rows = [...byRule(intel.steps, amd.steps), ["end: " + intel.end, "end: " + amd.end]];
    const mark = ([one, other]) => (one === other ? "" : paint.notice(UNLIKE));
    const legend = `${UNLIKE} where the manuals differ`;
    if (columns < LEAST_FOR_TWO)
        return [...stacked(rows, mark, columns), legend];
    const width = Math.floor((Math.min(columns, WIDEST) - 7) / 2);
    const table = new Table({
        head: ["", "intel", "amd"],
        style: { head: [], border: [], compact: true },
        wordWrap: true,
        colWidths: [3, width, width],
    });
    for (const row of rows)
        table.push([mark(row), row[0] ?? "-", row[1] ?? "-"]);
    return [table.toString(), legend];
}
/** What only one path says stands alone. */
function stacked(rows, mark, columns) {
    return rows.flatMap((row) => {
        const [intel, amd] = row;
        if (intel === amd)
            return wrapped([`  both   ${intel ?? ""}`], columns, 7);
        const lines = [
            ...(intel === undefined ? [] : [`${mark(row)} intel  ${intel}`]),
            ...(amd === undefined ? [] : [`${mark(row)} amd    ${amd}`]),
        ];
        return wrapped(lines, columns, 9);
    });
}
function pathOf(testCase, vendor) {
    try {
        const posed = { ...testCase, profile: { ...testCase.profile, vendor } };
        const { outcomes } = predict(posed);
        const ends = outcomes.map((outcome) => {
            const end = formatEnd(outcome.end, Number(valueAfter(outcome, testCase.before, "cpl")));
            return `${end} (${outcome.endRule})`;
        });
        return {
            steps: stepsOf(trace(posed, vendor), { outcome: outcomes[0], before: testCase.before }),
            end: [...new Set(ends)].join(" or "),
        };
    }
    catch (error) {
        if (!(error instanceof OutOfModel))
            throw error;
        return { steps: new Map(), end: `not in the model: ${error.message}` };
    }
}
function stepsOf(steps, known) {
    const found = new Map();
    for (const { rule, text } of steps) {
        const texts = found.get(rule) ?? new Set();
        found.set(rule, texts);
        for (const each of effects(rule, text, known))
            texts.add(each);
    }
    return new Map([...found].map(([rule, texts]) => [rule, `${rule}: ${[...texts].join(", ")}`]));
}
/** `ss.selector = 0x000b` for a line that sets a field, else the words of the line. */
function effects(rule, text, { outcome, before }) {
    if (text === "")
        return ["nothing stops it"];
    if (text === "everything else")
        return ["everything else stays"];
    const name = text;
    const isOurs = (each) => each.rule === rule && each.mask !== 0n;
    const signed = (outcome.fields.get(name) ?? []).filter(isOurs).reduce((bits, { mask }) => bits | mask, 0n);
    const masked = (outcome.masked.get(name) ?? []).filter(isOurs).reduce((bits, { mask }) => bits | mask, 0n);
    if (signed === 0n && masked === 0n)
        return [text];
    const value = formatValue(name, valueAfter(outcome, before, name));
    return [
        ...(signed === 0n ? [] : [`${name} = ${value}${bitsText(name, signed)}`]),
        ...(masked === 0n ? [] : [`${name}${bitsText(name, masked)} not specified`]),
    ];
}
/** Which bits of the field the rule decides: ` (RF)`, ` (bits 15:2)`, ` (& 0x247fd5)`; nothing for all. */
function bitsText(name, mask) {
    if (mask === field(name).mask)
        return "";
    const names = bitNames(name, mask);
    return names.length <= 2 ? ` (${names.join(", ")})` : ` (& 0x${mask.toString(16)})`;
}
/** A row per rule: those of one path stand where that path has them. */
function byRule(intel, amd) {
    const order = [...intel.keys()];
    let at = 0;
    for (const rule of amd.keys()) {
        const known = order.indexOf(rule);
        if (known >= 0) {
            at = known + 1;
            continue;
        }
        while (at < order.length && !amd.has(order[at] ?? ""))
            at += 1;
        order.splice(at, 0, rule);
        at += 1;
    }
    return order.map((rule) => [intel.get(rule), amd.get(rule)]);
}
