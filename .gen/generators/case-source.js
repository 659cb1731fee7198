/** The cases of a run, each of them by its number. */
import { Random } from "fast-check";
import { xorshift128plusFromState } from "pure-rand/generator/xorshift128plus";
import { distance } from "./distance.js";
import { halves, mix, splitmix64 } from "./splitmix.js";
import { testCase } from "./test-case.js";
/** Changes whenever the same seed would give other cases; replay lines and reports carry it. */
export const GENERATOR_VERSION = 4;
/**
 * The cases of a run. Case i does not depend on the cases before it, so that shards, resume and replay need none of
 * them. Errors: a plain `Error` for a seed that is no whole number, and for an empty `only`.
 */
export function caseSource(options) {
    const { profile, seed, only } = options;
    if (!Number.isSafeInteger(seed))
        throw new Error(`expected a seed between -2^53 and 2^53, got ${seed}`);
    const arbitrary = testCase(only === undefined ? { profile } : { profile, only });
    const key = runKey(seed);
    return {
        at: (index) => {
            // Neighbouring seeds of the underlying generator give nearly equal first values: hash them apart.
            const a = splitmix64(key, 2 * index);
            const b = splitmix64(key, 2 * index + 1);
            const state = [a.high | 0, a.low | 0, b.high | 0, b.low | 0];
            return arbitrary.generate(new Random(xorshift128plusFromState(state))).value;
        },
        shrink: (value) => arbitrary.simpler(value),
        distance,
    };
}
function runKey(seed) {
    const { high, low } = mix(halves(seed));
    return mix({ high, low: (low ^ GENERATOR_VERSION) >>> 0 });
}
