/** Simpler numbers, for shrinking. A number is simpler when it has fewer one bits, or as many and is smaller. */
/** The number of one bits of a value of at most 64 bits. */
export declare function countOnes(value: bigint): number;
/** Whether `candidate` is strictly simpler than `value`. */
export declare function isSimpler(candidate: bigint, value: bigint): boolean;
/**
 * Strictly simpler 64-bit values, the simplest first: the edges, the value without one of its halves or its low bits,
 * each of its bits alone, and the value without ever smaller runs of its one bits.
 */
export declare function simplerValues(value: bigint): Generator<bigint>;
/** As `simplerValues`, for plain numbers of at most 32 bits; none is larger than `value`. */
export declare function simplerNumbers(value: number): Generator<number>;
