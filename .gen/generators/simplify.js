/** Simpler numbers, for shrinking. A number is simpler when it has fewer one bits, or as many and is smaller. */
const EDGES = [0n, 1n, 1n << 32n, 1n << 47n, 1n << 56n, 1n << 63n];
/** The number of one bits of a value of at most 64 bits. */
export function countOnes(value) {
    let count = 0;
    for (let rest = value; rest !== 0n; rest &= rest - 1n)
        count += 1;
    return count;
}
/** Whether `candidate` is strictly simpler than `value`. */
export function isSimpler(candidate, value) {
    const difference = countOnes(candidate) - countOnes(value);
    return difference < 0 || (difference === 0 && candidate < value);
}
/**
 * Strictly simpler 64-bit values, the simplest first: the edges, the value without one of its halves or its low bits,
 * each of its bits alone, and the value without ever smaller runs of its one bits.
 */
export function* simplerValues(value) {
    const seen = new Set([value]);
    for (const candidate of candidates(value)) {
        if (seen.has(candidate) || !isSimpler(candidate, value))
            continue;
        seen.add(candidate);
        yield candidate;
    }
}
function* candidates(value) {
    yield* EDGES;
    yield value & 0xffffffffn;
    yield value & 0xffffffff00000000n;
    yield value & 0xffffffffffff0000n;
    yield value & 0xfffffffffffff000n;
    const bits = [];
    for (let bit = 1n; bit <= value; bit <<= 1n)
        if ((value & bit) !== 0n)
            bits.push(bit);
    yield* bits;
    for (let run = Math.ceil(bits.length / 2); run > 0; run = run === 1 ? 0 : Math.ceil(run / 2)) {
        for (let from = 0; from < bits.length; from += run) {
            yield bits.slice(from, from + run).reduce((rest, bit) => rest & ~bit, value);
        }
    }
}
/** As `simplerValues`, for plain numbers of at most 32 bits; none is larger than `value`. */
export function* simplerNumbers(value) {
    for (const candidate of simplerValues(BigInt(value)))
        if (candidate < value)
            yield Number(candidate);
}
