/** Whom a processor sides with: the law, the notes, or neither. */
import type { Capabilities } from "../../harness/adapter.ts";
import { judgedEnd } from "../../harness/landing.ts";
import { formatEnd, formatValue } from "../../harness/report/notation.ts";
import { field } from "../../spec/fields.ts";
import type { ClaimCase, ClaimFields, ClaimOutcome } from "../../spec/generated/documents.ts";
import type { FieldName, Observation, TestCase } from "../../spec/model.ts";

/** `law` also where the notes agree with it. */
export type Side = "law" | "notes" | "neither";

/** What a processor did, and on which side that is. */
export interface Judged {
  readonly side: Side;
  /** The end and the fields in question: `retired; cpl 0, cs.selector 0x0020`. */
  readonly text: string;
}

/** Judges one answer by the end and the fields that the experiment names; what was not seen does not count. */
export function judgeClaim(
  { law, notes }: ClaimCase,
  { testCase, observation, capabilities }: SeenClaim,
): Judged {
  const { after, unseen = [] } = observation;
  const end = formatEnd(judgedEnd(testCase, observation));
  const visible = (name: FieldName): bigint =>
    unseen.includes(name) ? 0n : (capabilities.fields.get(name)?.seen ?? -1n) & field(name).mask;
  const fits = (outcome: ClaimOutcome): boolean =>
    end === outcome.end &&
    entries(outcome.after).every(([name, wanted]) => {
      const seen = visible(name);
      return seen === 0n || holds(wanted, field(name).get(after), seen);
    });
  const names = new Set([...entries(law.after), ...entries(notes?.after ?? {})].map(([name]) => name));
  const values = [...names]
    .filter((name) => visible(name) !== 0n)
    .map((name) => `${name} ${formatValue(name, field(name).get(after))}`);
  return {
    side: fits(law) ? "law" : notes !== undefined && fits(notes) ? "notes" : "neither",
    text: joined(end, values),
  };
}

/** An answer with what is needed to read it. */
export interface SeenClaim {
  readonly testCase: TestCase;
  readonly observation: Observation;
  readonly capabilities: Capabilities;
}

/** An outcome in one line: `retired; cpl 0, ss.selector 0x002b or 0x0028`. */
export function outcomeText({ end, after }: ClaimOutcome): string {
  return joined(
    end,
    entries(after).map(([name, wanted]) => `${name} ${wantedText(name, wanted)}`),
  );
}

type Wanted = ClaimFields[string];

function entries(fields: ClaimFields): readonly (readonly [FieldName, Wanted])[] {
  return Object.entries(fields) as [FieldName, Wanted][];
}

function holds(wanted: Wanted, observed: bigint, seen: bigint): boolean {
  const is = (value: number | string, bits = -1n): boolean =>
    ((observed ^ BigInt(value)) & seen & bits) === 0n;
  if (typeof wanted !== "object") return is(wanted);
  if (Array.isArray(wanted)) return wanted.some((value) => is(value));
  return "not" in wanted ? !is(wanted.not) : is(wanted.value, BigInt(wanted.bits));
}

function wantedText(name: FieldName, wanted: Wanted): string {
  const text = (value: number | string): string => formatValue(name, BigInt(value));
  if (typeof wanted !== "object") return text(wanted);
  if (Array.isArray(wanted)) return wanted.map(text).join(" or ");
  return "not" in wanted ? `not ${text(wanted.not)}` : `${text(wanted.value)} in bits ${text(wanted.bits)}`;
}

function joined(end: string, values: readonly string[]): string {
  return values.length === 0 ? end : `${end}; ${values.join(", ")}`;
}
