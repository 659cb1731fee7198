import { copyState } from "../../spec/fields.js";
import { memoryDifference, endDifference, RF, stateDifferences } from "./law.js";
/** SWAPGS is its own inverse. The second case starts in the state that the first one left, at the same RIP. */
export const swapgsTwice = {
    id: "law.swapgs_twice",
    statement: "SWAPGS twice leaves everything as it was, but for RIP and RF.",
    kind: "chain",
    instructions: ["swapgs"],
    first: (drawn) => drawn,
    second: ({ testCase, observation }) => {
        if (observation.end.kind !== "retired")
            return undefined;
        const before = copyState(observation.after);
        before.rip = testCase.before.rip;
        return { ...testCase, before };
    },
    judge: ({ first, second }, visible) => {
        if (second === undefined)
            return undefined;
        const wanted = copyState(first.testCase.before);
        wanted.rip = first.observation.after.rip;
        wanted.rflags &= ~RF;
        return [
            ...endDifference("retired", second),
            ...stateDifferences(wanted, second.observation.after, { visible, except: () => 0n }),
            ...memoryDifference([], second),
        ];
    },
};
