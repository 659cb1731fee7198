/** Counting bits of 64-bit values; a loop over a bigint costs a microsecond. */
/** The number of ones in an unsigned 64-bit value. */
export declare function countBits(value: bigint): number;
