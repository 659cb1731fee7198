/** How many single-character edits, swaps of neighbours included, turn `from` into `to`. */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}

/** A short word turns into any other in a few edits: less than half of the name may be edited. */
function edits(wanted: string, known: string): number {
  const distance = editDistance(wanted, known);
  return distance * 2 < known.length ? distance : Number.POSITIVE_INFINITY;
}

/** A part of a name is nearly the name; a name with more behind it is less so. */
function containment(wanted: string, known: string): number {
  if (wanted.length >= 3 && known.includes(wanted)) return 1;
  return known.length >= 3 && wanted.includes(known) ? 3 : Number.POSITIVE_INFINITY;
}

/**
 * The names most like `typed`, best first, at most three: a few edits away, or containing it.
 */
export function suggestions(typed: string, names: Iterable<string>): readonly string[] {
  const wanted = typed.toLowerCase();
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  return [...names]
    .map((name) => {
      const known = name.toLowerCase();
      return { name, distance: Math.min(edits(wanted, known), containment(wanted, known)) };
    })
    .filter(({ distance }) => distance <= limit)
    .toSorted((left, right) => left.distance - right.distance || left.name.localeCompare(right.name))
    .slice(0, 3)
    .map(({ name }) => name);
}

/** `did you mean a, b or c?`, or the empty string when nothing is near. */
export function didYouMean(typed: string, names: Iterable<string>): string {
  const near = suggestions(typed, names);
  if (near.length === 0) return "";
  const list = near.length === 1 ? near[0] : `${near.slice(0, -1).join(", ")} or ${near.at(-1)}`;
  return `did you mean ${list}?`;
}
