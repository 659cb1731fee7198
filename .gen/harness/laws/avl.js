import { SEGMENT_NAMES } from "../../spec/fields.js";
import { flipOneOf, twinLaw } from "./twin-law.js";
/** The bit of a descriptor that is free for software, in the hidden part of a register. */
export const avl = twinLaw({
    id: "law.avl",
    statement: "AVL, the bit of a descriptor that is free for software, does not matter.",
    disturb: (testCase, pick) => {
        const usable = SEGMENT_NAMES.filter((name) => testCase.before[name].p === 1);
        return flipOneOf(testCase, usable.map((name) => ({ name: `${name}.avl`, mask: 1n })), pick);
    },
});
