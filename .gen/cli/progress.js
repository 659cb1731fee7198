/** How far a run has come: a bar on a terminal, a plain line now and then elsewhere. */
import { SingleBar } from "cli-progress";
import { counted, formatCount } from "../harness/report/plural.js";
import { processorKey, processorText } from "../harness/report/processor-text.js";
/** Between two plain lines, in milliseconds. */
const PLAIN_INTERVAL = 5_000;
/** A bar when `stream` is a terminal, otherwise plain lines. */
export function progress(options) {
    return options.stream.isTTY ? bar(options) : plainLines(options);
}
function facts(totals, findings) {
    const { cases, seconds } = totals;
    const rate = seconds > 0 ? [`${formatCount(Math.round(cases / seconds))} cases/s`] : [];
    return [counted(cases, "case"), ...rate, counted(findings, "finding")].join(", ");
}
const SHRINKING = "; making their examples small";
const WIDE = 110;
const WIDE_BAR = 24;
const NARROW_BAR = 12;
function barSize(columns) {
    return columns >= WIDE ? WIDE_BAR : NARROW_BAR;
}
/**
 * The texts that fit a terminal of so many columns: the processor's name gives way first, then the number
 * of cases, which the percentage tells too.
 */
export function barTexts({ identity, totals, findings }, { columns, isShrinking }) {
    const { name, model, vendor } = identity;
    const rate = totals.seconds > 0 ? [`${formatCount(Math.round(totals.cases / totals.seconds))} cases/s`] : [];
    const short = isShrinking
        ? `${counted(findings, "finding")}, shrinking`
        : [...rate, counted(findings, "finding")].join(", ");
    const long = facts(totals, findings) + (isShrinking ? SHRINKING : "");
    // The last column stays free.
    const taken = `  ${"=".repeat(barSize(columns))} 100 % | `.length;
    const room = (detail) => columns - taken - detail.length;
    const whole = processorText(identity);
    if (whole.length <= room(long))
        return { name: whole, detail: long };
    const names = [whole, `${name} ${model}`, model].filter((each) => each !== "" && each !== vendor);
    const fitting = names.find((each) => each.length <= room(short));
    const cut = (names.at(-1) ?? name).slice(0, Math.max(room(short) - 1, 1));
    return { name: fitting ?? `${cut}…`, detail: short };
}
function bar({ stream, cases, time }) {
    const hasEnd = cases !== undefined || time !== undefined;
    const format = hasEnd ? "{name} {bar} {percentage} % | {detail}" : "{name} | {detail}";
    let current;
    const stop = () => {
        current?.bar.stop();
        current = undefined;
    };
    const show = (processor, totals, findings, isShrinking) => {
        const key = processorKey(processor);
        if (current !== undefined && current.key !== key)
            stop();
        const { columns } = stream;
        const payload = barTexts({ identity: processor, totals, findings }, { columns, isShrinking });
        const value = cases === undefined ? totals.seconds * 1000 : totals.cases;
        if (current === undefined) {
            const options = { stream, format, barsize: barSize(columns), clearOnComplete: true, hideCursor: null };
            current = { key, bar: new SingleBar(options) };
            current.bar.start(cases ?? time ?? 1, value, payload);
        }
        else
            current.bar.update(value, payload);
    };
    return {
        update: (processor, totals, findings) => {
            show(processor, totals, findings, false);
        },
        shrinking: (processor, totals, findings) => {
            if (findings > 0)
                show(processor, totals, findings, true);
        },
        around: (print) => {
            stop();
            print();
        },
        stop,
    };
}
function plainLines({ stream, clock = Date.now }) {
    let last = clock();
    const line = (processor, text) => {
        last = clock();
        stream.write(`${processorText(processor)}: ${text}\n`);
    };
    return {
        update: (processor, totals, findings) => {
            if (clock() - last >= PLAIN_INTERVAL)
                line(processor, facts(totals, findings));
        },
        shrinking: (processor, totals, findings) => {
            line(processor, facts(totals, findings) + (findings > 0 ? SHRINKING : ""));
        },
        around: (print) => {
            print();
        },
        stop: () => { },
    };
}
