/**
 * Laws that need no oracle: they hold what a processor did once against what it did another time,
 * or against the state before. A processor that breaks one contradicts itself, whatever manuals say.
 */
import { field, FIELD_NAMES } from "../../spec/fields.js";
import { formatEnd, formatValue, formatWrites } from "../report/notation.js";
/** Instructions that name all that they read and write, and touch no memory. */
export const PLAIN_INSTRUCTIONS = [
    "syscall",
    "sysret",
    "swapgs",
    "rdmsr",
    "wrmsr",
    "rdfsbase",
    "rdgsbase",
    "wrfsbase",
    "wrgsbase",
];
/** Resume flag: every instruction that completes clears it, and a fault's own value is not specified. */
export const RF = 1n << 16n;
/** The difference in one field, if the bits of `mask` differ and are visible. */
export function fieldDifference(name, values) {
    const { wanted, observed, mask } = values;
    if (((wanted ^ observed) & mask) === 0n)
        return [];
    return [{ field: name, wanted: formatValue(name, wanted), observed: formatValue(name, observed) }];
}
/** The differences between a state and the one that is wanted, but for the bits that `except` gives. */
export function stateDifferences(wanted, observed, options) {
    const { visible, except } = options;
    return FIELD_NAMES.flatMap((name) => {
        const { get } = field(name);
        const values = { wanted: get(wanted), observed: get(observed) };
        if (values.wanted === values.observed)
            return [];
        return fieldDifference(name, { ...values, mask: visible(name) & ~except(name) });
    });
}
/** The difference between two ends. */
export function endDifference(wanted, { observation }) {
    const observed = formatEnd(observation.end);
    return observed === wanted ? [] : [{ field: "end", wanted, observed }];
}
/** The difference between the memory that was written and that which should have been. */
export function memoryDifference(wanted, { observation }) {
    const [expected, observed] = [formatWrites(wanted), formatWrites(observation.writes)];
    return expected === observed ? [] : [{ field: "memory", wanted: expected, observed }];
}
