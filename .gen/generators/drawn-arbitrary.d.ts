/** The base of the suite's arbitraries. */
import { Arbitrary, Stream, Value, type Random } from "fast-check";
import { RandomBits } from "./random-bits.ts";
/**
 * An arbitrary that draws its value directly from random bits. Composition calls `draw`, which is
 * ten times cheaper than nested `record` and `oneof`; shrinking needs no context, so it also works
 * on values that were read from a file. `biasFactor` is ignored: weights.ts is the only bias.
 */
export declare abstract class DrawnArbitrary<T> extends Arbitrary<T> {
    /** A random value; equal bits give equal values. */
    abstract draw(bits: RandomBits): T;
    /** Whether this arbitrary can produce `value`, as far as shrinking needs to know. */
    abstract admits(value: unknown): value is T;
    /** Strictly simpler values, the simplest first; empty for a value that cannot be simplified. */
    abstract simpler(value: T): Iterable<T>;
    generate(mrng: Random): Value<T>;
    canShrinkWithoutContext(value: unknown): value is T;
    shrink(value: T): Stream<Value<T>>;
}
