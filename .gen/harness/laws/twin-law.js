/** Laws about what must not matter: two cases that differ in it must not differ in anything else. */
import { decode } from "../../oracles/index.js";
import { copyState, field } from "../../spec/fields.js";
import { modeOf } from "../../spec/validity.js";
import { formatEnd } from "../report/notation.js";
import { endDifference, memoryDifference, PLAIN_INSTRUCTIONS, stateDifferences } from "./law.js";
/** A law that disturbs one thing, which `disturb` chooses; undefined when the case has no such thing. */
export function twinLaw(options) {
    const { id, statement, disturb } = options;
    return {
        id,
        statement,
        kind: "twin",
        instructions: PLAIN_INSTRUCTIONS,
        first: (drawn) => drawn,
        second: ({ testCase }, pick) => disturb(testCase, pick),
        judge: ({ first, second }, visible) => {
            if (second === undefined)
                return undefined;
            const befores = [first.testCase.before, second.testCase.before];
            return [
                ...endDifference(formatEnd(first.observation.end), second),
                ...stateDifferences(first.observation.after, second.observation.after, {
                    visible,
                    // The disturbed bits themselves may stay, or be overwritten.
                    except: (name) => field(name).get(befores[0]) ^ field(name).get(befores[1]),
                }),
                ...memoryDifference(first.observation.writes, second),
            ];
        },
    };
}
/** The case with some bits of one of these fields flipped; undefined when there is none. */
export function flipOneOf(testCase, irrelevant, pick) {
    const chosen = irrelevant[pick % irrelevant.length];
    if (chosen === undefined)
        return undefined;
    const { get, set } = field(chosen.name);
    const before = copyState(testCase.before);
    // At least the lowest bit, so that something differs.
    const lowest = chosen.mask & -chosen.mask;
    set(before, get(before) ^ ((scatter(pick) & chosen.mask) | lowest));
    return { ...testCase, before };
}
/** Some 64 bits that depend on the number alone. */
export function scatter(pick) {
    const mixed = BigInt.asUintN(64, BigInt(pick + 1) * 0x9e3779b97f4a7c15n);
    return BigInt.asUintN(64, (mixed ^ (mixed >> 29n)) * 0xbf58476d1ce4e5b9n);
}
/** The instruction of a case, decoded. */
export function instructionOf({ before, steps }) {
    return decode(steps[0]?.bytes ?? new Uint8Array(), modeOf(before) === "64");
}
