/**
 * Compares what the oracle predicted with what a processor did, and names the rule behind each
 * difference. A different end blames the rule that decided the end, and nobody else; under the
 * same end each differing field blames the rule that signed the differing bits.
 */
import { field, FIELD_NAMES } from "../spec/fields.ts";
import { predict } from "../oracles/index.ts";
import type { RuleId } from "../spec/generated/rule-id.ts";
import { RULES } from "../spec/generated/rules.ts";
import type {
  Choice,
  CpuState,
  End,
  FieldName,
  Observation,
  Outcome,
  Prediction,
  Signed,
  TestCase,
} from "../spec/model.ts";
import type { Capabilities } from "./adapter.ts";
import { fieldIndex, findChanges, reader } from "./changes.ts";
import { judgedEnd } from "./landing.ts";
import type { Difference, FieldDifference, Verdict } from "./verdict.ts";

/** The verdicts that a comparison can reach; skips and errors have nothing to compare. */
export type Comparison = Extract<Verdict, { status: "pass" | "fail" }>;

/** Judges one case. Not reentrant: it owns scratch memory. */
export type Compare = (testCase: TestCase, prediction: Prediction, observation: Observation) => Comparison;

const NO_SIGNED: readonly Signed[] = [];
const FIELDS = FIELD_NAMES.map((name) => field(name));
const READ = FIELD_NAMES.map((name) => reader(name));
const DB = 1;
const MISREAD: RuleId = "decode.dead_rex_ignored";
const LOW_32 = 0xffff_ffff;
const FULL: readonly bigint[] = FIELDS.map(({ mask }) => mask);

/** A compare function for a processor with these capabilities; only bits that it sees count. */
export function comparator(capabilities: Capabilities): Compare {
  const seen = FIELD_NAMES.map(
    (name, index) => (capabilities.fields.get(name)?.seen ?? -1n) & (FULL[index] as bigint),
  );
  const changed = new Uint8Array(FIELD_NAMES.length);
  const done = new Uint32Array(FIELD_NAMES.length);
  let turn = 0;

  /** Whether every compared bit of the state after is as `outcome` says. */
  function stateFits(
    outcome: Outcome,
    before: CpuState,
    after: CpuState,
    visible: readonly bigint[],
    changes: number,
  ): boolean {
    turn++;
    for (const [name, signed] of outcome.fields) {
      const index = fieldIndex(name);
      done[index] = turn;
      if (!fieldFits(index, signed, outcome.masked.get(name), before, after, visible[index] as bigint))
        return false;
    }
    if (outcome.masked.size > 0) {
      for (const [name, masked] of outcome.masked) {
        const index = fieldIndex(name);
        if (done[index] === turn) continue;
        done[index] = turn;
        if (!fieldFits(index, NO_SIGNED, masked, before, after, visible[index] as bigint)) return false;
      }
    }
    for (let position = 0; position < changes; position++) {
      const index = changed[position] as number;
      if (
        done[index] !== turn &&
        !fieldFits(index, NO_SIGNED, undefined, before, after, visible[index] as bigint)
      )
        return false;
    }
    return true;
  }

  return (testCase, prediction, observation) => {
    const { before } = testCase;
    const { after, unseen } = observation;
    const visible = unseen === undefined || unseen.length === 0 ? seen : hiding(seen, unseen);
    const end = judgedEnd(testCase, observation);
    const changes = findChanges(before, after, changed);
    const { outcomes } = prediction;

    let fitting: Outcome | undefined;
    let choices: readonly Choice[] = [];
    if (observation.writes.length === 0) {
      for (const outcome of outcomes) {
        if (!endsAs(outcome, end, before, after) || !stateFits(outcome, before, after, visible, changes))
          continue;
        choices = fitting === undefined ? outcome.choices : shared(choices, outcome.choices);
        fitting ??= outcome;
      }
    }
    if (fitting !== undefined) {
      return {
        status: "pass",
        choices,
        maskedBits: fitting.masked.size === 0 ? 0 : countMasked(fitting, visible),
      };
    }
    const misbeliefs = misbeliefsOf(testCase, prediction.exercised);
    return blame(
      { outcomes, misbeliefs, changed: changed.slice(0, changes) },
      end,
      observation,
      before,
      visible,
    );
  };
}

/** What a processor would do that does what a rule says does not happen. */
interface Misbelief {
  /** The rules that it breaks: that one, and for a misread instruction a check of what was read. */
  readonly rules: readonly RuleId[];
  readonly outcome: Outcome;
}

/**
 * A rule about something that does not happen signs no field, so that differences alone would blame
 * the rules of what it brings about. These outcomes are what it looks like when it does happen.
 */
function misbeliefsOf(testCase: TestCase, exercised: ReadonlySet<RuleId>): readonly Misbelief[] {
  const believing = (...rules: readonly RuleId[]): readonly Misbelief[] =>
    predict(testCase, rules).outcomes.map((outcome) => ({ rules, outcome }));
  return [...exercised]
    .filter((rule) => RULES.get(rule)?.kind === "absence")
    .flatMap((rule) => {
      const misbeliefs = believing(rule);
      if (rule !== MISREAD) return misbeliefs;
      // Another instruction was read, and the processor may lack one of its checks as well.
      const checks = misbeliefs.map(({ outcome }) => outcome.endRule);
      return [...misbeliefs, ...checks.flatMap((check) => believing(rule, check))];
    });
}

function fieldFits(
  index: number,
  signed: readonly Signed[],
  masked: readonly Signed[] | undefined,
  before: CpuState,
  after: CpuState,
  visible: bigint,
): boolean {
  const read = READ[index] as (typeof READ)[number];
  const observed = read(after);
  const [only] = signed;
  if (signed.length === 1 && only !== undefined && only.mask === FULL[index]) {
    if (typeof observed === "bigint" ? observed === only.value : observed === Number(only.value)) return true;
  } else if (fitsInLow32(signed, read(before), observed)) {
    return true;
  }
  const { get } = FIELDS[index] as (typeof FIELDS)[number];
  let predicted = get(before);
  for (const { mask, value } of signed) predicted = (predicted & ~mask) | value;
  return ((predicted ^ get(after)) & compared(visible, masked)) === 0n;
}

/**
 * Whether a field surely has its predicted value; false means "look closer". Bit operations on
 * bigints allocate, and nearly all values whose bits several rules sign fit into 32 bits.
 */
function fitsInLow32(signed: readonly Signed[], before: bigint | number, observed: bigint | number): boolean {
  const old = Number(before);
  const seen = Number(observed);
  if (old > LOW_32 || seen > LOW_32) return false;
  let predicted = old;
  for (const { mask, value } of signed) {
    const bits = Number(value);
    if (bits > LOW_32) return false;
    predicted = (predicted & ~Number(BigInt.asUintN(32, mask))) | bits;
  }
  return (predicted | 0) === (seen | 0);
}

/** The bits that are seen and that the manuals specify. */
function compared(visible: bigint, masked: readonly Signed[] | undefined): bigint {
  let bits = visible;
  if (masked !== undefined) for (const { mask } of masked) bits &= ~mask;
  return bits;
}

function sameEnd(predicted: End, observed: End): boolean {
  if (predicted.kind !== observed.kind) return false;
  if (predicted.kind !== "exception" || observed.kind !== "exception") return true;
  return (
    predicted.vector === observed.vector &&
    predicted.errorCode === observed.errorCode &&
    (predicted.address === undefined || predicted.address === observed.address)
  );
}

/** Whether the case ended as `outcome` says: with the same end, before or after the instruction completed. */
function endsAs(outcome: Outcome, end: End, before: CpuState, after: CpuState): boolean {
  return sameEnd(outcome.end, end) && !strays(outcome, before, after) && !stays(outcome, end, before, after);
}

/**
 * Whether an exception was raised at another RIP than the predicted fault of the instruction: then
 * the instruction did not fault, and something after it did.
 */
function strays(outcome: Outcome, before: CpuState, after: CpuState): boolean {
  return outcome.end.kind === "exception" && !outcome.fields.has("rip") && after.rip !== before.rip;
}

/**
 * Whether a fault was raised at the instruction itself, which should have completed before a trap
 * or before the fault of the next fetch.
 */
function stays(outcome: Outcome, end: End, before: CpuState, after: CpuState): boolean {
  if (end.kind !== "exception" || end.vector === DB || after.rip !== before.rip) return false;
  return outcome.end.kind === "exception" && outcome.fields.has("rip");
}

function hiding(seen: readonly bigint[], unseen: readonly FieldName[]): readonly bigint[] {
  const visible = [...seen];
  for (const name of unseen) visible[fieldIndex(name)] = 0n;
  return visible;
}

function shared(some: readonly Choice[], others: readonly Choice[]): readonly Choice[] {
  return some.filter(({ variant, alternative }) =>
    others.some((other) => other.variant === variant && other.alternative === alternative),
  );
}

function countMasked(outcome: Outcome, visible: readonly bigint[]): number {
  let count = 0;
  for (const [name, masked] of outcome.masked) {
    const all = visible[fieldIndex(name)] as bigint;
    for (let bits = all & ~compared(all, masked); bits !== 0n; bits &= bits - 1n) count++;
  }
  return count;
}

/**
 * Blames the outcome that comes closest: the same end first, then the fewest differing fields, then
 * the first. Where a misbelief comes closer than every allowed outcome, its rule is broken, and
 * beside it only the rules of what differs from the misbelief too.
 */
function blame(
  {
    outcomes,
    misbeliefs,
    changed,
  }: { outcomes: readonly Outcome[]; misbeliefs: readonly Misbelief[]; changed: Uint8Array },
  end: End,
  observation: Observation,
  before: CpuState,
  visible: readonly bigint[],
): Comparison {
  const endsSo = (outcome: Outcome): boolean => endsAs(outcome, end, before, observation.after);
  const rated = (outcome: Outcome): Rated => {
    const ended = endsSo(outcome);
    const differences = differencesOf(outcome, before, observation, { visible, changed });
    const fields = new Set(differences.map((difference) => difference.field)).size;
    return { outcome, differences, ended, rank: (ended ? 0 : FIELD_NAMES.length + 2) + fields };
  };
  const best = outcomes.map(rated).reduce(closer);
  const believed = misbeliefs
    .filter(({ outcome }) => endsSo(outcome))
    .map(({ rules, outcome }) => ({ rules, ...rated(outcome) }))
    .reduce<(Rated & { rules: readonly RuleId[] }) | undefined>(
      (one, other) => (one === undefined || other.rank < one.rank ? other : one),
      undefined,
    );
  if (believed !== undefined && believed.rank < best.rank) {
    const done = differencesBlamed(best, end, before, observation);
    const broken = new Map<RuleId, readonly Difference[]>(
      believed.rules.map((rule) => [rule, done.map((each) => ({ ...each, rule }))]),
    );
    for (const [rule, differences] of byRule(believed.differences)) broken.set(rule, differences);
    return { status: "fail", broken, detail: best.ended ? [] : best.differences, orderRules: [] };
  }
  return {
    status: "fail",
    broken: byRule(differencesBlamed(best, end, before, observation)),
    detail: best.ended ? [] : best.differences,
    orderRules: best.ended ? [] : best.outcome.orderRules,
  };
}

/** How close an outcome comes to what was observed; the lowest rank is the closest. */
interface Rated {
  readonly outcome: Outcome;
  readonly differences: readonly Difference[];
  /** It ended as the outcome says. */
  readonly ended: boolean;
  readonly rank: number;
}

function closer(one: Rated, other: Rated): Rated {
  return other.rank < one.rank ? other : one;
}

/** Under another end the end alone is to blame, whatever else differs. */
function differencesBlamed(
  { outcome, differences, ended }: Rated,
  end: End,
  before: CpuState,
  { after }: Observation,
): readonly Difference[] {
  if (ended) return differences;
  const moved = sameEnd(outcome.end, end) && strays(outcome, before, after);
  const rule = stays(outcome, end, before, after) ? completionOf(outcome) : outcome.endRule;
  return [
    {
      rule,
      field: "end",
      predicted: outcome.end,
      observed: end,
      ...(moved && { moved: true }),
    },
  ];
}

/** The rule that nothing but its own checks makes the instruction fault. */
function completionOf({ unchanged }: Outcome): RuleId {
  return unchanged.replace(".unchanged", ".completes") as RuleId;
}

function byRule(differences: readonly Difference[]): ReadonlyMap<RuleId, readonly Difference[]> {
  const found = new Map<RuleId, Difference[]>();
  for (const difference of differences) {
    const others = found.get(difference.rule);
    if (others === undefined) found.set(difference.rule, [difference]);
    else others.push(difference);
  }
  return found;
}

/**
 * Every difference of state and memory from `outcome`, in the order of FIELD_NAMES. Only a field that
 * changed, or that a rule signed, can differ.
 */
function differencesOf(
  outcome: Outcome,
  before: CpuState,
  observation: Observation,
  { visible, changed }: { visible: readonly bigint[]; changed: Uint8Array },
): readonly Difference[] {
  const { after } = observation;
  const candidates = new Set<number>(changed);
  for (const name of outcome.fields.keys()) candidates.add(fieldIndex(name));
  const differing = [...candidates].filter((index) => {
    const name = FIELD_NAMES[index] as FieldName;
    const signed = outcome.fields.get(name) ?? NO_SIGNED;
    return !fieldFits(index, signed, outcome.masked.get(name), before, after, visible[index] as bigint);
  });
  const differences: Difference[] = differing
    .toSorted((one, other) => one - other)
    .flatMap((index) => {
      const name = FIELD_NAMES[index] as FieldName;
      return fieldDifferences(name, outcome, before, after, visible[index] as bigint);
    });
  if (observation.writes.length > 0) {
    differences.push({
      rule: outcome.unchanged,
      field: "memory",
      predicted: [],
      observed: observation.writes,
    });
  }
  return differences;
}

/** The differences of one field, one per rule that signed differing bits of it. */
function fieldDifferences(
  name: FieldName,
  outcome: Outcome,
  before: CpuState,
  after: CpuState,
  visible: bigint,
): readonly FieldDifference[] {
  const { get } = field(name);
  const observed = get(after);
  const signed = outcome.fields.get(name) ?? NO_SIGNED;
  let undecided = compared(visible, outcome.masked.get(name));
  const differences: FieldDifference[] = [];
  const check = (rule: RuleId, mask: bigint, value: bigint): void => {
    if (((value ^ observed) & mask) === 0n) return;
    differences.push({ rule, field: name, mask, predicted: value & mask, observed: observed & mask });
  };
  // Where two rules sign the same bit, the later one decided it.
  for (const { rule, mask, value } of signed.toReversed()) {
    check(rule, mask & undecided, value);
    undecided &= ~mask;
  }
  check(outcome.unchanged, undecided, get(before));
  return differences;
}
