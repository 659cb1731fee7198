import { counted, formatCount } from "./plural.js";
/** The same for troubles that differ in the number of the case only. */
export function troubleKey({ processor, kind, code, message }) {
    return JSON.stringify([processor, kind, code, message.replace(/\bcase \d+/g, "case")]);
}
/** A trouble in one or two lines. */
export function troubleText({ processor, kind, code, message, hint }, paint) {
    const what = code === undefined ? message : `${message} (${code})`;
    return [
        `${label(kind, paint)}: ${processor}: ${what}`,
        ...(hint === undefined || hint === "" ? [] : [`  ${hint}`]),
    ].join("\n");
}
function label(kind, paint) {
    return kind === "error" ? paint.bad("error") : paint.notice("skipped");
}
/** What the end of a report says of troubles that its body has told: how many, and which came again. */
export function troubleLines(troubles, paint) {
    if (troubles.length === 0)
        return [];
    const count = (kind) => troubles.filter(({ trouble }) => trouble.kind === kind).reduce((sum, { times }) => sum + times, 0);
    const [errors, skipped] = [count("error"), count("skip")];
    const counts = [
        ...(errors === 0 ? [] : [paint.bad(counted(errors, "error"))]),
        ...(skipped === 0 ? [] : [paint.notice(`${counted(skipped, "processor")} skipped`)]),
    ];
    const repeated = troubles.filter(({ times }) => times > 1);
    return [
        `Told above: ${counts.join(", ")}${repeated.length === 0 ? "" : ", of which"}`,
        ...repeated.map(({ trouble, times }) => `  ${formatCount(times)} times: ${trouble.processor}: ${brief(trouble.message)}`),
    ];
}
/** Enough to find the message again. */
const LONGEST = 80;
function brief(message) {
    return message.length <= LONGEST ? message : `${message.slice(0, LONGEST - 3)}...`;
}
