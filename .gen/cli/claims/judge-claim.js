import { judgedEnd } from "../../harness/landing.js";
import { formatEnd, formatValue } from "../../harness/report/notation.js";
import { field } from "../../spec/fields.js";
/** Judges one answer by the end and the fields that the experiment names; what was not seen does not count. */
export function judgeClaim({ law, notes }, { testCase, observation, capabilities }) {
    const { after, unseen = [] } = observation;
    const end = formatEnd(judgedEnd(testCase, observation));
    const visible = (name) => unseen.includes(name) ? 0n : (capabilities.fields.get(name)?.seen ?? -1n) & field(name).mask;
    const fits = (outcome) => end === outcome.end &&
        entries(outcome.after).every(([name, wanted]) => {
            const seen = visible(name);
            return seen === 0n || holds(wanted, field(name).get(after), seen);
        });
    const names = new Set([...entries(law.after), ...entries(notes?.after ?? {})].map(([name]) => name));
    const values = [...names]
        .filter((name) => visible(name) !== 0n)
        .map((name) => `${name} ${formatValue(name, field(name).get(after))}`);
    return {
        side: fits(law) ? "law" : notes !== undefined && fits(notes) ? "notes" : "neither",
        text: joined(end, values),
    };
}
/** An outcome in one line: `retired; cpl 0, ss.selector 0x002b or 0x0028`. */
export function outcomeText({ end, after }) {
    return joined(end, entries(after).map(([name, wanted]) => `${name} ${wantedText(name, wanted)}`));
}
function entries(fields) {
    return Object.entries(fields);
}
function holds(wanted, observed, seen) {
    const is = (value, bits = -1n) => ((observed ^ BigInt(value)) & seen & bits) === 0n;
    if (typeof wanted !== "object")
        return is(wanted);
    if (Array.isArray(wanted))
        return wanted.some((value) => is(value));
    return "not" in wanted ? !is(wanted.not) : is(wanted.value, BigInt(wanted.bits));
}
function wantedText(name, wanted) {
    const text = (value) => formatValue(name, BigInt(value));
    if (typeof wanted !== "object")
        return text(wanted);
    if (Array.isArray(wanted))
        return wanted.map(text).join(" or ");
    return "not" in wanted ? `not ${text(wanted.not)}` : `${text(wanted.value)} in bits ${text(wanted.bits)}`;
}
function joined(end, values) {
    return values.length === 0 ? end : `${end}; ${values.join(", ")}`;
}
