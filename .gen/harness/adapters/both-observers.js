/** Two observers of one processor as one: every case runs through both, and they must have seen the same. */
import { field } from "../../spec/fields.js";
import { AdapterError } from "../errors.js";
import { sightDifferences } from "../observer-agreement.js";
import { formatEnd } from "../report/notation.js";
import { bothImposed } from "./both-imposed.js";
/**
 * The adapter whose answers are those of `first`, which sees more, wherever `second` has nothing against them. Cases
 * that `second` cannot run are answered by `first` alone. Its `run` throws, besides what theirs throw, `harness` when
 * the observers differ: then one of them is wrong, and nothing is said of the processor.
 */
export function bothObservers(first, second) {
    return {
        name: first.name,
        version: first.version,
        model: first.model,
        profile: bothImposed(first.profile, second.profile),
        capabilities: first.capabilities,
        run: async (cases) => {
            // Neither must be left with work that nobody waits for.
            const [firstRun, secondRun] = await Promise.allSettled([first.run(cases), second.run(cases)]);
            if (firstRun.status === "rejected")
                throw firstRun.reason;
            if (secondRun.status === "rejected")
                throw secondRun.reason;
            const answers = [];
            for (const [index, testCase] of cases.entries()) {
                const answer = firstRun.value[index];
                const other = secondRun.value[index];
                const message = disagreement(testCase, [first, answer], [second, other]);
                if (message !== undefined) {
                    const hint = "one of the observers is wrong: replay the case with --observer svm and idt, and report it";
                    throw new AdapterError({ code: "harness", message, hint, answers });
                }
                answers.push(answer);
            }
            return answers;
        },
        close: async () => {
            await Promise.all([first.close?.(), second.close?.()]);
        },
    };
}
/** What the observers say otherwise of each other, with both records; undefined when they agree or one is silent. */
function disagreement(testCase, [first, a], [second, b]) {
    if ("unsupported" in a || "unsupported" in b)
        return undefined;
    const differences = sightDifferences(testCase, { observation: a, capabilities: first.capabilities }, { observation: b, capabilities: second.capabilities });
    if (differences.length === 0)
        return undefined;
    const record = (end, after, side) => [formatEnd(end, after.cpl), ...differences.flatMap((each) => valueText(each, side))].join(", ");
    return (`the observers differ: through the VMCB ${record(a.end, a.after, "first")}; ` +
        `through the IDT ${record(b.end, b.after, "second")}`);
}
function valueText(difference, side) {
    if (difference.field === "end")
        return [];
    if (difference.field === "memory")
        return [`${difference[side].length} writes`];
    const digits = Math.ceil(field(difference.field).width / 4);
    return [`${difference.field} ${difference[side].toString(16).padStart(digits, "0")}h`];
}
