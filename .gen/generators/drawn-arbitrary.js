/** The base of the suite's arbitraries. */
import { Arbitrary, Stream, Value } from "fast-check";
import { RandomBits } from "./random-bits.js";
/**
 * An arbitrary that draws its value directly from random bits. Composition calls `draw`, which is
 * ten times cheaper than nested `record` and `oneof`; shrinking needs no context, so it also works
 * on values that were read from a file. `biasFactor` is ignored: weights.ts is the only bias.
 */
export class DrawnArbitrary extends Arbitrary {
    generate(mrng) {
        return new Value(this.draw(new RandomBits(mrng)), undefined);
    }
    canShrinkWithoutContext(value) {
        return this.admits(value);
    }
    shrink(value) {
        return new Stream(values(this.simpler(value)));
    }
}
function* values(candidates) {
    for (const candidate of candidates)
        yield new Value(candidate, undefined);
}
