import { memoryDifference, PLAIN_INSTRUCTIONS, RF, stateDifferences } from "./law.js";
const DB = 1;
/**
 * A fault at the instruction itself, seen before delivery. An exception at another RIP is one of the
 * next fetch or a trap, behind an instruction that completed.
 */
export const faultChangesNothing = {
    id: "law.fault_changes_nothing",
    statement: "An instruction that faults leaves registers and memory as they were; only RF is not specified.",
    kind: "single",
    instructions: PLAIN_INSTRUCTIONS,
    first: (drawn) => drawn,
    judge: ({ first }, visible) => {
        const { before } = first.testCase;
        const { end, after } = first.observation;
        if (end.kind !== "exception" || end.vector === DB || after.rip !== before.rip)
            return undefined;
        return [
            ...stateDifferences(before, after, {
                visible,
                except: (name) => (name === "rflags" ? RF : 0n),
            }),
            ...memoryDifference([], first),
        ];
    },
};
