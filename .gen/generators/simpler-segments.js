import { simplerValues } from "./simplify.js";
/** `limit` and `g` belong together: only with G=1 can a limit exceed 20 bits. */
const PARTS = [
    ["base"],
    ["limit", "g"],
    ["selector"],
    ["type", "dpl"],
    ["avl"],
    ["db", "l"],
];
/** Segments with fewer parts that differ from `plain`, `plain` first; not all need be valid. */
export function* simplerSegments(value, plain) {
    const differs = (parts) => parts.some((part) => value[part] !== plain[part]);
    const differing = PARTS.filter(differs);
    if (value.s !== plain.s || value.p !== plain.p) {
        yield plain;
    }
    else {
        if (differing.length > 0)
            yield plain;
        if (differing.length > 1) {
            for (const parts of differing) {
                yield { ...value, ...Object.fromEntries(parts.map((part) => [part, plain[part]])) };
            }
        }
    }
    if (value.base !== plain.base)
        for (const base of simplerValues(value.base))
            yield { ...value, base };
}
