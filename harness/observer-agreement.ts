/**
 * Whether two observers of one processor saw the same. Only what both see is compared; where they
 * differ one of them is wrong, and that is no matter of the processor.
 */
import { FIELD_NAMES, field } from "../spec/fields.ts";
import type { End, FieldName, Observation, TestCase, Write } from "../spec/model.ts";
import type { Capabilities } from "./adapter.ts";
import { judgedEnd } from "./landing.ts";

/** What one observer says of a case, and what it sees at all. */
export interface Sight {
  readonly observation: Observation;
  readonly capabilities: Capabilities;
}

/** One part of the answers in which the observers differ. */
export type SightDifference =
  | { readonly field: "end"; readonly first: End; readonly second: End }
  | { readonly field: "memory"; readonly first: readonly Write[]; readonly second: readonly Write[] }
  | { readonly field: FieldName; readonly first: bigint; readonly second: bigint };

/** Everything in which the two answers to `testCase` differ. */
export function sightDifferences(
  testCase: TestCase,
  first: Sight,
  second: Sight,
): readonly SightDifference[] {
  const differences: SightDifference[] = [];
  const ends = [first, second].map(({ observation }) => judgedEnd(testCase, observation)) as [End, End];
  if (endText(ends[0]) !== endText(ends[1])) {
    differences.push({ field: "end", first: ends[0], second: ends[1] });
  }
  for (const name of FIELD_NAMES) {
    const { get } = field(name);
    const mask = seenBy(first, name) & seenBy(second, name);
    const values = [first, second].map(({ observation }) => get(observation.after) & mask) as [
      bigint,
      bigint,
    ];
    if (values[0] !== values[1]) differences.push({ field: name, first: values[0], second: values[1] });
  }
  const writes = [first, second].map(({ observation }) => observation.writes) as [
    readonly Write[],
    readonly Write[],
  ];
  if (writesText(writes[0]) !== writesText(writes[1])) {
    differences.push({ field: "memory", first: writes[0], second: writes[1] });
  }
  return differences;
}

/** Bits of a field that an answer really shows. */
function seenBy({ observation, capabilities }: Sight, name: FieldName): bigint {
  if (observation.unseen?.includes(name) === true) return 0n;
  return (capabilities.fields.get(name)?.seen ?? -1n) & field(name).mask;
}

function endText(end: End): string {
  return end.kind === "exception" ? `${end.vector} ${end.errorCode} ${end.address}` : end.kind;
}

function writesText(writes: readonly Write[]): string {
  return writes.map(({ linear, bytes }) => `${linear}: ${bytes.join(" ")}`).join("; ");
}
