/**
 * spec/differences.json lists the rules in which the vendors differ on one and the same case. A rule differs when
 *  - the instruction faults after one vendor only: the rule that raised the fault;
 *  - it faults after both, but by different rules: both rules;
 *  - it completes after both, but the ends at the boundary differ: both rules of the ends;
 *  - it completes after both, and a bit is signed by different rules, or by one rule with different values, or is left
 *    open by one vendor only: those rules; likewise a variant that only one vendor has.
 * What follows from a fault on one side (all that the other side then does) is no difference of its own, unless no case
 * at all brings it about after the other vendor: a rule that one vendor alone ever exercises differs, too.
 */
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { ON_TRIAL, SETTLED_INSTRUCTIONS } from "../../generators/instruction-name.ts";
import { OutOfModel, predict } from "../../oracles/index.ts";
import { FIELD_NAMES } from "../../spec/fields.ts";
import type { RuleId } from "../../spec/generated/rule-id.ts";
import { RULES } from "../../spec/generated/rules.ts";
import type { FieldName, Outcome, Signed, TestCase, Vendor } from "../../spec/model.ts";
import { validate } from "../../spec/validity.ts";
import { generatedCases } from "../oracles/arbitraries.ts";
import { EXAMPLES } from "../oracles/examples/all.ts";
import { perVendor } from "../oracles/example.ts";

interface Difference {
  readonly id: RuleId;
  readonly note: string;
}

const VENDORS: readonly Vendor[] = ["intel", "amd"];

const DIFFERENCES = JSON.parse(
  readFileSync(new URL("../../spec/differences.json", import.meta.url), "utf8"),
) as readonly Difference[];

function outcomeFor(testCase: TestCase, vendor: Vendor): Outcome {
  return predict(withVendor(testCase, vendor)).outcomes[0];
}

function faults({ unchanged }: Outcome): boolean {
  return unchanged.endsWith(".fault_unchanged");
}

function isOfOneVendor(rule: RuleId): boolean {
  return RULES.get(rule)?.vendors.length === 1;
}

/** The rules that decide bits of one field. */
function signers(fields: ReadonlyMap<FieldName, readonly Signed[]>, name: FieldName): readonly Signed[] {
  return fields.get(name) ?? [];
}

/** The rules of `one` that decide a bit which `other` decides by another rule, to another value, or not at all. */
function differingSigners(one: readonly Signed[], other: readonly Signed[]): readonly RuleId[] {
  const found: RuleId[] = [];
  for (const { rule, mask, value } of one) {
    const same = other
      .filter((each) => each.rule === rule)
      .reduce((bits, each) => bits | (each.mask & mask & ~(each.value ^ value)), 0n);
    if (same !== mask) found.push(rule);
  }
  return found;
}

function differingRules(testCase: TestCase): readonly RuleId[] {
  const intel = outcomeFor(testCase, "intel");
  const amd = outcomeFor(testCase, "amd");
  if (faults(intel) || faults(amd)) {
    if (faults(intel) && faults(amd)) {
      if (intel.endRule === amd.endRule) return [];
      const rules = [intel.endRule, amd.endRule];
      // A check of both vendors may merely have come after one that only the other vendor makes.
      return isDeepStrictEqual(intel.end, amd.end) ? rules.filter(isOfOneVendor) : rules;
    }
    return [faults(intel) ? intel.endRule : amd.endRule];
  }
  const found: RuleId[] = intel.endRule === amd.endRule ? [] : [intel.endRule, amd.endRule];
  for (const name of FIELD_NAMES) {
    for (const map of ["fields", "masked"] as const) {
      const [one, other] = [signers(intel[map], name), signers(amd[map], name)];
      found.push(...differingSigners(one, other), ...differingSigners(other, one));
    }
  }
  const variants = [intel, amd].map(({ choices }) => new Set(choices.map(({ variant }) => variant)));
  const [ofIntel, ofAmd] = variants as [Set<RuleId>, Set<RuleId>];
  found.push(
    ...[...ofIntel].filter((rule) => !ofAmd.has(rule)),
    ...[...ofAmd].filter((rule) => !ofIntel.has(rule)),
  );
  return found;
}

function withVendor(testCase: TestCase, vendor: Vendor): TestCase {
  return { ...testCase, profile: { ...testCase.profile, vendor } };
}

/**
 * Whether the vendors read another selector, so that any check may differ. Examples show the difference in the pointer.
 */
function readsOtherPointer(testCase: TestCase): boolean {
  const onAmd = withVendor(testCase, "amd");
  if (!isModelled(onAmd)) return false;
  const { exercised } = predict(onAmd);
  return exercised.has("far.rex_w_offset_32_bits") || exercised.has("loadfar.rex_w_ignored");
}

/** The generators' cases, of each instruction its own, so that a new one leaves the others' alone; and the worked examples. */
const ALL_CASES: readonly TestCase[] = [
  ...generatedCases(1_000, SETTLED_INSTRUCTIONS),
  ...ON_TRIAL.flatMap((name) => generatedCases(200, [name])).filter(
    (testCase) => !readsOtherPointer(testCase),
  ),
  ...Object.values(EXAMPLES).flatMap((examples) => perVendor(examples).map(({ testCase }) => testCase)),
];

function casesOf(vendor: Vendor): readonly TestCase[] {
  return ALL_CASES.map((testCase) => withVendor(testCase, vendor)).filter(
    (testCase) => validate(testCase).length === 0 && isModelled(testCase),
  );
}

/** What one vendor's oracle has an opinion on, the other's may not. */
function isModelled(testCase: TestCase): boolean {
  try {
    predict(testCase);
    return true;
  } catch (error) {
    if (error instanceof OutOfModel) return false;
    throw error;
  }
}

/** Those that are legal for both vendors. */
const CASES: readonly TestCase[] = casesOf("intel").filter(
  (testCase) => validate(withVendor(testCase, "amd")).length === 0 && isModelled(withVendor(testCase, "amd")),
);

/** The rules that one vendor's oracle alone exercises, on whatever cases are legal for it. */
function loneRules(): readonly RuleId[] {
  const [intel, amd] = VENDORS.map(
    (vendor) => new Set(casesOf(vendor).flatMap((testCase) => [...predict(testCase).exercised])),
  ) as [Set<RuleId>, Set<RuleId>];
  return [...[...intel].filter((rule) => !amd.has(rule)), ...[...amd].filter((rule) => !intel.has(rule))];
}

describe("differences.json", () => {
  const lone = loneRules();
  const differing = new Set([...lone, ...CASES.flatMap(differingRules)]);

  it("lists exactly the rules in which the oracles differ on some case", () => {
    expect(DIFFERENCES.map(({ id }) => id).sort()).toEqual([...differing].sort());
  });

  it("gives a note for each, and each once", () => {
    expect(new Set(DIFFERENCES.map(({ id }) => id)).size).toBe(DIFFERENCES.length);
    for (const { id, note } of DIFFERENCES) expect(note, id).toMatch(/\.$/);
  });
});

describe("a rule's vendors", () => {
  it("are those whose oracle exercises it", () => {
    const single = [...RULES.values()].filter(({ vendors }) => vendors.length === 1).map(({ id }) => id);
    expect([...loneRules()].sort()).toEqual(single.sort());
  });
});
