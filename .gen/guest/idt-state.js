/** Fills in what observer B does not see, so that its states have the shape of all others. */
import { TABLE_NAMES } from "../spec/fields.js";
const VISIBLE_BASES = new Set(["fs", "gs"]);
const SELECTORS = ["es", "cs", "ss", "ds", "fs", "gs"];
/**
 * Gives every part of `after` that no register shows its value before. CS.L is not seen either, but where a fetch
 * faults (`faultAddress`, of a #PF) says which mode it was in.
 */
export function completeIdtState(after, before, faultAddress) {
    for (const name of SELECTORS) {
        const { selector, base } = after[name];
        after[name] = { ...before[name], selector, ...(VISIBLE_BASES.has(name) && { base }) };
    }
    after.ldtr = { ...before.ldtr };
    after.tr = { ...before.tr };
    for (const name of TABLE_NAMES)
        after[name] = { ...before[name] };
    if (after.rip === faultAddress)
        after.cs.l = 1;
    else if (BigInt.asUintN(32, after.rip) === faultAddress)
        after.cs = { ...after.cs, l: 0, base: 0n };
}
