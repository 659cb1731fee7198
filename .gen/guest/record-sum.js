/** The checksum of records: the 64-bit sum of their qwords. */
const TWO_32 = 0x1_0000_0000;
/**
 * Sums the qwords in `words[from, to)` and stores the low and the high half at `target[at]`. With the
 * sequence number in each record this notices torn, shifted and stale data, which is what can go wrong.
 */
export function recordSum(words, from, to, target, at) {
    let low = 0;
    let high = 0;
    for (let word = from; word < to; word += 2) {
        low += words[word];
        high += words[word + 1];
    }
    target[at] = low % TWO_32;
    target[at + 1] = (high + Math.floor(low / TWO_32)) % TWO_32;
}
