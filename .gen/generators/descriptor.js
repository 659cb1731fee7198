/** 8-byte segment descriptors and how their fields are packed. */
import { DrawnArbitrary } from "./drawn-arbitrary.js";
import { fromWords } from "./random-bits.js";
import { simplerValues } from "./simplify.js";
import { weighted } from "./weighted.js";
import { DESCRIPTOR } from "./weights.js";
/** The 64-bit value of a descriptor. Intel SDM Vol. 3A, 3.4.5; AMD APM Vol. 2, 4.7. */
export function packDescriptor(fields) {
    const { base, limit, type, s, dpl, p, avl, l, db, g } = fields;
    const attributes = type | (s << 4) | (dpl << 5) | (p << 7) | (avl << 12) | (l << 13) | (db << 14) | (g << 15);
    const low = ((base & 0xffff) << 16) | (limit & 0xffff);
    const high = (base & 0xff00_0000) | ((base >>> 16) & 0xff) | (attributes << 8) | (limit & 0xf_0000);
    return fromWords(high >>> 0, low >>> 0);
}
const KINDS = weighted(DESCRIPTOR);
/** Types with S=0 that exist in long mode: LDT, TSS available and busy, call, interrupt and trap gate. */
const SYSTEM_TYPES = [0x2, 0x9, 0xb, 0xc, 0xe, 0xf];
class Descriptor extends DrawnArbitrary {
    draw(bits) {
        const kind = KINDS.pick(bits);
        if (kind === "null")
            return 0n;
        if (kind === "uniform")
            return bits.value64();
        const word = bits.word();
        const flat = (word & 3) !== 0;
        const dpl = (word >>> 2) & 3;
        const p = (word & 0x70) === 0 ? 0 : 1;
        const avl = (word >>> 7) & 1;
        const base = flat ? 0 : bits.word();
        const limit = flat ? 0xf_ffff : bits.word() & 0xf_ffff;
        const g = flat ? 1 : (word >>> 8) & 1;
        switch (kind) {
            case "code": {
                const l = (word >>> 9) & 1;
                // L and D together are what far transfers must refuse, so the table may hold it.
                const db = l === 0 ? (word >>> 10) & 1 : (word & 0x3800) === 0 ? 1 : 0;
                return packDescriptor({ base, limit, type: 8 | ((word >>> 14) & 7), s: 1, dpl, p, avl, l, db, g });
            }
            case "data":
                return packDescriptor({
                    base,
                    limit,
                    type: (word >>> 14) & 7,
                    s: 1,
                    dpl,
                    p,
                    avl,
                    l: 0,
                    db: (word >>> 10) & 1,
                    g,
                });
            case "system":
                return packDescriptor({
                    base,
                    limit: bits.word() & 0xffff,
                    type: bits.oneOf(SYSTEM_TYPES),
                    s: 0,
                    dpl,
                    p,
                    avl: 0,
                    l: 0,
                    db: 0,
                    g: 0,
                });
        }
    }
    admits(value) {
        return typeof value === "bigint" && BigInt.asUintN(64, value) === value;
    }
    simpler(value) {
        return simplerValues(value);
    }
}
/** A descriptor of any kind: code, data, system, null, or 64 random bits. */
export function descriptor() {
    return new Descriptor();
}
const isCode = (value) => ((value >> 43n) & 3n) === 3n;
const isData = (value) => ((value >> 43n) & 3n) === 2n;
/** What `descriptor()` must hit. */
export const DESCRIPTOR_REACH = [
    { name: "null", least: 0.05, matches: (value) => value === 0n },
    { name: "code", least: 0.3, matches: isCode },
    { name: "64-bit code", least: 0.1, matches: (value) => isCode(value) && ((value >> 53n) & 3n) === 1n },
    {
        name: "code with L and D",
        least: 0.01,
        matches: (value) => isCode(value) && ((value >> 53n) & 3n) === 3n,
    },
    { name: "data", least: 0.2, matches: isData },
    { name: "system", least: 0.1, matches: (value) => value !== 0n && ((value >> 44n) & 1n) === 0n },
    { name: "not present", least: 0.1, matches: (value) => ((value >> 47n) & 1n) === 0n },
];
