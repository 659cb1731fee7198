/** The checksum of records: the 64-bit sum of their qwords. */
/**
 * Sums the qwords in `words[from, to)` and stores the low and the high half at `target[at]`. With the
 * sequence number in each record this notices torn, shifted and stale data, which is what can go wrong.
 */
export declare function recordSum(words: Uint32Array, from: number, to: number, target: Uint32Array, at: number): void;
