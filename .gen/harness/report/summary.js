/** The end of a terminal report: tables, and what the run did not look at. */
import Table from "cli-table3";
import { counted, formatCount } from "./plural.js";
import { processorKey, processorText } from "./processor-text.js";
import { isInformation } from "./rule-text.js";
import { troubleLines } from "./trouble-text.js";
import { hanging, wrapped } from "./wrap.js";
/** The summary as text that ends with a newline. */
export function summary(options) {
    const { columns, troubles, paint } = options;
    const sections = [
        processorTable(options),
        ruleTable(options),
        variantLines(options),
        skipLines(options),
        notExercisedLines(options),
        wrapped(troubleLines(troubles, paint), columns).join("\n"),
        closingLines(options),
    ].filter((section) => section !== "");
    return `${sections.join("\n\n")}\n`;
}
/** Plain frames: escape sequences only where `paint` put them. */
function newTable(head, numbers) {
    return new Table({
        head: [...head],
        colAligns: head.map((_, column) => (numbers.includes(column) ? "right" : "left")),
        style: { head: [], border: [], compact: true },
    });
}
/** One row per processor; where its name does not fit, it stands above the table. */
function processorTable(options) {
    const { processors, columns } = options;
    if (processors.length === 0)
        return "";
    const whole = processorRows(options, true);
    if (fits(whole, columns))
        return whole;
    const names = processors.map(({ identity }, position) => [mark(position), processorText(identity)]);
    const rows = processorRows(options, false);
    return [...hanging(names, columns), fits(rows, columns) ? rows : unframed(rows)].join("\n");
}
function processorRows({ processors, rules }, isNamed) {
    const name = (text) => (isNamed ? [text] : []);
    const head = ["", ...name("processor"), "cases", "pass", "fail", "skip", "error", "findings", "cases/s"];
    const table = newTable(head, [...head.keys()].filter((column) => column > (isNamed ? 1 : 0)));
    for (const [position, { identity, totals, findings }] of processors.entries()) {
        const { cases, pass, fail, skip, error, seconds } = totals;
        const rate = seconds > 0 ? formatCount(Math.round(cases / seconds)) : "";
        const real = findings.filter(({ rule }) => !isInformation(rules, rule)).length;
        table.push([
            mark(position),
            ...name(processorText(identity)),
            ...[cases, pass, fail, skip, error, real].map((count) => formatCount(count)),
            rate,
        ]);
    }
    return table.toString();
}
/** A table without its frame, for where that takes too much room. */
function unframed(table) {
    return table
        .split("\n")
        .filter((line) => line.startsWith("│"))
        .map((line) => line.replaceAll("│", "").trimEnd())
        .join("\n");
}
/** Whether no line of a table is too long for the terminal. */
function fits(table, columns) {
    return table.split("\n").every((line) => line.length <= columns);
}
/** How the tables call the processor at `position`. */
function mark(position) {
    return `#${position + 1}`;
}
/** More columns or names than this do not fit a line. */
const MOST_MARKS = 8;
/** Which processors, in few words. */
function marksText(positions, of) {
    if (positions.length === of && of > 1)
        return "all";
    if (positions.length > MOST_MARKS)
        return `${formatCount(positions.length)} processors`;
    return positions.map(mark).join(" ");
}
/** Broken rules by processor: how many cases broke each. */
function ruleTable(options) {
    const { processors, columns } = options;
    const broken = new Set(processors.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
    if (broken.size === 0)
        return "";
    const rules = [...broken].toSorted((left, right) => left.localeCompare(right));
    const whole = processors.length > MOST_MARKS ? undefined : ruleRows(options, rules, false);
    const table = whole !== undefined && fits(whole, columns) ? whole : ruleRows(options, rules, true);
    return ["Cases that broke each rule:", table].join("\n");
}
/** With `isSummed` the cases of all processors together, and which these are. */
function ruleRows({ processors, rules }, broken, isSummed) {
    const heads = isSummed ? ["cases", "processors"] : processors.map((_, position) => mark(position));
    const table = newTable(["rule broken", ...heads], isSummed ? [1] : [...heads.keys()].map((column) => column + 1));
    for (const rule of broken) {
        const counts = processors.map(({ findings }) => findings.filter((finding) => finding.rule === rule).reduce((sum, { cases }) => sum + cases, 0));
        const positions = [...counts.keys()].filter((position) => counts[position] !== 0);
        const total = formatCount(counts.reduce((sum, count) => sum + count, 0));
        table.push([
            isInformation(rules, rule) ? `${rule} (information)` : rule,
            ...(isSummed
                ? [total, marksText(positions, processors.length)]
                : counts.map((count) => (count === 0 ? "" : formatCount(count)))),
        ]);
    }
    return table.toString();
}
function variantLines({ footer: { variants }, processors, columns }) {
    if (variants.length === 0)
        return "";
    const places = new Map(processors.map(({ identity }, position) => [processorKey(identity), position]));
    const shown = new Map();
    for (const { processor, variant, alternatives } of variants) {
        const row = JSON.stringify([variant, alternatives.join(" and ")]);
        const position = places.get(processorKey(processor));
        shown.set(row, [...(shown.get(row) ?? []), ...(position === undefined ? [] : [position])]);
    }
    const rows = [...shown].map(([row, positions]) => [
        ...JSON.parse(row),
        marksText(positions, processors.length),
    ]);
    const sorted = rows.toSorted(([left = ""], [right = ""]) => left.localeCompare(right));
    const lines = indented(hanging(sorted, columns - 2));
    return ["Where manuals leave a choice, the processors showed:", ...lines].join("\n");
}
function skipLines({ footer: { skipReasons }, columns }) {
    if (skipReasons.length === 0)
        return "";
    const rows = skipReasons.map(({ processor, reason, cases }) => [
        counted(cases, "case"),
        processorText(processor),
        reason,
    ]);
    return ["Skipped:", ...indented(hanging(rows, columns - 2))].join("\n");
}
const WIDEST_LIST = 100;
function notExercisedLines({ footer: { exercised, notExercised }, only, columns }) {
    const noun = only === undefined ? "rule" : "selected rule";
    const total = exercised.length + notExercised.length;
    const verb = total === 1 ? "was" : "were";
    if (exercised.length === 0)
        return `Of ${counted(total, noun)} none was exercised.`;
    if (notExercised.length === 0) {
        const all = total === 1 ? `1 ${noun}` : total === 2 ? `Both ${noun}s` : `All ${counted(total, noun)}`;
        return `${all} ${verb} exercised.`;
    }
    return [
        `${formatCount(exercised.length)} of ${counted(total, noun)} were exercised. Not exercised:`,
        ...wrapped([`  ${notExercised.join(" ")}`], Math.min(WIDEST_LIST, columns), 0),
    ].join("\n");
}
function closingLines(options) {
    const { footer, seed, only, processors, rules, paint, columns, blocks } = options;
    const { totals, findings, interrupted, exitCode } = footer;
    const which = only === undefined ? ", " : ` that exercise ${only.join(", ")}: `;
    const counts = [
        `${counted(totals.cases, "case")}${which}${formatCount(totals.pass)} pass`,
        `${formatCount(totals.fail)} fail`,
        `${formatCount(totals.skip)} skip`,
        `${formatCount(totals.error)} error`,
        `${formatCount(totals.maskedBits)} bits not compared because no manual specifies them`,
        `${totals.seconds.toFixed(1)} s`,
        `seed ${seed}`,
    ].join(", ");
    const broken = new Set(processors.flatMap((each) => each.findings.map(({ rule }) => rule)));
    const failed = [...broken].filter((rule) => !isInformation(rules, rule)).length;
    const about = findings === 0 ? "" : ` about ${counted(failed, "rule")}`;
    const shared = blocks > 0 && blocks < findings ? ` (${formatCount(blocks)} across models)` : "";
    const colour = exitCode === 0 ? paint.good : exitCode === 5 ? paint.bad : paint.notice;
    const verdict = colour(`${counted(findings, "finding")}${about}${shared}; exit code ${exitCode}`);
    const end = interrupted ? `${paint.notice("interrupted")}; ${verdict}` : verdict;
    return wrapped([counts, end], columns, 2).join("\n");
}
function indented(lines) {
    return lines.map((line) => `  ${line}`);
}
