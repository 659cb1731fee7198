/** Ends, values and differences in the architecture's own notation: `#GP(0) at CPL 0`. */
import { field } from "../../spec/fields.js";
import { bitNames } from "./bit-names.js";
import { formatBytes } from "./disassemble.js";
const EXCEPTION_NAMES = new Map([
    [0, "#DE"],
    [1, "#DB"],
    [2, "NMI"],
    [3, "#BP"],
    [4, "#OF"],
    [5, "#BR"],
    [6, "#UD"],
    [7, "#NM"],
    [8, "#DF"],
    [10, "#TS"],
    [11, "#NP"],
    [12, "#SS"],
    [13, "#GP"],
    [14, "#PF"],
    [16, "#MF"],
    [17, "#AC"],
    [18, "#MC"],
    [19, "#XM"],
    [20, "#VE"],
    [21, "#CP"],
]);
/** `0` for zero, else `0x` and lower-case digits; 64-bit values are `0x00008000_00000000`. */
export function formatHex(value, width) {
    if (value === 0n)
        return "0";
    const digits = value.toString(16);
    if (width < 64)
        return `0x${digits.padStart(Math.ceil(width / 4), "0")}`;
    const padded = digits.padStart(16, "0");
    return `0x${padded.slice(0, 8)}_${padded.slice(8)}`;
}
/** The value of one field as reports print it: single bits and levels in decimal, the rest in hex. */
export function formatValue(name, value) {
    const { width } = field(name);
    return width <= 2 ? value.toString() : formatHex(value, width);
}
/** `#GP(0)`, `#UD`, `#PF(0x14)`; a vector without a name is `exception 9`. */
export function formatException(vector, errorCode) {
    const name = EXCEPTION_NAMES.get(vector) ?? `exception ${vector}`;
    if (errorCode === undefined)
        return name;
    return `${name}(${formatHex(BigInt(errorCode), 4)})`;
}
/** How a step ended, and at which privilege level: `retired at CPL 3`, `#GP(0) at CPL 0`. */
export function formatEnd(end, cpl) {
    const level = cpl === undefined ? "" : ` at CPL ${cpl}`;
    switch (end.kind) {
        case "retired":
            return `retired${level}`;
        case "exception": {
            const address = end.address === undefined ? "" : `, address ${formatHex(end.address, 64)}`;
            return `${formatException(end.vector, end.errorCode)}${level}${address}`;
        }
        case "shutdown":
            return "shutdown (triple fault)";
        case "timeout":
            return "no end within the time limit";
    }
}
/** The bits of a field on which prediction and observation disagree. */
export function differingBits(difference) {
    return (difference.predicted ^ difference.observed) & difference.mask;
}
/** Memory that changed: `0x00000000_00600000: 01 02`, or `not written`. */
export function formatWrites(writes) {
    if (writes.length === 0)
        return "not written";
    return writes.map(({ linear, bytes }) => `${formatHex(linear, 64)}: ${formatBytes(bytes)}`).join("; ");
}
/** A difference in words; for an end, the levels come from the caller. */
export function formatDifference(difference, cpl = {}) {
    if (difference.field === "end") {
        return {
            field: "end",
            predicted: formatEnd(difference.predicted, cpl.predicted),
            observed: formatEnd(difference.observed, cpl.observed) + (difference.moved === true ? ", at the next RIP" : ""),
            bits: "",
        };
    }
    if (difference.field === "memory") {
        return {
            field: "memory",
            predicted: formatWrites(difference.predicted),
            observed: formatWrites(difference.observed),
            bits: "",
        };
    }
    const { width } = field(difference.field);
    return {
        field: difference.field,
        predicted: formatValue(difference.field, difference.predicted),
        observed: formatValue(difference.field, difference.observed),
        bits: width <= 2 ? "" : bitsText(difference),
    };
}
/** Many scattered bits are a different value, not a list of bits. */
const MOST_BITS = 6;
function bitsText(difference) {
    const names = bitNames(difference.field, differingBits(difference));
    return names.length > MOST_BITS || (names.length > 2 && names.every((name) => name.startsWith("bit")))
        ? ""
        : names.join(", ");
}
