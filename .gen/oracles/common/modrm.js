/** ModRM, SIB and displacement: Intel SDM Vol. 2A, 2.1.5 and 2.2.1; AMD APM Vol. 3, 1.4 and 1.5. */
import { GPR_NAMES } from "../../spec/fields.js";
/** The segment registers in the order in which instructions encode them. */
export const SEGMENT_BY_NUMBER = ["es", "cs", "ss", "ds", "fs", "gs"];
/** Reads ModRM at index `at`; bytes beyond the end count as 0. */
export function readModRm(bytes, at, prefixes) {
    const { rex, override, ignored, addressSize } = prefixes;
    const modrm = bytes[at] ?? 0;
    const reg = ((modrm >> 3) & 7) | ((rex & 4) << 1);
    if (modrm >= 0xc0) {
        const register = GPR_NAMES[(modrm & 7) | ((rex & 1) << 3)];
        return { reg, operand: { kind: "register", register }, length: 1 };
    }
    const { length, ...address } = addressSize === 16 ? address16(bytes, at, modrm) : address32(bytes, at, modrm, prefixes);
    const stackBased = address.base === "rsp" || address.base === "rbp";
    const segment = override ?? (stackBased ? "ss" : "ds");
    return { reg, operand: { kind: "memory", segment, ignored, stackBased, ...address, addressSize }, length };
}
/** Base and index of the forms of 16-bit addresses. */
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
function address16(bytes, at, modrm) {
    const mod = modrm >> 6;
    const bare = mod === 0 && (modrm & 7) === 6;
    const [base, index] = bare ? [undefined, undefined] : FORMS_16[modrm & 7];
    const size = bare || mod === 2 ? 2 : mod;
    return { base, index, scale: 1, displacement: signed(bytes, at + 1, size), length: 1 + size };
}
function address32(bytes, at, modrm, { rex, long }) {
    const mod = modrm >> 6;
    const displacementSize = [0, 1, 4][mod];
    if ((modrm & 7) === 4) {
        const sib = bytes[at + 1] ?? 0;
        const indexNumber = ((sib >> 3) & 7) | ((rex & 2) << 2);
        const index = indexNumber === 4 ? undefined : GPR_NAMES[indexNumber];
        const scale = (1 << (sib >> 6));
        const noBase = (sib & 7) === 5 && mod === 0;
        const base = noBase ? undefined : GPR_NAMES[(sib & 7) | ((rex & 1) << 3)];
        const size = noBase ? 4 : displacementSize;
        return { base, index, scale, displacement: signed(bytes, at + 2, size), length: 2 + size };
    }
    if ((modrm & 7) === 5 && mod === 0) {
        const base = long ? "rip" : undefined;
        return { base, index: undefined, scale: 1, displacement: signed(bytes, at + 1, 4), length: 5 };
    }
    const base = GPR_NAMES[(modrm & 7) | ((rex & 1) << 3)];
    const displacement = signed(bytes, at + 1, displacementSize);
    return { base, index: undefined, scale: 1, displacement, length: 1 + displacementSize };
}
/** A little-endian number of `size` bytes, sign-extended; 0 for none. */
function signed(bytes, at, size) {
    let value = 0n;
    for (let index = size - 1; index >= 0; index--)
        value = (value << 8n) | BigInt(bytes[at + index] ?? 0);
    return size === 0 ? 0n : BigInt.asIntN(8 * size, value);
}
