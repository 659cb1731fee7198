/**
 * The steps of a case, one after the other. The processor runs them without a stop, so that what the oracle says of a
 * case is what it says of each step in the state that the steps before it have left.
 */
import { copyState, field, type MutableCpuState } from "../spec/fields.ts";
import type { RuleId } from "../spec/generated/rule-id.ts";
import type {
  CpuState,
  FieldName,
  Outcome,
  Prediction,
  Signed,
  SignedWrite,
  TestCase,
  Vendor,
} from "../spec/model.ts";
import { linearRip, stepAddresses } from "../spec/step-address.ts";
import { operationOf } from "./decoded.ts";
import { predictOperation, valueAfter, type Operation, type Subject } from "./operation.ts";

/**
 * Where one way through the steps has come: what was predicted so far, and the state after it. Bits that no manual
 * specifies are 0 in `cpu` and 1 in `other`: what depends on them is not specified either.
 */
interface Path {
  readonly outcome: Outcome;
  readonly cpu: CpuState;
  readonly other: CpuState;
}

/** What the manual allows for the steps of a case together; see `predict`. */
export function predictSteps(testCase: TestCase, broken: readonly RuleId[]): Prediction {
  const { before, steps } = testCase;
  const [only, second] = steps;
  if (only !== undefined && second === undefined)
    return predictStep(testCase, only.bytes, before, [], broken);
  const exercised = new Set<RuleId>();
  const starts = stepAddresses(testCase);
  const ended: Outcome[] = [];
  let paths: readonly Path[] = [];
  for (const [index, { bytes }] of steps.entries()) {
    const next: Path[] = [];
    for (const path of index === 0 ? [undefined] : paths) {
      if (path !== undefined && linearRip(path.cpu) !== starts[index]) {
        // Elsewhere nothing is mapped: the case has ended by landing there.
        ended.push(path.outcome);
        continue;
      }
      const stored = path?.outcome.writes ?? [];
      const prediction = predictStep(testCase, bytes, path?.cpu ?? before, stored, broken);
      for (const rule of prediction.exercised) exercised.add(rule);
      const others =
        path === undefined || path.cpu === path.other
          ? prediction
          : predictStep(testCase, bytes, path.other, stored, broken);
      for (const [position, outcome] of prediction.outcomes.entries()) {
        // Open bits decide no variant so far; if they do, the last outcome stands for those that are missing.
        const other = others.outcomes[Math.min(position, others.outcomes.length - 1)] as Outcome;
        for (const each of continued(path ?? { cpu: before, other: before }, outcome, other)) {
          if (each.outcome.end.kind === "retired") next.push(each);
          else ended.push(each.outcome);
        }
      }
    }
    paths = next;
  }
  const outcomes = [...ended, ...paths.map(({ outcome }) => outcome)];
  return { outcomes: outcomes as [Outcome, ...Outcome[]], exercised };
}

/** A path with one more step; none where the step takes another alternative than an earlier one at the same point. */
function continued(
  path: Pick<Path, "cpu" | "other"> & Partial<Path>,
  outcome: Outcome,
  other: Outcome,
): readonly Path[] {
  const contradicts = outcome.choices.some(({ variant, alternative }) =>
    path.outcome?.choices.some((choice) => choice.variant === variant && choice.alternative !== alternative),
  );
  if (contradicts) return [];
  if (!endsLike(outcome, other)) {
    // What is not specified decides how the step ends: both ways are allowed.
    const both = [[path.cpu, outcome] as const, [path.other, other] as const];
    return both.map(([cpu, each]) => joined(path, each, stateAfter(cpu, each), stateAfter(cpu, each)));
  }
  return [joined(path, outcome, stateAfter(path.cpu, outcome), stateAfter(path.other, other))];
}

function endsLike(one: Outcome, other: Outcome): boolean {
  const text = ({ end, endRule, writes }: Outcome): string =>
    [
      endRule,
      ...Object.values(end).map(String),
      ...writes.map(({ linear, bytes }) => `${linear} ${bytes.join()}`),
    ].join();
  return text(one) === text(other);
}

/** The steps so far and one more, which leaves these states, as one outcome. */
function joined(
  { outcome: earlier, cpu: { rip: start } }: Pick<Path, "cpu"> & Partial<Path>,
  later: Outcome,
  cpu: MutableCpuState,
  other: MutableCpuState,
): Path {
  for (const [name, signed] of later.masked) {
    const { get, set } = field(name);
    const mask = maskOf(signed);
    set(cpu, get(cpu) & ~mask);
    set(other, get(other) | mask);
  }
  const outcome =
    earlier === undefined
      ? later
      : {
          ...later,
          choices: [...earlier.choices, ...later.choices],
          fields: overlaid(earlier.fields, later),
          masked: openBits(earlier, later, { cpu, other }),
          writes: [...earlier.writes, ...later.writes],
          last: { rip: start, completed: later.fields.has("rip") },
        };
  return { outcome, cpu, other: later.masked.size === 0 && earlier === undefined ? cpu : other };
}

/** What an earlier step signed, less the bits that the later one decided, and what that one signed. */
function overlaid(
  earlier: ReadonlyMap<FieldName, readonly Signed[]>,
  { fields }: Outcome,
): ReadonlyMap<FieldName, readonly Signed[]> {
  const result = new Map(fields);
  for (const [name, signed] of earlier) {
    const decided = maskOf(fields.get(name));
    const kept = signed
      .map((each) => ({ ...each, mask: each.mask & ~decided, value: each.value & ~decided }))
      .filter(({ mask }) => mask !== 0n);
    if (kept.length > 0) result.set(name, [...kept, ...(fields.get(name) ?? [])]);
  }
  return result;
}

/** The bits that are open after the steps: masked and not decided since, or taken from such bits. */
function openBits(
  earlier: Outcome,
  later: Outcome,
  { cpu, other }: { readonly cpu: CpuState; readonly other: CpuState },
): ReadonlyMap<FieldName, readonly Signed[]> {
  const result = new Map<FieldName, readonly Signed[]>();
  const [source] = [...later.masked.values(), ...earlier.masked.values()];
  for (const name of new Set([...earlier.masked.keys(), ...later.masked.keys(), ...later.fields.keys()])) {
    const { get } = field(name);
    const still = maskOf(earlier.masked.get(name)) & ~maskOf(later.fields.get(name));
    const mask = (get(cpu) ^ get(other)) | still | maskOf(later.masked.get(name));
    const [own = source?.[0]] = later.masked.get(name) ?? earlier.masked.get(name) ?? [];
    if (mask !== 0n && own !== undefined) result.set(name, [{ mask, value: 0n, rule: own.rule }]);
  }
  return result;
}

function maskOf(signed: readonly Signed[] = []): bigint {
  return signed.reduce((mask, each) => mask | each.mask, 0n);
}

function predictStep(
  testCase: TestCase,
  bytes: Uint8Array,
  cpu: CpuState,
  stored: readonly SignedWrite[],
  broken: readonly RuleId[],
): Prediction {
  const { profile } = testCase;
  const { operation, subject } = operationOf(
    { cpu, bytes, profile, memory: { ...testCase, stored } },
    profile.vendor,
  );
  return predictOperation(operation, subject, broken);
}

/** What the default path does in each step, in order, until the case ends. */
export function runSteps(
  testCase: TestCase,
  vendor: Vendor,
  run: (operation: Operation, subject: Subject) => { readonly outcome: Outcome; readonly after: CpuState },
): void {
  const { before, profile, steps } = testCase;
  const starts = stepAddresses(testCase);
  let cpu = before;
  const stored: SignedWrite[] = [];
  for (const [index, { bytes }] of steps.entries()) {
    if (index > 0 && linearRip(cpu) !== starts[index]) return;
    const memory = { ...testCase, stored: [...stored] };
    const { operation, subject } = operationOf({ cpu, bytes, profile, memory }, vendor);
    const { outcome, after } = run(operation, subject);
    if (outcome.end.kind !== "retired") return;
    stored.push(...outcome.writes);
    cpu = after;
  }
}

/** The state after an outcome with the bits that it masks as they were. */
export function stateAfter(before: CpuState, outcome: Outcome): MutableCpuState {
  const after = copyState(before);
  for (const name of outcome.fields.keys()) field(name).set(after, valueAfter(outcome, before, name));
  return after;
}
