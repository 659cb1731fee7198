/** One of the groups in which a case can differ from its boring machine. */
import { copyParts } from "../parts.js";
/** A copy of `parts` after `change`. */
export function changed(parts, change) {
    const copy = copyParts(parts);
    change(copy);
    return copy;
}
/** For groups of one bit: there is nothing between set and clear. */
export function nothingSimpler() {
    return [];
}
