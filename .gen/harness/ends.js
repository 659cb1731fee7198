const DB = 1;
/** Whether both ends are of one kind, with the same vector, error code and predicted address. */
export function sameEnd(predicted, observed) {
    if (predicted.kind !== observed.kind)
        return false;
    if (predicted.kind !== "exception" || observed.kind !== "exception")
        return true;
    return (predicted.vector === observed.vector &&
        predicted.errorCode === observed.errorCode &&
        (predicted.address === undefined || predicted.address === observed.address));
}
/** Whether the case ended as `outcome` says: with the same end, before or after the instruction completed. */
export function endsAs(outcome, end, before, after) {
    return sameEnd(outcome.end, end) && !strays(outcome, before, after) && !stays(outcome, end, before, after);
}
/**
 * Whether an exception was raised at another RIP than the predicted fault of the instruction: then
 * the instruction did not fault, and something after it did.
 */
export function strays(outcome, before, after) {
    return outcome.end.kind === "exception" && !outcome.fields.has("rip") && after.rip !== before.rip;
}
/**
 * Whether a fault was raised at the instruction itself, which should have completed before a trap
 * or before the fault of the next fetch.
 */
export function stays(outcome, end, before, after) {
    if (end.kind !== "exception" || end.vector === DB || after.rip !== before.rip)
        return false;
    return outcome.end.kind === "exception" && outcome.fields.has("rip");
}
