/** A whole number with its thousands apart. */
export function formatCount(count: number): string {
  return count.toLocaleString("en-US");
}

/** `1 finding`, `2 findings`. */
export function counted(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}
