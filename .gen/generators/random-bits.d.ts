/** Cheap random decisions for one generated value, all derived from a fast-check generator. */
import type { Random } from "fast-check";
/** The 64-bit value of two 32-bit words. */
export declare function fromWords(high: number, low: number): bigint;
/** The low 32 bits of a 64-bit value as a number. */
export declare function lowWord(value: bigint): number;
/** The high 32 bits of a 64-bit value as a number. */
export declare function highWord(value: bigint): number;
/**
 * The small random number generator sfc32, seeded with 128 bits of a fast-check generator. One
 * test case takes about a hundred decisions; here each costs 3 ns instead of 30.
 */
export declare class RandomBits {
    private a;
    private b;
    private c;
    private counter;
    constructor(mrng: Random);
    /** 32 random bits as an unsigned number. */
    word(): number;
    /** A number in 0..count-1; `count` is at most 2^32. */
    below(count: number): number;
    /** True in `perMille` of 1,000 draws. */
    chance(perMille: number): boolean;
    /** 64 random bits. */
    value64(): bigint;
    /** 32 random bits as a bigint. */
    value32(): bigint;
    /** One element of a list that is not empty, each with the same probability. */
    oneOf<T>(list: readonly T[]): T;
}
