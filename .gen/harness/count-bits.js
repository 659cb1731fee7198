/** Counting bits of 64-bit values; a loop over a bigint costs a microsecond. */
/** The number of ones in an unsigned 64-bit value. */
export function countBits(value) {
    return countBits32(Number(value & 0xffffffffn)) + countBits32(Number(value >> 32n));
}
function countBits32(value) {
    const pairs = value - ((value >>> 1) & 0x5555_5555);
    const nibbles = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
    return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
