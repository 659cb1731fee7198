/** ModRM, SIB and displacement as the generators write them; a test holds this against the oracle's decoder. */
import { GPR_NAMES } from "../spec/fields.js";
import { weighted } from "./weighted.js";
import { ADDRESS_FORM } from "./weights.js";
const FORMS_16 = [
    ["rbx", "rsi"],
    ["rbx", "rdi"],
    ["rbp", "rsi"],
    ["rbp", "rdi"],
    ["rsi", undefined],
    ["rdi", undefined],
    ["rbp", undefined],
    ["rbx", undefined],
];
/** The address size of an instruction: 67h switches the default of the code. */
export function addressSizeOf(prefixes, mode, db) {
    const switched = prefixes.includes(0x67);
    if (mode === "64")
        return switched ? 32 : 64;
    return (db === 1) === switched ? 16 : 32;
}
/** What a tail names; undefined for a register. */
export function readTail(tail, context) {
    const modrm = tail[0] ?? 0;
    const mod = modrm >> 6;
    const rm = modrm & 7;
    if (mod === 3)
        return undefined;
    const { rex, addressSize, long } = context;
    if (addressSize === 16) {
        const bare = mod === 0 && rm === 6;
        const [base, index] = bare ? [undefined, undefined] : FORMS_16[rm];
        return form(tail, { base, index, scale: 1 }, 1, bare || mod === 2 ? 2 : mod);
    }
    const size = mod === 2 ? 4 : mod;
    if (rm === 4) {
        const sib = tail[1] ?? 0;
        const number = ((sib >> 3) & 7) | ((rex & 2) << 2);
        const index = number === 4 ? undefined : GPR_NAMES[number];
        const bare = mod === 0 && (sib & 7) === 5;
        const base = bare ? undefined : GPR_NAMES[(sib & 7) | ((rex & 1) << 3)];
        return form(tail, { base, index, scale: 1 << (sib >> 6) }, 2, bare ? 4 : size);
    }
    if (rm === 5 && mod === 0)
        return form(tail, { base: long ? "rip" : undefined, index: undefined, scale: 1 }, 1, 4);
    return form(tail, { base: GPR_NAMES[rm | ((rex & 1) << 3)], index: undefined, scale: 1 }, 1, size);
}
function form(tail, of, displacementAt, displacementSize) {
    let displacement = 0n;
    for (let at = displacementSize - 1; at >= 0; at--) {
        displacement = (displacement << 8n) | BigInt(tail[displacementAt + at] ?? 0);
    }
    if (displacementSize > 0)
        displacement = BigInt.asIntN(8 * displacementSize, displacement);
    return { ...of, displacement, displacementAt, displacementSize, length: displacementAt + displacementSize };
}
/** The tail with another displacement, of which the low bytes are taken. */
export function withDisplacement(tail, { displacementAt, displacementSize }, displacement) {
    return tail.map((byte, at) => {
        const index = at - displacementAt;
        return index < 0 || index >= displacementSize
            ? byte
            : Number((displacement >> BigInt(8 * index)) & 0xffn);
    });
}
/** The offset that a form names; `next` is the RIP after the instruction. */
export function offsetOf({ base, index, scale, displacement }, state, options) {
    const from = base === "rip" ? options.next : base === undefined ? 0n : state[base];
    const indexed = index === undefined ? 0n : state[index] * BigInt(scale);
    return BigInt.asUintN(options.addressSize, from + indexed + displacement);
}
/** The segment that a memory operand goes through, given the prefixes. */
export function segmentOf(form, prefixes, mode) {
    const overrides = [
        [0x26, "es"],
        [0x2e, "cs"],
        [0x36, "ss"],
        [0x3e, "ds"],
        [0x64, "fs"],
        [0x65, "gs"],
    ];
    for (const byte of prefixes.toReversed()) {
        const found = overrides.find(([prefix]) => prefix === byte);
        if (found !== undefined && (mode !== "64" || byte >= 0x64))
            return found[1];
    }
    return form.base === "rsp" || form.base === "rbp" ? "ss" : "ds";
}
const FORMS_64 = weighted(ADDRESS_FORM);
const FORMS_32 = weighted(ADDRESS_FORM, ["base", "base8", "base32", "index", "absolute"]);
/** A random tail for a memory operand, displacement 0 where it must be found later; `rex` gets its X and B bits. */
export function drawMemoryTail(bits, options) {
    const { reg, addressSize, long } = options;
    const middle = (reg & 7) << 3;
    const displacement8 = bits.word() & 0xff;
    if (addressSize === 16) {
        const rm = bits.below(8);
        switch (bits.below(3)) {
            case 0:
                return { tail: rm === 6 ? [middle | 6, 0, 0] : [middle | rm], rex: 0 };
            case 1:
                return { tail: [0x40 | middle | rm, displacement8], rex: 0 };
            default:
                return { tail: [0x80 | middle | rm, displacement8, bits.word() & 0xff], rex: 0 };
        }
    }
    const rex = long && bits.chance(300) ? 0x40 | (bits.word() & 3) : 0;
    // 4 asks for a SIB byte, and 5 without displacement for none of them.
    const rm = bits.oneOf([0, 1, 2, 3, 5, 6, 7]);
    const four = [displacement8, bits.word() & 0xff, bits.word() & 0xff, bits.word() & 0xff];
    switch ((long ? FORMS_64 : FORMS_32).pick(bits)) {
        case "base":
            return { tail: [middle | (rm === 5 ? 3 : rm)], rex: rex & ~2 };
        case "base8":
            return { tail: [0x40 | middle | rm, displacement8], rex: rex & ~2 };
        case "base32":
            return { tail: [0x80 | middle | rm, ...four], rex: rex & ~2 };
        case "index": {
            const base = bits.below(8);
            const index = bits.oneOf([0, 1, 2, 3, 4, 5, 6, 7].filter((number) => number !== base));
            return { tail: [0x40 | middle | 4, (bits.below(4) << 6) | (index << 3) | base, displacement8], rex };
        }
        case "absolute":
            return { tail: long ? [middle | 4, 0x25, 0, 0, 0, 0] : [middle | 5, 0, 0, 0, 0], rex: 0 };
        case "rip":
            return { tail: [middle | 5, 0, 0, 0, 0], rex: 0 };
    }
}
