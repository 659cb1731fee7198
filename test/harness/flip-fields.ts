/**
 * Flips what a processor saw, one thing at a time: every flip must be noticed and blamed on the
 * rule that decides the flipped bit. Works on any adapter, the oracle as well as an emulator.
 */
import { copyState, field, FIELD_NAMES } from "../../spec/fields.ts";
import type { RuleId } from "../../spec/generated/rule-id.ts";
import { RULES } from "../../spec/generated/rules.ts";
import type { End, FieldName, Observation, Outcome, Prediction, Signed, TestCase } from "../../spec/model.ts";
import { predict } from "../../oracles/index.ts";
import type { Adapter, Capabilities } from "../../harness/adapter.ts";
import { comparator, type Comparison } from "../../harness/compare.ts";
import { judged, judgedEnd } from "../../harness/landing.ts";
import { SEES_ALL } from "./support.ts";

const compareAll = comparator(SEES_ALL);

export interface FlipOptions {
  readonly adapter: Adapter;
  readonly cases: readonly TestCase[];
}

export interface FlipReport {
  /** Cases whose observation was flipped: they pass, and the manual allows one outcome. */
  readonly cases: number;
  readonly flips: number;
  readonly fields: ReadonlySet<FieldName>;
  readonly blamed: ReadonlySet<RuleId>;
  /** What compare said otherwise than it must; empty when all is well. */
  readonly wrong: readonly string[];
}

/** Runs the cases once and flips every observed part of every answer. */
export async function flipFields({ adapter, cases }: FlipOptions): Promise<FlipReport> {
  const compare = comparator(adapter.capabilities);
  const answers = await adapter.run(cases);
  const report = {
    cases: 0,
    flips: 0,
    fields: new Set<FieldName>(),
    blamed: new Set<RuleId>(),
    wrong: [] as string[],
  };
  for (const [index, testCase] of cases.entries()) {
    const answer = answers[index];
    const prediction = predict(testCase);
    const [outcome, ...others] = prediction.outcomes;
    if (answer === undefined || "unsupported" in answer || others.length > 0) continue;
    const observation = judged(testCase, answer);
    if (compare(testCase, prediction, observation).status !== "pass") continue;
    report.cases++;
    for (const flip of flipsOf(outcome, observation, adapter.capabilities)) {
      report.flips++;
      if (flip.name !== undefined) report.fields.add(flip.name);
      const verdict = compare(testCase, prediction, flip.flipped);
      const expected = culprits(testCase, prediction, observation, flip);
      for (const rule of expected) report.blamed.add(rule);
      const said = blameOf(verdict);
      if (!isRight(said, expected, flip)) {
        const names = [said, expected].map((rules) => rules.join(", "));
        report.wrong.push(`case ${index}: ${flip.what} blames "${names[0]}", not "${names[1]}"`);
      }
    }
  }
  return report;
}

interface Flip {
  readonly what: string;
  readonly flipped: Observation;
  /** Absent when the end is flipped. */
  readonly name?: FieldName;
  /** The rule that decides the flipped bit; undefined where it is not compared. */
  readonly owner: RuleId | undefined;
}

/** For each field one flip per rule that decides bits of it, one of unspecified and of unseen bits; then the end. */
function* flipsOf(outcome: Outcome, observation: Observation, capabilities: Capabilities): Generator<Flip> {
  for (const name of FIELD_NAMES) {
    if (observation.unseen?.includes(name) === true) continue;
    const { mask, get, set } = field(name);
    const seen = (capabilities.fields.get(name)?.seen ?? mask) & mask;
    const done = new Set<string>();
    for (let bit = 1n; bit <= mask; bit <<= 1n) {
      const owner = (seen & bit) === 0n ? undefined : ownerOf(outcome, name, bit);
      const group = owner ?? ((seen & bit) === 0n ? "unseen" : "unspecified");
      if (done.has(group)) continue;
      done.add(group);
      const after = copyState(observation.after);
      set(after, get(after) ^ bit);
      yield { what: `${name} ^ 0x${bit.toString(16)}`, flipped: { ...observation, after }, name, owner };
    }
  }
  for (const end of otherEnds(observation.end)) {
    yield { what: `end ${textOf(end)}`, flipped: { ...observation, end }, owner: outcome.endRule };
  }
}

/** Found bit by bit and from the last signature on, unlike compare does it. */
function ownerOf(outcome: Outcome, name: FieldName, bit: bigint): RuleId | undefined {
  const has = ({ mask }: Signed): boolean => (mask & bit) !== 0n;
  if (outcome.masked.get(name)?.some(has) === true) return undefined;
  return outcome.fields.get(name)?.findLast(has)?.rule ?? outcome.unchanged;
}

/** Addresses are bigints, which JSON does not know. */
function textOf(end: End): string {
  return JSON.stringify(end, (_, value: unknown) => (typeof value === "bigint" ? value.toString(16) : value));
}

/** Ends of every kind that are not this one. */
function otherEnds(end: End): readonly End[] {
  return someEnds(end).filter((other) => textOf(other) !== textOf(end));
}

function someEnds(end: End): readonly End[] {
  const ends: End[] = [
    { kind: "shutdown" },
    { kind: "timeout" },
    { kind: "exception", vector: 17, errorCode: 0 },
  ];
  if (end.kind !== "exception") return ends;
  const { vector, errorCode = 0 } = end;
  return [
    ...ends,
    { kind: "retired" },
    { ...end, vector: vector ^ 16 },
    { ...end, errorCode: errorCode ^ 8 },
  ];
}

/** The rules that may be blamed for a flip; none where the flip must not be noticed. */
function culprits(
  testCase: TestCase,
  prediction: Prediction,
  observation: Observation,
  flip: Flip,
): readonly RuleId[] {
  const { flipped, name, owner } = flip;
  if (owner === undefined) return [];
  const [outcome] = prediction.outcomes;
  // What happens to look just like something that a rule rules out is that rule's matter.
  const ruledOut = [...prediction.exercised].filter(
    (rule) =>
      RULES.get(rule)?.kind === "absence" &&
      compareAll(testCase, predict(testCase, [rule]), flipped).status === "pass",
  );
  if (ruledOut.length > 0) return ruledOut;
  // A fault stays at its instruction; at another RIP it is another fault. A flip of RIP can also
  // turn a fault into a landing.
  const isMoved = name === "rip" && outcome.end.kind === "exception" && !outcome.fields.has("rip");
  const isSameEnd = flipped.end !== observation.end || judgedEnd(testCase, flipped) === observation.end;
  return [isMoved || !isSameEnd ? outcome.endRule : owner];
}

function blameOf(verdict: Comparison): readonly RuleId[] {
  return verdict.status === "fail" ? [...verdict.broken.keys()] : [];
}

/**
 * No flip of an end alone is what a processor would do, since its state says otherwise; there it is
 * enough that the rule of the end is among those that are blamed.
 */
function isRight(said: readonly RuleId[], expected: readonly RuleId[], { name }: Flip): boolean {
  if (expected.length === 0) return said.length === 0;
  const isBlamed = said.some((rule) => expected.includes(rule));
  return isBlamed && (said.length === 1 || name === undefined);
}
