/** States, cases and predictions made by hand, for tests that need no oracle. */
import { field, FIELD_NAMES, copyState, type MutableCpuState } from "../../spec/fields.ts";
import type { RuleId } from "../../spec/generated/rule-id.ts";
import type {
  CpuState,
  End,
  FieldName,
  Observation,
  Outcome,
  Prediction,
  Profile,
  Signed,
  TestCase,
} from "../../spec/model.ts";
import type { Capabilities } from "../../harness/adapter.ts";

export const CODE = 0x401ffdn;

export const PROFILE: Profile = {
  vendor: "intel",
  features: {
    nx: true,
    la57: false,
    fsgsbase: true,
    svm: false,
    ffxsr: false,
    tce: false,
    lmsle: false,
    mcommit: false,
    intwb: false,
    uaie: false,
    aibrse: false,
  },
  modes: ["64"],
  imposed: [],
};

export const SEES_ALL: Capabilities = { fields: new Map(), noOpinion: new Map(), batch: 8 };

/** A state in 64-bit mode at CPL 0 with paging; every other field has its own small value. */
export function state(changes: { readonly [name in FieldName]?: bigint } = {}): CpuState {
  const segment = {
    selector: 0,
    base: 0n,
    limit: 0,
    type: 0,
    s: 0,
    dpl: 0,
    p: 0,
    avl: 0,
    l: 0,
    db: 0,
    g: 0,
  };
  const table = { base: 0n, limit: 0 };
  const blank = {
    es: segment,
    cs: segment,
    ss: segment,
    ds: segment,
    fs: segment,
    gs: segment,
    ldtr: segment,
    tr: segment,
  };
  const empty = copyState({ ...(blank as unknown as CpuState), gdtr: table, idtr: table, cpl: 0 });
  FIELD_NAMES.forEach((name, index) => field(name).set(empty, BigInt(index) & field(name).mask));
  return change(empty, {
    cpl: 0n,
    rip: CODE,
    rflags: 2n,
    cr0: 0x8000_0011n,
    cr4: 0x20n,
    efer: 0x500n,
    "cs.l": 1n,
    "cs.db": 0n,
    "cs.base": 0n,
    ...changes,
  });
}

/** A copy of `before` with other values in some fields. */
export function change(before: CpuState, changes: { readonly [name in FieldName]?: bigint }): CpuState {
  const after: MutableCpuState = copyState(before);
  for (const [name, value] of Object.entries(changes)) field(name as FieldName).set(after, value);
  return after;
}

export function testCase(changes: Partial<TestCase> = {}): TestCase {
  return {
    profile: PROFILE,
    before: state(),
    pages: [{ linear: 0x401000n, user: true, write: false, execute: true, data: [] }],
    steps: [{ bytes: Uint8Array.of(0x48, 0x0f, 0x07) }],
    delivery: "observe",
    ...changes,
  };
}

export const retired: End = { kind: "retired" };

export function exception(vector: number, errorCode?: number, address?: bigint): End {
  return {
    kind: "exception",
    vector,
    ...(errorCode === undefined ? {} : { errorCode }),
    ...(address === undefined ? {} : { address }),
  };
}

export function outcome(
  options: Partial<Omit<Outcome, "fields" | "masked">> & {
    readonly fields?: { readonly [name in FieldName]?: readonly Signed[] };
    readonly masked?: { readonly [name in FieldName]?: readonly Signed[] };
  } = {},
): Outcome {
  return {
    choices: [],
    end: retired,
    endRule: "sysret.completes",
    orderRules: [],
    writes: [],
    unchanged: "sysret.unchanged",
    ...options,
    fields: new Map(Object.entries(options.fields ?? {}) as [FieldName, readonly Signed[]][]),
    masked: new Map(Object.entries(options.masked ?? {}) as [FieldName, readonly Signed[]][]),
  };
}

export function prediction(...outcomes: readonly [Outcome, ...Outcome[]]): Prediction {
  return { outcomes, exercised: new Set(outcomes.flatMap((each) => [each.endRule, each.unchanged])) };
}

/** The id of a rule that need not exist. */
export function rule(id: string): RuleId {
  return id as RuleId;
}

/** A rule that decides the whole of one field. */
export function signs(name: FieldName, value: bigint, id: string): readonly Signed[] {
  return [{ mask: field(name).mask, value, rule: rule(id) }];
}

export function observation(options: Partial<Observation> = {}): Observation {
  return { end: retired, after: state(), writes: [], ...options };
}
