/** 64-bit addresses that gather where canonicality, and truncation to 32 bits, change the answer. */
import { isCanonical } from "./canonical.js";
import { DrawnArbitrary } from "./drawn-arbitrary.js";
import { fromWords } from "./random-bits.js";
import { simplerValues } from "./simplify.js";
import { weighted } from "./weighted.js";
import { ADDRESS, CANONICAL_ADDRESS } from "./weights.js";
const ALL_ONES = (1n << 64n) - 1n;
const DELTAS = [-4096n, -16n, -8n, -2n, -1n, 0n, 1n, 2n, 4096n];
/** The values around 2^bit and around its mirror 2^64 - 2^bit. */
function edges(bit) {
    return [1n << bit, (1n << 64n) - (1n << bit)].flatMap((edge) => DELTAS.map((delta) => edge + delta));
}
const WORD_EDGES = [...edges(32n), ...edges(31n), ...edges(63n)];
const EXTREMES = [0n, 1n, ALL_ONES - 1n, ALL_ONES];
/** Where an address of `width` bits stops being canonical, both sides of both edges. */
const CANONICAL_EDGES = {
    48: edges(47n),
    57: edges(56n),
};
/** A random address that is canonical in `width` bits, anywhere in both halves. */
function spread(bits, width) {
    const shift = 64 - width;
    return fromWords(((bits.word() << shift) >> shift) >>> 0, bits.word());
}
class Address extends DrawnArbitrary {
    options;
    kinds;
    widthEdges;
    otherEdges;
    extremes;
    constructor(options) {
        super();
        const { width, canonicalOnly } = options;
        const allowed = (value) => !canonicalOnly || isCanonical(value, width);
        const otherWidth = width === 48 ? 57 : 48;
        this.options = options;
        this.kinds = weighted(canonicalOnly ? CANONICAL_ADDRESS : ADDRESS);
        this.widthEdges = CANONICAL_EDGES[width].filter(allowed);
        this.otherEdges = [...CANONICAL_EDGES[otherWidth], ...WORD_EDGES].filter(allowed);
        this.extremes = EXTREMES.filter(allowed);
    }
    draw(bits) {
        switch (this.kinds.pick(bits)) {
            case "edge":
                return bits.oneOf(this.widthEdges);
            case "otherEdge":
                return bits.oneOf(this.otherEdges);
            case "extreme":
                return bits.oneOf(this.extremes);
            case "low":
                return bits.value32();
            case "canonical":
                return spread(bits, this.options.width);
            case "uniform":
                return bits.value64();
        }
    }
    admits(value) {
        return (typeof value === "bigint" &&
            BigInt.asUintN(64, value) === value &&
            (!this.options.canonicalOnly || isCanonical(value, this.options.width)));
    }
    *simpler(value) {
        for (const candidate of simplerValues(value))
            if (this.admits(candidate))
                yield candidate;
    }
}
/** Any 64-bit value, often near the edge of the canonical addresses of `width` bits. */
export function address(width) {
    return new Address({ width, canonicalOnly: false });
}
/** Only addresses that are canonical in `width` bits, often the outermost ones. */
export function canonicalAddress(width) {
    return new Address({ width, canonicalOnly: true });
}
/** What `address(width)` must hit. */
export function addressReach(width) {
    const edge = 1n << BigInt(width - 1);
    return [
        { name: "not canonical", least: 0.25, matches: (value) => !isCanonical(value, width) },
        { name: "canonical", least: 0.4, matches: (value) => isCanonical(value, width) },
        {
            name: "the last canonical address of the lower half",
            least: 0.005,
            matches: (value) => value === edge - 1n,
        },
        { name: "the first address beyond the lower half", least: 0.005, matches: (value) => value === edge },
        { name: "upper half", least: 0.1, matches: (value) => value >> 63n === 1n && isCanonical(value, width) },
        {
            name: "canonical in 57 bits but not in 48",
            least: 0.05,
            matches: (value) => isCanonical(value, 57) && !isCanonical(value, 48),
        },
        { name: "fits 32 bits", least: 0.05, matches: (value) => value >> 32n === 0n },
    ];
}
