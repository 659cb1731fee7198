/** In which order cases are run: those with the same pages one after the other, since moving a page takes time. */
import type { TestCase } from "../../spec/model.ts";

/** `indices` into `cases` in another order: those of cases with the same user pages together. */
export function orderByPages(cases: readonly TestCase[], indices: readonly number[]): readonly number[] {
  const keys = new Map(indices.map((index) => [index, keyOf(cases[index] as TestCase)]));
  return [...indices].sort((a, b) => compare(keys.get(a) as string, keys.get(b) as string) || a - b);
}

/** Its pages, the one of the code last: code lies in many places, and to move that page alone is soon done. */
function keyOf({ pages }: TestCase): string {
  let key = "";
  for (const { linear, user, write, execute } of pages) {
    if (user) key = `${linear}${write ? "w" : "r"}${execute ? "x" : " "}${key}`;
  }
  return key;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
