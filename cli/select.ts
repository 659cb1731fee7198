/** What `--only` selects: instructions to generate, and rules whose findings are told. */
import picomatch from "picomatch";
import type { RuleId } from "../spec/generated/rule-id.ts";
import { didYouMean } from "./did-you-mean.ts";
import { UsageError } from "./usage-error.ts";

/** What can be selected. */
export interface Selectable {
  readonly instructions: readonly string[];
  readonly rules: readonly RuleId[];
  /** Instructions that are left out unless a pattern selects them. */
  readonly onTrial?: readonly string[];
}

/** A selection; every rule and instruction that is not on trial when nothing was asked for. */
export interface Selection {
  readonly instructions: readonly string[];
  readonly rules: ReadonlySet<RuleId>;
}

/** The rule files that several instructions share, by what the names of these look like. */
const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/_sreg$/, "movsreg"],
  [/_cr$/, "movcr"],
  [/_dr$/, "movdr"],
  [/^jmp_far/, "farjmp"],
  [/^call_far/, "farcall"],
  [/^ret_far/, "retf"],
  [/^(int|int1|int3|into|ud2)$/, "events"],
  [/^(jmp|call|ret)_(rel|near)/, "near"],
  [/^(lar|lsl|verr|verw)$/, "inspect"],
  [/^ltr$/, "lldt"],
  [/^lidt$/, "lgdt"],
  [/^push_.s$/, "pushsreg"],
  [/^pop_.s$/, "popsreg"],
  [/^l[defgs]s$/, "loadfar"],
];

/** The rule file of an instruction: RD/WRFSBASE and RD/WRGSBASE share one, and so do others that are much alike. */
export function familyOf(instruction: string): string {
  const found = FAMILIES.find(([pattern]) => pattern.test(instruction));
  if (found !== undefined) return found[1];
  return instruction.endsWith("base") ? "fsgsbase" : instruction;
}

/** Families whose rules only some instructions reach: those that load segments or access memory. */
const REACHED_BY: { readonly [family: string]: readonly string[] } = {
  far: ["farjmp", "farcall"],
  fargate: ["farjmp", "farcall"],
  return: ["retf", "iret"],
  tss: ["events"],
  segload: ["movsreg", "popsreg", "loadfar"],
  memory: ["movsreg", "pushsreg", "popsreg", "loadfar", "lmsw", "smsw"],
  descriptor: ["movsreg", "popsreg", "loadfar"],
};

/** The part of a rule id before the dot. */
export function familyOfRule(rule: RuleId): string {
  return rule.slice(0, rule.indexOf("."));
}

/**
 * What the patterns select. A pattern is a glob over rule ids, or over instructions, which stands
 * for the instruction's rules and those that every instruction shares.
 * Errors: `UsageError` for a pattern that matches nothing.
 */
export function select(
  patterns: readonly string[],
  { instructions, rules, onTrial = [] }: Selectable,
): Selection {
  const families = new Set(instructions.map(familyOf));
  const ownersOf = (rule: RuleId): readonly string[] =>
    REACHED_BY[familyOfRule(rule)] ?? [familyOfRule(rule)];
  const isShared = (rule: RuleId): boolean => !ownersOf(rule).some((owner) => families.has(owner));
  if (patterns.length === 0) {
    const trial = new Set(onTrial.map(familyOf));
    return {
      instructions: instructions.filter((name) => !onTrial.includes(name)),
      rules: new Set(rules.filter((rule) => !ownersOf(rule).every((owner) => trial.has(owner)))),
    };
  }
  const chosen = { instructions: new Set<string>(), rules: new Set<RuleId>() };
  for (const pattern of patterns) {
    const matches = picomatch(pattern);
    const named = instructions.filter((name) => matches(name) || matches(familyOf(name)));
    const matched = rules.filter((rule) => matches(rule));
    if (named.length === 0 && matched.length === 0) throw unknown(pattern, { instructions, rules });
    const namedFamilies = new Set(named.map(familyOf));
    for (const name of named) chosen.instructions.add(name);
    for (const rule of rules) {
      if (named.length > 0 && (isShared(rule) || ownersOf(rule).some((owner) => namedFamilies.has(owner)))) {
        chosen.rules.add(rule);
      }
    }
    for (const rule of matched) {
      chosen.rules.add(rule);
      for (const name of instructions) {
        if (isShared(rule) || ownersOf(rule).includes(familyOf(name))) chosen.instructions.add(name);
      }
    }
  }
  return { instructions: instructions.filter((name) => chosen.instructions.has(name)), rules: chosen.rules };
}

function unknown(pattern: string, { instructions, rules }: Selectable): UsageError {
  const hint = didYouMean(pattern, [...instructions, ...rules]);
  return new UsageError(
    `'${pattern}' matches no instruction and no rule`,
    hint === "" ? "`ringcross list rules` and `ringcross list instructions` show what there is" : hint,
  );
}
