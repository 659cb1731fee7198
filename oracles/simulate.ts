/** The oracle as a processor, and the processors that break one of its rules. */
import { field, type MutableCpuState } from "../spec/fields.ts";
import type {
  End,
  FieldName,
  Observation,
  Outcome,
  Page,
  Signed,
  SignedWrite,
  TestCase,
  Write,
} from "../spec/model.ts";
import { MemoryView } from "./common/memory-view.ts";
import { STATE_GROUPS, type Mutant } from "./mutant.ts";
import { runOperation } from "./operation.ts";
import { runSteps, stateAfter } from "./sequence.ts";

/**
 * What a processor does that follows the manual and takes the default alternative at each variant,
 * or one that breaks the mutant's rule.
 */
export function simulate(testCase: TestCase, mutant?: Mutant): Observation {
  let end: End = { kind: "retired" };
  let last = testCase.before;
  const writes: SignedWrite[] = [];
  let stray: Write | undefined;
  runSteps(testCase, testCase.profile.vendor, (operation, subject) => {
    const outcome = runOperation(operation, subject, mutant);
    const after = stateAfter(subject.cpu, outcome);
    if (mutant?.group !== undefined && mutant.rule === outcome.unchanged) {
      if (mutant.group === "memory") stray = strayWrite(testCase, outcome);
      else disturb(after, outcome, STATE_GROUPS[mutant.group]);
    }
    ({ end } = outcome);
    last = after;
    writes.push(...outcome.writes);
    return { outcome, after };
  });
  const changes = changesOf(testCase, writes);
  return { end, after: last, writes: stray === undefined ? changes : [...changes, stray] };
}

/** A byte of the first page, which holds the code, that nothing is stored to: with its lowest bit flipped. */
function strayWrite(testCase: TestCase, outcome: Outcome): Write {
  const memory = new MemoryView(testCase);
  const { linear: page } = testCase.pages[0] as Page;
  const stored = new Set(
    outcome.writes.flatMap(({ linear, bytes }) => [...bytes.keys()].map((at) => linear + BigInt(at))),
  );
  let linear = page;
  while (stored.has(linear)) linear++;
  return { linear, bytes: Uint8Array.of(memory.byteAt(linear) ^ 1) };
}

/** The stored bytes that change something, one write for each. */
function changesOf(testCase: TestCase, writes: readonly SignedWrite[]): readonly Write[] {
  if (writes.length === 0) return [];
  const before = new MemoryView(testCase);
  const after = new MemoryView(testCase);
  for (const { linear, bytes } of writes) after.put(linear, bytes);
  const touched = writes.flatMap(({ linear, bytes }) =>
    Array.from(bytes, (_, index) => BigInt.asUintN(64, linear + BigInt(index))),
  );
  return [...new Set(touched)]
    .filter((linear) => before.byteAt(linear) !== after.byteAt(linear))
    .map((linear) => ({ linear, bytes: Uint8Array.of(after.byteAt(linear)) }));
}

/** Flips the lowest bit of the group that the outcome leaves alone. */
function disturb(after: MutableCpuState, outcome: Outcome, names: readonly FieldName[]): void {
  for (const name of names) {
    const { get, set, mask } = field(name);
    const free = mask & ~decided(outcome.fields.get(name)) & ~decided(outcome.masked.get(name));
    if (free === 0n) continue;
    set(after, get(after) ^ (free & -free));
    return;
  }
}

function decided(signed: readonly Signed[] = []): bigint {
  return signed.reduce((mask, each) => mask | each.mask, 0n);
}
