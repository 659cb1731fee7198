/**
 * Groups failing cases into findings. A finding needs one example, so memory grows with the number
 * of keys and not with the number of failing cases.
 */
import type { RuleId } from "../spec/generated/rule-id.ts";
import { RULES } from "../spec/generated/rules.ts";
import type { End } from "../spec/model.ts";
import type { Distance } from "./case-source.ts";
import type { Comparison } from "./compare.ts";
import type { Example, Finding, ProcessorIdentity } from "./finding.ts";
import { formatException } from "./report/notation.ts";
import type { Difference } from "./verdict.ts";

/** One way in which one case breaks one rule: a case may break several rules. */
export interface Break {
  readonly rule: RuleId;
  readonly orderRules: readonly RuleId[];
  /** What differs, without values: one part for an end, one per field otherwise. */
  readonly parts: readonly string[];
  readonly differences: readonly Difference[];
}

/** Error codes of these exceptions are selectors, and a random selector makes no other bug. */
const SELECTOR_VECTORS: ReadonlySet<number> = new Set([10, 11, 12, 13]);

/** Beyond this many sets of fields for one rule, further sets count under the last one. */
const MOST_KEYS_PER_RULE = 100;

const NO_BREAKS: readonly Break[] = [];

/** The rules that a case breaks, each with what differs. */
export function breaksOf(verdict: Comparison): readonly Break[] {
  if (verdict.status !== "fail") return NO_BREAKS;
  return [...verdict.broken].map(([rule, differences]) => ({
    rule,
    orderRules: verdict.orderRules,
    // A rule about something that does not happen is broken in one way only: it happens.
    parts: RULES.get(rule)?.kind === "absence" ? [] : [...new Set(differences.map(partOf))],
    differences,
  }));
}

/** What all failing cases of one finding share; the text is stable between runs. */
export function findingKey(
  { name, version, model, vendor }: ProcessorIdentity,
  { rule, parts }: Break,
): string {
  return [name, version, model, vendor, rule, parts.join(", ")].join(" | ");
}

/** Findings under way. */
export interface FindingCollection {
  /** How many findings there are by now. */
  readonly size: number;
  /**
   * Counts case number `index`, which breaks `found`, or the first of so many `cases`; `example` is
   * called when it is the first of its key. Returns whether it was.
   */
  add(found: Break, index: number, example: () => Example, cases?: number): boolean;
  /** The findings in the order of their first case, with the distance of each example. */
  results(distance: (example: Example) => Distance): readonly Finding[];
}

interface Entry {
  readonly key: string;
  readonly found: Break;
  readonly firstIndex: number;
  readonly example: Example;
  cases: number;
}

/** An empty collection for one processor. Cases of one key must be added in the order of their index. */
export function collectFindings(processor: ProcessorIdentity): FindingCollection {
  const byRule = new Map<RuleId, Map<string, Entry>>();
  let size = 0;
  return {
    get size(): number {
      return size;
    },
    add: (found, index, example, cases = 1) => {
      const key = findingKey(processor, found);
      const entries = byRule.get(found.rule) ?? new Map<string, Entry>();
      byRule.set(found.rule, entries);
      const present =
        entries.get(key) ?? (entries.size < MOST_KEYS_PER_RULE ? undefined : [...entries.values()].at(-1));
      if (present !== undefined) {
        present.cases += cases;
        return false;
      }
      entries.set(key, { key, found, firstIndex: index, example: example(), cases });
      size++;
      return true;
    },
    results: (distance) =>
      [...byRule.values()]
        .flatMap((entries) => simplest([...entries.values()]))
        .toSorted((one, other) => one.firstIndex - other.firstIndex)
        .map(({ key, found, firstIndex, example, cases }) => {
          const { distance: far, groups } = distance(example);
          return {
            key,
            processor,
            rule: found.rule,
            orderRules: found.orderRules,
            cases,
            firstIndex,
            example,
            distance: far,
            differsIn: groups,
          };
        }),
  };
}

/**
 * One bug in a rule about several fields shows in any subset of them, as the old values have it.
 * A set of fields that is the union of smaller sets says nothing new: its cases count under those.
 */
function simplest(entries: readonly Entry[]): readonly Entry[] {
  const kept: Entry[] = [];
  for (const entry of entries.toSorted((one, other) => one.found.parts.length - other.found.parts.length)) {
    const within = kept.filter(({ found }) => found.parts.every((part) => entry.found.parts.includes(part)));
    const covered = new Set(within.flatMap(({ found }) => found.parts));
    if (within.length === 0 || covered.size < entry.found.parts.length) kept.push({ ...entry });
    else for (const each of within) each.cases += entry.cases;
  }
  return kept;
}

/**
 * The register that differs: which of its parts do depends on the values that were there before. A
 * fault that was not raised is one thing to find, however the case ended instead.
 */
function partOf(difference: Difference): string {
  if (difference.field !== "end") return difference.field.replace(/\..*/, "");
  const { observed, rule } = difference;
  return RULES.get(rule)?.kind === "raise" ? "end" : `completes -> ${endKind(observed)}`;
}

function endKind(end: End): string {
  if (end.kind !== "exception") return end.kind;
  const { vector, errorCode } = end;
  if (errorCode !== undefined && errorCode !== 0 && SELECTOR_VECTORS.has(vector)) {
    return `${formatException(vector)}(selector)`;
  }
  return formatException(vector, errorCode);
}
