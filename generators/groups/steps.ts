/** The steps after the first, each a group of its own: without it the steps before it in the same block move up. */
import { pageOf } from "../placement.ts";
import type { Parts } from "../parts.ts";
import { nothingSimpler, type Group } from "./group.ts";

/** Each step after the first; the last one comes first, so that the numbers of the others stay right. */
export function laterSteps({ rest }: Parts): readonly Group[] {
  return rest
    .map((_, index): Group => {
      const fromEnd = rest.length - index;
      return {
        name: `step ${index + 2}`,
        differs: () => true,
        reset: (parts) => {
          const at = parts.rest.length - fromEnd;
          if (at >= 0) dropStep(parts, at);
        },
        simpler: nothingSimpler,
      };
    })
    .toReversed();
}

/** Takes a step away. What precedes it in its block moves up, so that the block still ends where it ended. */
export function dropStep(parts: Parts, index: number): void {
  const { rest, state } = parts;
  const dropped = rest[index];
  if (dropped === undefined) return;
  const length = BigInt(dropped.bytes.length);
  const head = rest.slice(0, index + 1).findLastIndex(({ at }) => at !== undefined);
  const kept = rest.filter((_, other) => other !== index);
  if (head < 0) {
    // In the block of the first step.
    parts.rest = kept;
    parts.end += length;
    return;
  }
  const start = rest[head]?.at as bigint;
  const moved = start + length;
  const isLast = rest[head + 1] === undefined || rest[head + 1]?.at !== undefined;
  const isEmpty = index === head && isLast;
  parts.rest = isEmpty
    ? kept
    : kept.map((step, at) => (at === head ? { bytes: step.bytes, at: moved } : step));
  if (state.lstar === start) state.lstar = moved;
  // Where nothing is left to run, the program lands.
  if (isEmpty) parts.others = parts.others.filter(({ linear }) => linear !== pageOf(start));
}
