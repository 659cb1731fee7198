import { findingBlock } from "./finding-block.js";
import { mergeModels } from "./merge-models.js";
import { paintFor } from "./paint.js";
import { processorKey, processorText } from "./processor-text.js";
import { isInformation } from "./rule-text.js";
import { counted } from "./plural.js";
import { summary } from "./summary.js";
import { troubleKey, troubleText } from "./trouble-text.js";
import { wrapped } from "./wrap.js";
const NOTHING = { cases: 0, pass: 0, fail: 0, skip: 0, error: 0, seconds: 0, maskedBits: 0 };
/**
 * A report that prints to a terminal, or to whatever stands in for one. Findings wait until all models
 * of their product have run, so that each is told once.
 */
export function terminalReport(options) {
    const { write, rules, command, replay, plain, columns = Number.POSITIVE_INFINITY } = options;
    const paint = paintFor(options.coloured);
    const processors = new Map();
    /** How often each trouble happened. */
    const troubles = new Map();
    let waiting = [];
    let header;
    let failures = 0;
    let blocks = 0;
    /** Prints the findings that wait, unless `next` is of the same product. */
    const flush = (next) => {
        const [first] = waiting;
        if (first === undefined || (next !== undefined && isSameProduct(first.processor, next)))
            return;
        for (const merged of mergeModels(waiting)) {
            const number = ++blocks;
            if (!isInformation(rules, merged.finding.rule))
                failures++;
            const block = { number, replay: replay(merged.finding), rules, command, plain, paint, columns };
            write(`\n${findingBlock(merged, block)}`);
        }
        waiting = [];
    };
    return {
        header: (begun) => {
            header = begun;
            for (const { identity } of begun.processors) {
                processors.set(processorKey(identity), { identity, totals: NOTHING, findings: [] });
            }
            write(wrapped(headerText(begun).split("\n"), columns).join("\n"));
        },
        progress: (processor, totals) => {
            flush(processor);
            const known = processors.get(processorKey(processor));
            if (known !== undefined)
                known.totals = totals;
        },
        finding: (finding) => {
            flush(finding.processor);
            const known = processors.get(processorKey(finding.processor));
            if (known !== undefined)
                known.findings = [...known.findings, finding];
            waiting.push(finding);
        },
        trouble: (trouble) => {
            const key = troubleKey(trouble);
            const known = troubles.get(key);
            troubles.set(key, { trouble: known?.trouble ?? trouble, times: (known?.times ?? 0) + 1 });
            if (known === undefined) {
                write(`\n${wrapped(troubleText(trouble, paint).split("\n"), columns).join("\n")}\n`);
            }
        },
        footer: (footer) => {
            flush();
            const summed = summary({
                footer,
                seed: header?.seed ?? 0,
                only: header?.only,
                processors: [...processors.values()],
                troubles: [...troubles.values()],
                blocks: failures,
                rules,
                paint,
                columns,
            });
            write(`\n${summed}`);
        },
        close: async () => {
            flush();
            await Promise.resolve();
        },
    };
}
function isSameProduct(one, other) {
    return one.name === other.name && one.version === other.version && one.vendor === other.vendor;
}
function headerText({ seed, generatorVersion, processors, cases, only }) {
    const each = cases === undefined ? [] : [`${counted(cases, "case")} each`];
    const drawn = cases === undefined ? "of the cases" : `of ${counted(cases, "case")} each`;
    const narrowed = only === undefined ? each : [`${drawn} only those that exercise ${only.join(", ")}`];
    return [
        [`ringcross: seed ${seed}`, `generators ${generatorVersion}`, ...narrowed].join(", "),
        ...processors.map(({ identity }) => `  ${processorText(identity)}`),
        "",
    ].join("\n");
}
