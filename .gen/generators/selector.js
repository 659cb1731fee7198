/** 16-bit selectors. */
import { DrawnArbitrary } from "./drawn-arbitrary.js";
import { simplerNumbers } from "./simplify.js";
import { weighted } from "./weighted.js";
import { SELECTOR } from "./weights.js";
const KINDS = weighted(SELECTOR);
/** Selectors from which +8 and +16 wrap around 16 bits. */
const WRAPPING = [0xffe8, 0xfff0, 0xfff8];
class Selector extends DrawnArbitrary {
    draw(bits) {
        const word = bits.word();
        const rpl = word & 3;
        switch (KINDS.pick(bits)) {
            case "null":
                return rpl;
            case "table":
                return (((word >>> 2) & 0x1f) << 3) | rpl;
            case "local":
                return (((word >>> 2) & 0xf) << 3) | 4 | rpl;
            case "wrapping":
                return WRAPPING[(word >>> 2) % 3] | rpl;
            case "uniform":
                return word >>> 16;
        }
    }
    admits(value) {
        return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 0xffff;
    }
    simpler(value) {
        return simplerNumbers(value);
    }
}
/** A selector: of a small table entry, null with any RPL, local, or close to the top of 16 bits. */
export function selector() {
    return new Selector();
}
/** What `selector()` must hit. */
export const SELECTOR_REACH = [
    { name: "null", least: 0.08, matches: (value) => (value & 0xfffc) === 0 },
    { name: "null with an RPL", least: 0.04, matches: (value) => value > 0 && value < 4 },
    { name: "local table", least: 0.05, matches: (value) => (value & 4) !== 0 },
    { name: "+8 wraps", least: 0.01, matches: (value) => value >= 0xfff8 },
    { name: "+16 wraps", least: 0.02, matches: (value) => value >= 0xfff0 },
    ...[0, 1, 2, 3].map((rpl) => ({
        name: `RPL ${rpl}`,
        least: 0.15,
        matches: (value) => (value & 3) === rpl,
    })),
];
