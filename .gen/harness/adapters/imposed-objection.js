/** Refuses cases that hold other values than the observer forces. */
import { field } from "../../spec/fields.js";
/** Why a case cannot begin as it says; undefined when it can. */
function objection({ imposed }, { before }) {
    for (const { field: name, mask, value } of imposed) {
        if (((field(name).get(before) ^ value) & mask) !== 0n) {
            return {
                unsupported: `the observer forces ${mask.toString(16)}h of ${name} to ${value.toString(16)}h`,
            };
        }
    }
    return undefined;
}
/** Runs those cases that the observer can set up, and answers the others with the reason. */
export async function runWithinImposed(profile, cases, run) {
    const objections = cases.map((testCase) => objection(profile, testCase));
    if (objections.every((why) => why === undefined))
        return run(cases);
    const answers = await run(cases.filter((_, index) => objections[index] === undefined));
    let next = 0;
    return objections.map((why) => why ?? answers[next++]);
}
