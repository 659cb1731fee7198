/** RFLAGS: valid images for the state before, and any image for R11. */
import { DrawnArbitrary } from "./drawn-arbitrary.js";
import { fromWords } from "./random-bits.js";
import { simplerValues } from "./simplify.js";
import { weighted } from "./weighted.js";
import { FLAGS_IMAGE, RFLAGS } from "./weights.js";
/** CF PF AF ZF SF OF. */
const STATUS = 0x8d5;
/** Bit 1, which always reads 1. */
export const FIXED = 0x2n;
const TF = 0x100;
const RF = 0x1_0000;
const VM = 0x2_0000;
/** Bits 3, 5 and 15, which always read 0. */
const RESERVED_LOW = 0x8028;
const ALL_ONES = (1n << 64n) - 1n;
/** The groups of RFLAGS that generators draw and shrinking resets one by one, with their bits. */
export const RFLAGS_GROUPS = {
    tf: 1n << 8n,
    if: 1n << 9n,
    df: 1n << 10n,
    iopl: 3n << 12n,
    nt: 1n << 14n,
    rf: 1n << 16n,
    ac: 1n << 18n,
    vif: 1n << 19n,
    vip: 1n << 20n,
    id: 1n << 21n,
    status: BigInt(STATUS),
};
/** Every bit that can be 1 in protected and long mode. */
export const RFLAGS_VALID = Object.values(RFLAGS_GROUPS).reduce((all, mask) => all | mask, FIXED);
const SINGLE_BITS = Object.entries(RFLAGS_GROUPS)
    .filter(([group]) => group !== "status" && group !== "iopl")
    .map(([group, mask]) => [Number(mask), RFLAGS[group]]);
/** The low 22 bits of a valid image. */
function drawLow(bits) {
    let image = 2;
    for (const [mask, perMille] of SINGLE_BITS)
        if (bits.chance(perMille))
            image |= mask;
    if (bits.chance(RFLAGS.iopl))
        image |= bits.below(4) << 12;
    if (bits.chance(RFLAGS.status))
        image |= bits.word() & STATUS;
    return image;
}
class Rflags extends DrawnArbitrary {
    draw(bits) {
        return BigInt(drawLow(bits));
    }
    admits(value) {
        return typeof value === "bigint" && (value & ~RFLAGS_VALID) === 0n && (value & FIXED) !== 0n;
    }
    *simpler(value) {
        yield* withoutBits(value, RFLAGS_VALID & ~FIXED);
    }
}
/** `value` without all of `removable`, then without each of its bits. */
function* withoutBits(value, removable) {
    const present = value & removable;
    if (present === 0n)
        return;
    yield value & ~removable;
    if ((present & (present - 1n)) === 0n)
        return;
    for (let bit = 1n; bit <= present; bit <<= 1n)
        if ((present & bit) !== 0n)
            yield value & ~bit;
}
/** An RFLAGS value that a processor can hold in protected or long mode. */
export function rflags() {
    return new Rflags();
}
const IMAGE_KINDS = weighted(FLAGS_IMAGE);
class FlagsImage extends DrawnArbitrary {
    draw(bits) {
        switch (IMAGE_KINDS.pick(bits)) {
            case "valid":
                return BigInt(drawLow(bits));
            case "system":
                return BigInt(drawLow(bits) | (bits.word() & (RF | VM)));
            case "reserved":
                return fromWords(bits.chance(500) ? bits.word() : 0, (drawLow(bits) ^
                    (bits.word() & (RESERVED_LOW | 2 | RF | VM)) ^
                    (bits.chance(500) ? 0xffc0_0000 : 0)) >>>
                    0);
            case "zero":
                return 0n;
            case "ones":
                return bits.chance(500) ? ALL_ONES : ALL_ONES ^ BigInt(TF);
            case "uniform":
                return bits.value64();
        }
    }
    admits(value) {
        return typeof value === "bigint" && BigInt.asUintN(64, value) === value;
    }
    simpler(value) {
        return simplerValues(value);
    }
}
/** What software may leave in R11 for SYSRET: flags, with or without the bits that must not get through. */
export function flagsImage() {
    return new FlagsImage();
}
/** What `rflags()` must hit. */
export const RFLAGS_REACH = [
    ...Object.entries(RFLAGS_GROUPS).map(([group, mask]) => ({
        name: `${group} set`,
        least: 0.06,
        matches: (value) => (value & mask) !== 0n,
    })),
    ...Object.entries(RFLAGS_GROUPS).map(([group, mask]) => ({
        name: `${group} clear`,
        least: 0.2,
        matches: (value) => (value & mask) === 0n,
    })),
    { name: "no flag at all", least: 0.01, matches: (value) => value === FIXED },
];
/** What `flagsImage()` must hit. */
export const FLAGS_IMAGE_REACH = [
    { name: "RF set", least: 0.15, matches: (value) => (value & BigInt(RF)) !== 0n },
    { name: "VM set", least: 0.1, matches: (value) => (value & BigInt(VM)) !== 0n },
    { name: "TF set", least: 0.08, matches: (value) => (value & BigInt(TF)) !== 0n },
    {
        name: "a reserved bit of 15:0 set",
        least: 0.1,
        matches: (value) => (value & BigInt(RESERVED_LOW)) !== 0n,
    },
    { name: "bits above 31 set", least: 0.1, matches: (value) => value >> 32n !== 0n },
    { name: "bit 1 clear", least: 0.1, matches: (value) => (value & FIXED) === 0n },
    { name: "VIF or VIP set", least: 0.1, matches: (value) => (value & 0x180000n) !== 0n },
    {
        name: "valid image",
        least: 0.3,
        matches: (value) => (value & ~RFLAGS_VALID) === 0n && (value & FIXED) !== 0n,
    },
];
