/**
 * The recorder on which every oracle is written: straight-line code in the manual's order, each
 * line that has an effect signed with the rule that demands it. Reading `cpu` always gives the
 * state before the instruction; a fault discards what was set unless `commit` came first.
 */
import { DELIVERED_VECTORS } from "../spec/delivered-vectors.ts";
import { copyState, field, SEGMENT_NAMES, SEGMENT_PART_WIDTHS } from "../spec/fields.ts";
import type { RuleId } from "../spec/generated/rule-id.ts";
import type {
  Choice,
  CpuState,
  End,
  FieldName,
  Outcome,
  Prediction,
  Profile,
  Segment,
  SegmentName,
  Signed,
  SignedWrite,
} from "../spec/model.ts";
import { MemoryView, type Memory } from "./common/memory-view.ts";
import type { Instruction } from "./common/decode.ts";
import type { Exception } from "./common/exceptions.ts";
import type { Mutant } from "./mutant.ts";

/** One signed line of an operation, in the order in which it was reached. */
export interface TraceStep {
  readonly rule: RuleId;
  readonly text: string;
}

/** What an operation may look at and do. */
export interface OperationContext {
  readonly cpu: CpuState;
  readonly instruction: Instruction;
  readonly profile: Profile;
  /** Memory as the case and the stores so far leave it. */
  readonly memory: Pick<MemoryView, "byteAt" | "pageAt">;
  /** A fault: ends the operation with nothing kept but what `commit` kept. */
  readonly raise: (exception: Exception, rule: RuleId) => void;
  /** A trap, or a fault of the next fetch: ends the operation with everything kept. */
  readonly trap: (exception: Exception, rule: RuleId) => void;
  /** Whole fields take new values. */
  readonly set: (fields: { readonly [name in FieldName]?: bigint | number }, rule: RuleId) => void;
  /** The bits of `mask` in one field take those of `value`. */
  readonly setBits: (name: FieldName, mask: bigint, value: bigint, rule: RuleId) => void;
  /** Parts of a segment register take new values. */
  readonly load: (name: SegmentName, parts: Partial<Segment>, rule: RuleId) => void;
  /**
   * The bits of `mask` take those of `value`, where one might expect those of `otherwise`: a processor without the
   * rule takes these, because keeping the old value would not tell it apart.
   */
  readonly force: (
    name: FieldName,
    mask: bigint,
    values: { readonly value: bigint; readonly otherwise: bigint },
    rule: RuleId,
  ) => void;
  /**
   * Bytes in memory, at a linear address that was checked before, take new values. At once: a fault that follows
   * takes back registers, never memory.
   */
  readonly store: (linear: bigint, bytes: Uint8Array, rule: RuleId) => void;
  /** Bits of a written value that a register ignores: it keeps its own. */
  readonly ignore: (name: FieldName, mask: bigint, written: bigint, rule: RuleId) => void;
  /** The manual does not say what these bits become. */
  readonly unspecified: (name: FieldName, mask: bigint, rule: RuleId) => void;
  /** Nothing happens here, though one might think so; `misbelief` is what would happen. */
  readonly absent: (rule: RuleId, misbelief: () => void) => void;
  /** Two checks, the first of which wins where both apply. */
  readonly order: (rule: RuleId, first: () => void, second: () => void) => void;
  /** The processor comes to the handler of an event: the operation ends `delivered` instead of `retired`. */
  readonly arrive: (vector: number) => void;
  /** A point where manuals differ or are silent: one outcome per alternative, the first is the default. */
  readonly variant: <Alternative extends string>(
    rule: RuleId,
    alternatives: readonly [Alternative, ...Alternative[]],
  ) => Alternative;
}

/** An instruction's operation, named after the rule family that signs its ends. */
export interface Operation {
  readonly name: string;
  readonly body: (context: OperationContext) => void;
}

/** States the operation of the instruction `name`. */
export function operation(name: string, body: (context: OperationContext) => void): Operation {
  return { name, body };
}

/** Thrown to leave an operation once its end is known; never an error. */
const STOP: unique symbol = Symbol("the end of the operation is known");

const DB = 1;
const RF = 1n << 16n;
const DR6_BS = 1n << 14n;
const DR6_B0_TO_B3 = 0xfn;

/** Takes an exception that was raised through the IDT of the case; `context.cpu` is the state that it interrupts. */
export type Deliver = (context: OperationContext, exception: End & { readonly kind: "exception" }) => void;

interface Ending {
  readonly end: End;
  readonly rule: RuleId;
  readonly keeps: boolean;
}

const NO_SIGNED: readonly Signed[] = [];
const NO_WRITES: readonly SignedWrite[] = [];

type SegmentPaths = { readonly [part in keyof Segment]: { readonly path: FieldName; readonly mask: bigint } };

/** The fields of each segment register; building their names anew costs more than the rest of a load. */
const SEGMENT_PATHS = Object.fromEntries(
  SEGMENT_NAMES.map((name) => [
    name,
    Object.fromEntries(
      (Object.keys(SEGMENT_PART_WIDTHS) as (keyof Segment)[]).map((part) => {
        const path = `${name}.${part}` as const;
        return [part, { path, mask: field(path).mask }];
      }),
    ),
  ]),
) as { readonly [name in SegmentName]: SegmentPaths };

/** Runs one operation once, along one combination of alternatives. */
class Recorder implements OperationContext {
  readonly cpu: CpuState;
  readonly instruction: Instruction;
  readonly profile: Profile;
  readonly exercised: Set<RuleId>;
  readonly choices: Choice[] = [];
  /** Alternatives that this path did not take: where to go on. */
  readonly untaken: { readonly path: readonly string[] }[] = [];
  /** Filled only when somebody wants to read it. */
  readonly steps: TraceStep[] = [];
  private readonly traces: boolean;
  private fields = new Map<FieldName, Signed[]>();
  private masked = new Map<FieldName, Signed[]>();
  /** Undefined until something is stored: most instructions store nothing. */
  private writes: SignedWrite[] | undefined;
  private view: MemoryView | undefined;
  private readonly content: Memory;
  private readonly orderRules: RuleId[] = [];
  private readonly mutated: ReadonlySet<RuleId>;
  private readonly path: readonly string[];
  private readonly deliver: Deliver | undefined;
  private ending: Ending | undefined;
  private arrived: number | undefined;

  constructor(
    subject: Subject,
    options: {
      path: readonly string[];
      exercised: Set<RuleId>;
      mutated: ReadonlySet<RuleId>;
      traces?: boolean;
    },
  ) {
    this.cpu = subject.cpu;
    this.instruction = subject.instruction;
    this.profile = subject.profile;
    this.content = subject.memory;
    this.deliver = subject.deliver;
    this.path = options.path;
    this.exercised = options.exercised;
    this.mutated = options.mutated;
    this.traces = options.traces === true;
  }

  get memory(): MemoryView {
    return (this.view ??= new MemoryView(this.content));
  }

  readonly raise = (exception: Exception, rule: RuleId): void => this.finish(exception, rule, false);

  readonly trap = (exception: Exception, rule: RuleId): void => this.finish(exception, rule, true);

  private finish(exception: Exception, rule: RuleId, keeps: boolean): void {
    if (this.mutated.has(rule)) return;
    this.note(rule, exception.name);
    this.ending = { end: exception.end, rule, keeps };
    throw STOP;
  }

  readonly set = (fields: { readonly [name in FieldName]?: bigint | number }, rule: RuleId): void => {
    for (const name in fields) {
      const value = fields[name as FieldName] as bigint | number;
      const all = field(name as FieldName).mask;
      this.setBits(name as FieldName, all, typeof value === "bigint" ? value : BigInt(value), rule);
    }
  };

  readonly setBits = (name: FieldName, mask: bigint, value: bigint, rule: RuleId): void => {
    if (this.mutated.has(rule)) return;
    this.note(rule, name);
    sign(this.fields, name, { mask, value: value & mask, rule });
  };

  readonly load = (name: SegmentName, parts: Partial<Segment>, rule: RuleId): void => {
    const paths = SEGMENT_PATHS[name];
    for (const part in parts) {
      const value = parts[part as keyof Segment] as bigint | number;
      const { path, mask } = paths[part as keyof Segment];
      this.setBits(path, mask, BigInt(value), rule);
    }
  };

  readonly store = (linear: bigint, bytes: Uint8Array, rule: RuleId): void => {
    if (this.mutated.has(rule)) return;
    this.note(rule, `memory at ${linear.toString(16)}h`);
    this.memory.put(linear, bytes);
    (this.writes ??= []).push({ linear, bytes, rule });
  };

  readonly force = (
    name: FieldName,
    mask: bigint,
    { value, otherwise }: { readonly value: bigint; readonly otherwise: bigint },
    rule: RuleId,
  ): void => {
    this.note(rule, name);
    sign(this.fields, name, { mask, value: (this.mutated.has(rule) ? otherwise : value) & mask, rule });
  };

  readonly ignore = (name: FieldName, mask: bigint, written: bigint, rule: RuleId): void => {
    this.force(name, mask, { value: field(name).get(this.cpu), otherwise: written }, rule);
  };

  readonly unspecified = (name: FieldName, mask: bigint, rule: RuleId): void => {
    this.note(rule, name);
    sign(this.masked, name, { mask, value: 0n, rule });
  };

  readonly arrive = (vector: number): void => {
    this.arrived = vector;
  };

  readonly absent = (rule: RuleId, misbelief: () => void): void => {
    this.note(rule, "does not happen");
    if (this.mutated.has(rule)) misbelief();
  };

  readonly order = (rule: RuleId, first: () => void, second: () => void): void => {
    if (this.mutated.has(rule)) {
      second();
      first();
      return;
    }
    const winner = this.attempt(first);
    if (winner === undefined) {
      second();
      return;
    }
    const noted = new Set(this.exercised);
    const length = this.steps.length;
    const stored = this.writes?.length ?? 0;
    const { length: chosen } = this.choices;
    const { length: waiting } = this.untaken;
    const loser = this.attempt(second);
    // What the loser chose decides nothing.
    this.choices.length = chosen;
    this.untaken.length = waiting;
    if (this.writes !== undefined) this.writes.length = stored;
    this.exercised.clear();
    for (const each of noted) this.exercised.add(each);
    this.steps.length = length;
    if (loser !== undefined) {
      this.orderRules.push(rule);
      this.note(rule, "decides between two faults");
    }
    this.ending = winner;
    throw STOP;
  };

  /** The ending that `check` brings, or undefined when it passes. */
  private attempt(check: () => void): Ending | undefined {
    try {
      check();
      return undefined;
    } catch (thrown) {
      if (thrown !== STOP) throw thrown;
      return this.ending;
    }
  }

  readonly variant = <Alternative extends string>(
    rule: RuleId,
    alternatives: readonly [Alternative, ...Alternative[]],
  ): Alternative => {
    const depth = this.choices.length;
    const wanted = this.path[depth];
    const alternative = alternatives.find((each) => each === wanted) ?? alternatives[0];
    if (wanted === undefined) {
      const prefix = this.choices.map((choice) => choice.alternative);
      for (const other of alternatives.slice(1)) this.untaken.push({ path: [...prefix, other] });
    }
    this.note(rule, alternative);
    this.choices.push({ variant: rule, alternative });
    return alternative;
  };

  /** Runs the operation to its end. */
  run(operation: Operation): Outcome {
    const first = this.endOf(() => {
      operation.body(this);
      const completes = `${operation.name}.completes` as RuleId;
      if (this.mutated.has(completes)) {
        return { end: { kind: "exception", vector: 6 }, rule: completes, keeps: false };
      }
      this.note(completes, "");
      return { end: this.arrival(), rule: completes, keeps: true };
    });
    if (!first.keeps) {
      this.fields = new Map();
      this.masked = new Map();
    }
    if (isDebugTrap(first.end)) {
      this.fields = without(this.fields, "dr6", DR6_BS | DR6_B0_TO_B3);
      this.masked = without(this.masked, "dr6", DR6_BS | DR6_B0_TO_B3);
      this.setBits("dr6", DR6_BS, DR6_BS, "debug.dr6_bs_set");
      this.unspecified("dr6", DR6_B0_TO_B3, "debug.dr6_b0_to_b3_unspecified");
    }
    const { end, rule } = this.afterDelivery(first);
    if (end.kind === "exception" && !isDebugTrap(end)) this.maskRf();
    const { keeps } = first;
    const unchanged = `${operation.name}.${keeps ? "unchanged" : "fault_unchanged"}` as RuleId;
    this.exercised.add(unchanged);
    return {
      choices: this.choices,
      end,
      endRule: rule,
      orderRules: this.orderRules,
      fields: this.fields,
      masked: this.masked,
      writes: this.writes ?? NO_WRITES,
      unchanged,
    };
  }

  /** The ending that `body` returns, or the one that stopped it. */
  private endOf(body: () => Ending): Ending {
    try {
      return body();
    } catch (thrown) {
      if (thrown !== STOP) throw thrown;
      return this.ending as Ending;
    }
  }

  private arrival(): End {
    return this.arrived === undefined ? { kind: "retired" } : { kind: "delivered", vector: this.arrived };
  }

  /** What comes of an exception that the case has delivered; a fault of the delivery takes back what that has set. */
  private afterDelivery(first: Ending): Ending {
    const { end, rule } = first;
    if (this.deliver === undefined || end.kind !== "exception" || !DELIVERED_VECTORS.includes(end.vector)) {
      return first;
    }
    const deliver = this.deliver;
    const cpu = copyState(this.cpu);
    for (const name of this.fields.keys()) field(name).set(cpu, valueOf(this.fields, this.cpu, name));
    let { fields, masked } = this;
    this.fields = new Map();
    this.masked = new Map();
    const last = this.endOf(() => {
      deliver({ ...this, cpu, memory: this.memory }, end);
      return { end: this.arrival(), rule, keeps: true };
    });
    if (last.keeps) {
      // What the delivery decides is no longer the instruction's.
      for (const decided of [this.fields, this.masked]) {
        for (const [name, signed] of decided) {
          const mask = signed.reduce((bits, each) => bits | each.mask, 0n);
          fields = without(fields, name, mask);
          masked = without(masked, name, mask);
        }
      }
      this.fields = joined(fields, this.fields);
      this.masked = joined(masked, this.masked);
    } else {
      this.fields = fields;
      this.masked = masked;
    }
    return last;
  }

  /** Before a fault is delivered RF is not architectural: only the pushed image has it. */
  private maskRf(): void {
    const signed = this.fields.get("rflags");
    if (signed !== undefined) {
      this.fields.set(
        "rflags",
        signed.map((each) => ({ ...each, mask: each.mask & ~RF, value: each.value & ~RF })),
      );
    }
    this.unspecified("rflags", RF, "fault.rf_unspecified");
  }

  private note(rule: RuleId, text: string): void {
    this.exercised.add(rule);
    if (this.traces) this.steps.push({ rule, text });
  }
}

function isDebugTrap(end: End): boolean {
  return end.kind === "exception" && end.vector === DB;
}

/** The signed bits but for those of `mask` in one field. */
function without(fields: Map<FieldName, Signed[]>, name: FieldName, mask: bigint): Map<FieldName, Signed[]> {
  const present = fields.get(name);
  if (present === undefined) return fields;
  const kept = present
    .map((each) => ({ ...each, mask: each.mask & ~mask, value: each.value & ~mask }))
    .filter((each) => each.mask !== 0n);
  const result = new Map(fields);
  if (kept.length > 0) result.set(name, kept);
  else result.delete(name);
  return result;
}

/** The bits of both, which have none in common. */
function joined(
  one: ReadonlyMap<FieldName, readonly Signed[]>,
  other: ReadonlyMap<FieldName, readonly Signed[]>,
): Map<FieldName, Signed[]> {
  const names = new Set([...one.keys(), ...other.keys()]);
  return new Map([...names].map((name) => [name, [...(one.get(name) ?? []), ...(other.get(name) ?? [])]]));
}

function sign(fields: Map<FieldName, Signed[]>, name: FieldName, signed: Signed): void {
  const present = fields.get(name);
  if (present === undefined) fields.set(name, [signed]);
  else present.push(signed);
}

/** What an operation runs on. */
export interface Subject {
  readonly cpu: CpuState;
  readonly instruction: Instruction;
  readonly profile: Profile;
  readonly memory: Memory;
  /** Where the case has exceptions delivered; absent where they are seen before. */
  readonly deliver?: Deliver | undefined;
}

/** Every outcome that the operation allows on `subject` without the rules `broken`; the default one comes first. */
export function predictOperation(
  operation: Operation,
  subject: Subject,
  broken: readonly RuleId[] = [],
): Prediction {
  const exercised = new Set<RuleId>();
  const mutated = new Set(broken);
  const first = new Recorder(subject, { path: [], exercised, mutated });
  const outcomes: [Outcome, ...Outcome[]] = [first.run(operation)];
  const waiting = [...first.untaken];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const recorder = new Recorder(subject, { path: next.path, exercised, mutated });
    outcomes.push(recorder.run(operation));
    waiting.push(...recorder.untaken);
  }
  return { outcomes, exercised };
}

/** The default outcome of the operation, or that of a processor which breaks `mutant.rule`. */
export function runOperation(operation: Operation, subject: Subject, mutant?: Mutant): Outcome {
  return new Recorder(subject, {
    path: [],
    exercised: new Set(),
    mutated: new Set(mutant && [mutant.rule]),
  }).run(operation);
}

/** The signed lines that the default path reaches, in order, and its outcome. */
export function traceOperation(
  operation: Operation,
  subject: Subject,
): { readonly lines: readonly TraceStep[]; readonly outcome: Outcome } {
  const recorder = new Recorder(subject, {
    path: [],
    exercised: new Set(),
    mutated: new Set(),
    traces: true,
  });
  const outcome = recorder.run(operation);
  return { lines: [...recorder.steps, { rule: outcome.unchanged, text: "everything else" }], outcome };
}

/** The bits that `name` has after the outcome, given the state before. */
export function valueAfter(outcome: Outcome, before: CpuState, name: FieldName): bigint {
  return valueOf(outcome.fields, before, name);
}

function valueOf(
  fields: ReadonlyMap<FieldName, readonly Signed[]>,
  before: CpuState,
  name: FieldName,
): bigint {
  let value = field(name).get(before);
  for (const signed of fields.get(name) ?? NO_SIGNED) value = (value & ~signed.mask) | signed.value;
  return value;
}
