/** Tells in a result record what a case wrote. */
import { MAX_WRITES, RESULT } from "../../../guest/layout.ts";

/** One page of the case before and after the run. */
interface PageChange {
  /** Its place among the pages of the record. */
  readonly index: number;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** Puts the quadwords that differ into the result in `words`, and how many there are, though not all may fit. */
export function recordChanges(words: Uint32Array, pages: readonly PageChange[]): void {
  let count = 0;
  for (const { index, before, after } of pages) {
    const old = new Uint32Array(before.buffer, before.byteOffset, before.length / 4);
    const now = new Uint32Array(after.buffer, after.byteOffset, after.length / 4);
    for (let word = 0; word < now.length; word += 2) {
      if (now[word] === old[word] && now[word + 1] === old[word + 1]) continue;
      if (count < MAX_WRITES) {
        const at = (RESULT.writes + count * 16) >> 2;
        words[at] = (index << 12) | (word * 4);
        words[at + 1] = 0;
        words[at + 2] = now[word] as number;
        words[at + 3] = now[word + 1] as number;
      }
      count += 1;
    }
  }
  words[RESULT.writeCount >> 2] = count;
}
