import { AdapterError } from "./errors.js";
import { formatEnd } from "./report/notation.js";
/** A processor that crashes less often than on one case in this many is worth asking on. */
const CRASH_SHARE = 20;
/** The limits of a run. */
export const RUN_LIMITS = { unreproduced: 5, hangs: 20, crashes: 20 };
/** Asks the processor behind `adapter`. */
export function asker(options) {
    const { adapter, onTrouble, limits = RUN_LIMITS, signal } = options;
    const over = () => gaveUp || signal?.aborted === true;
    let unreproduced = 0;
    let hangs = 0;
    let crashes = 0;
    let answered = 0;
    let gaveUp = false;
    const attemptUnlessOver = async (cases) => (await unlessAborted(attempt(adapter, cases), signal)) ?? { answers: [] };
    const tell = (error, message) => {
        // A processor that is being stopped breaks by intent.
        if (signal?.aborted === true)
            return;
        const { code, hint } = error;
        onTrouble({ processor: adapter.name, kind: "error", code, message, ...(hint !== "" && { hint }) });
    };
    const giveUp = (error, message) => {
        gaveUp = true;
        tell(error, message);
    };
    /** What to say of the case that was next when the processor broke; undefined when given up. */
    async function again(suspect, first, name) {
        const alone = await attemptUnlessOver([suspect]);
        if (over())
            return undefined;
        const second = alone.error;
        const breaks = second === undefined ? undefined : breakage(second);
        if (second !== undefined && breaks !== undefined) {
            if (breaks === "hangs")
                hangs++;
            else
                crashes++;
            const crashLimit = Math.max(limits.crashes, answered / CRASH_SHARE);
            if (hangs >= limits.hangs || crashes >= crashLimit) {
                const count = hangs + crashes;
                giveUp(second, `gave up after ${count} cases that broke the processor; the last: ${second.message}`);
            }
            return { breaks, message: second.message };
        }
        if (second?.code === "start-failed") {
            giveUp(second, `could not be started again after ${name}: ${second.message}`);
            return undefined;
        }
        unreproduced++;
        const [answer] = alone.answers;
        const gave = second?.message === first.message ? "the same" : second?.message;
        const then = second === undefined ? `alone it ${describe(answer)}` : `alone it gave: ${gave}`;
        const message = `${name} broke a batch: ${first.message}; ${then}`;
        if (unreproduced < limits.unreproduced)
            tell(second ?? first, message);
        else
            giveUp(second ?? first, `${message}; gave up after ${unreproduced} such failures`);
        return { lost: message };
    }
    return {
        get gaveUp() {
            return gaveUp;
        },
        ask: async (cases, label) => {
            const answers = [];
            while (answers.length < cases.length && !over()) {
                const { answers: some, error } = await attemptUnlessOver(cases.slice(answers.length));
                answers.push(...some);
                answered += some.length;
                if (error === undefined || over())
                    continue;
                const suspect = cases[answers.length];
                if (error.code === "start-failed") {
                    giveUp(error, error.message);
                }
                else if (suspect !== undefined) {
                    const answer = await again(suspect, error, label(answers.length));
                    if (answer !== undefined)
                        answers.push(answer);
                }
                else {
                    unreproduced++;
                    tell(error, `broke after its last answer: ${error.message}`);
                }
            }
            return answers;
        },
    };
}
/** Runs cases once. Answers that cannot be matched to cases are dropped. */
export async function attempt(adapter, cases) {
    try {
        const answers = await adapter.run(cases);
        if (answers.length === cases.length)
            return { answers };
        const message = `answered ${answers.length} cases of ${cases.length}`;
        return { answers: [], error: new AdapterError({ code: "invalid-response", message }) };
    }
    catch (thrown) {
        const error = thrown instanceof AdapterError ? thrown : unexpected(thrown);
        return { answers: error.answers.length > cases.length ? [] : error.answers, error };
    }
}
/** An adapter should throw nothing else; when it does, its stack helps its author. */
function unexpected(thrown) {
    const stack = thrown instanceof Error ? (thrown.stack ?? "") : "";
    return new AdapterError({
        code: "invalid-response",
        message: `the adapter threw ${String(thrown)}`,
        hint: stack,
        cause: thrown,
    });
}
/** How an error breaks the processor; undefined when it is the adapter that failed. */
export function breakage(error) {
    if (error.code === "timeout")
        return "hangs";
    return error.code === "crashed" ? "crashes" : undefined;
}
function describe(answer) {
    if (answer === undefined)
        return "gave no answer";
    return "unsupported" in answer
        ? `was unsupported (${answer.unsupported})`
        : `ended with ${formatEnd(answer.end, answer.after.cpl)}`;
}
/** Undefined when the signal comes first; the processor's answer is then of no interest. */
async function unlessAborted(promise, signal) {
    if (signal === undefined)
        return promise;
    if (signal.aborted)
        return undefined;
    const cancel = new AbortController();
    const aborted = new Promise((resolve) => {
        signal.addEventListener("abort", () => resolve(undefined), { once: true, signal: cancel.signal });
    });
    try {
        return await Promise.race([promise, aborted]);
    }
    finally {
        cancel.abort();
    }
}
