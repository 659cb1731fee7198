import { boringOf } from "../generators/distance.js";
import { takeApart } from "../generators/parts.js";
/** The boring machine of a case; undefined for code that the generators do not make. */
export function plainCase(testCase) {
    const parts = takeApart(testCase);
    return parts === undefined ? undefined : boringOf(testCase, parts);
}
