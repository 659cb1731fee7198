/**
 * Whether two observers of one processor saw the same. Only what both see is compared; where they
 * differ one of them is wrong, and that is no matter of the processor.
 */
import { FIELD_NAMES, field } from "../spec/fields.js";
import { judgedEnd } from "./landing.js";
/** Everything in which the two answers to `testCase` differ. */
export function sightDifferences(testCase, first, second) {
    const differences = [];
    const ends = [first, second].map(({ observation }) => judgedEnd(testCase, observation));
    if (endText(ends[0]) !== endText(ends[1])) {
        differences.push({ field: "end", first: ends[0], second: ends[1] });
    }
    for (const name of FIELD_NAMES) {
        const { get } = field(name);
        const mask = seenBy(first, name) & seenBy(second, name);
        const values = [first, second].map(({ observation }) => get(observation.after) & mask);
        if (values[0] !== values[1])
            differences.push({ field: name, first: values[0], second: values[1] });
    }
    const writes = [first, second].map(({ observation }) => observation.writes);
    if (writesText(writes[0]) !== writesText(writes[1])) {
        differences.push({ field: "memory", first: writes[0], second: writes[1] });
    }
    return differences;
}
/** Bits of a field that an answer really shows. */
function seenBy({ observation, capabilities }, name) {
    if (observation.unseen?.includes(name) === true)
        return 0n;
    return (capabilities.fields.get(name)?.seen ?? -1n) & field(name).mask;
}
function endText(end) {
    return end.kind === "exception" ? `${end.vector} ${end.errorCode} ${end.address}` : end.kind;
}
function writesText(writes) {
    return writes.map(({ linear, bytes }) => `${linear}: ${bytes.join(" ")}`).join("; ");
}
