/** A whole number with its thousands apart. */
export function formatCount(count) {
    return count.toLocaleString("en-US");
}
/** `1 finding`, `2 findings`. */
export function counted(count, noun) {
    return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}
