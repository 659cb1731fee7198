import { address } from "./address.js";
import { isCanonical } from "./canonical.js";
import { DrawnArbitrary } from "./drawn-arbitrary.js";
import { LMA, SCE, plainEfer, writableEfer } from "./efer.js";
import { fromWords } from "./random-bits.js";
import { selector } from "./selector.js";
import { simplerValues } from "./simplify.js";
import { weighted } from "./weighted.js";
import { EFER_WRITE, FMASK_WRITE, MSR, SYSENTER_CS_WRITE } from "./weights.js";
/** Indices of the MSRs under test; a test holds them against spec/registers/msrs.json. */
export const MSR_INDICES = {
    efer: 0xc000_0080,
    star: 0xc000_0081,
    lstar: 0xc000_0082,
    cstar: 0xc000_0083,
    fmask: 0xc000_0084,
    "fs.base": 0xc000_0100,
    "gs.base": 0xc000_0101,
    kernelGsBase: 0xc000_0102,
    sysenterCs: 0x174,
    sysenterEsp: 0x175,
    sysenterEip: 0x176,
};
/** Indices that no manual defines, from the same file. */
export const UNKNOWN_MSR_INDICES = [0x5, 0x1ff0, 0xc000_1234, 0xc000_1f00];
const NAMES = weighted(MSR);
const NAME_OF_INDEX = new Map(Object.entries(MSR_INDICES).map(([name, index]) => [index, name]));
const EFER_KINDS = weighted(EFER_WRITE);
const FMASK_KINDS = weighted(FMASK_WRITE);
const SYSENTER_CS_KINDS = weighted(SYSENTER_CS_WRITE);
const SELECTOR = selector();
const ADDRESSES = { 48: address(48), 57: address(57) };
const BITS = Array.from({ length: 64 }, (_, bit) => 1n << BigInt(bit));
/** A random MSR. */
export function drawMsr(bits) {
    return NAMES.pick(bits);
}
/** Its index; a random one of the unknown indices for `unknown`. */
export function drawIndex(bits, name) {
    return name === "unknown" ? bits.oneOf(UNKNOWN_MSR_INDICES) : MSR_INDICES[name];
}
/** The MSR under test that has this index; undefined for any other. */
export function msrOfIndex(index) {
    return NAME_OF_INDEX.get(index);
}
function drawEfer(bits, writable, current) {
    switch (EFER_KINDS.pick(bits)) {
        case "same":
            return current;
        case "sce":
            return current ^ SCE;
        case "flip":
            return current ^ BITS[bits.below(64)];
        case "features":
            return current ^ bits.oneOf(writable) ^ (bits.chance(300) ? LMA : 0n);
        case "several": {
            let value = current;
            for (const bit of writable)
                if (bits.chance(400))
                    value ^= bit;
            return bits.chance(200) ? value ^ BITS[bits.below(64)] : value;
        }
        case "uniform":
            return bits.value64();
    }
}
/** A value for WRMSR; `efer` is what EFER holds. */
export function drawMsrValue(bits, name, options) {
    switch (name) {
        case "efer":
            return drawEfer(bits, options.writable, options.efer);
        case "star":
        case "unknown":
            return bits.value64();
        case "fmask":
            switch (FMASK_KINDS.pick(bits)) {
                case "low":
                    return bits.value32();
                case "high":
                    return bits.value64();
                case "onlyHigh":
                    return fromWords(bits.word(), 0);
            }
        // falls through: every case above returns
        case "sysenterCs":
            switch (SYSENTER_CS_KINDS.pick(bits)) {
                case "null":
                    return BigInt(bits.below(4));
                case "selector":
                    return BigInt(SELECTOR.draw(bits));
                case "low":
                    return bits.value32();
                case "uniform":
                    return bits.value64();
            }
        // falls through: every case above returns
        default:
            return ADDRESSES[options.width].draw(bits);
    }
}
class MsrWriteArbitrary extends DrawnArbitrary {
    options;
    constructor(profile) {
        super();
        const { features } = profile;
        this.options = {
            width: features.la57 ? 57 : 48,
            writable: writableEfer(features),
            efer: plainEfer(features, "64"),
        };
    }
    draw(bits) {
        const name = drawMsr(bits);
        return { index: drawIndex(bits, name), value: drawMsrValue(bits, name, this.options) };
    }
    admits(value) {
        const write = value;
        return (typeof value === "object" &&
            value !== null &&
            typeof write.value === "bigint" &&
            write.index >>> 0 === write.index);
    }
    *simpler(write) {
        for (const value of simplerValues(write.value))
            yield { ...write, value };
    }
}
/** An MSR and a value to write to it: legal ones, and for each MSR those that it must refuse or cut. */
export function msrWrite(options) {
    return new MsrWriteArbitrary(options.profile);
}
const writes = (name) => (write) => write.index === MSR_INDICES[name];
const holdsAddress = (write) => ["lstar", "cstar", "fs.base", "gs.base", "kernelGsBase"].some((name) => writes(name)(write));
/** What `msrWrite` must hit with an EFER of `plainEfer`. */
export function msrWriteReach(profile) {
    const efer = plainEfer(profile.features, "64");
    const width = profile.features.la57 ? 57 : 48;
    const writable = writableEfer(profile.features).reduce((all, bit) => all | bit, LMA);
    return [
        { name: "EFER", least: 0.12, matches: writes("efer") },
        ...Array.from({ length: 64 }, (_, bit) => ({
            name: `EFER with only bit ${bit} changed`,
            least: 0.002,
            among: writes("efer"),
            matches: (write) => (write.value ^ efer) === 1n << BigInt(bit),
        })),
        {
            name: "EFER with a reserved bit",
            least: 0.2,
            among: writes("efer"),
            matches: ({ value }) => (value & ~writable) !== 0n,
        },
        {
            name: "not canonical",
            least: 0.2,
            among: holdsAddress,
            matches: ({ value }) => !isCanonical(value, width),
        },
        { name: "canonical", least: 0.3, among: holdsAddress, matches: ({ value }) => isCanonical(value, width) },
        {
            name: "canonical in 57 bits but not in 48",
            least: 0.04,
            among: holdsAddress,
            matches: ({ value }) => isCanonical(value, 57) && !isCanonical(value, 48),
        },
        {
            name: "FMASK with a high half",
            least: 0.2,
            among: writes("fmask"),
            matches: ({ value }) => value >> 32n !== 0n,
        },
        { name: "unknown MSR", least: 0.02, matches: ({ index }) => UNKNOWN_MSR_INDICES.includes(index) },
    ];
}
