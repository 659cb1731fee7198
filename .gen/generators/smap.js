import * as weights from "./weights.js";
const CR4_SMAP = 1n << 21n;
/** Sets the bit now and then, where the processor has it. */
export function drawSmap(bits, state, { features }) {
    if (features.smap === true && bits.chance(weights.SMAP))
        state.cr4 |= CR4_SMAP;
}
/** The page of a descriptor table: under SMAP a user page now and then, which the processor may not read then. */
export function underSmap(bits, { cr4 }, table) {
    return (cr4 & CR4_SMAP) !== 0n && bits.chance(weights.TABLE_USER) ? { ...table, user: true } : table;
}
