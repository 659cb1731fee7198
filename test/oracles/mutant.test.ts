/** Dropping a rule is noticed: by its own examples, and by the comparison that runs use. */
import { describe, expect, it } from "vitest";
import { comparator } from "../../harness/compare.ts";
import { mutantsOf, predict, simulate, type Mutant } from "../../oracles/index.ts";
import { STATE_GROUPS } from "../../oracles/mutant.ts";
import { FIELD_NAMES } from "../../spec/fields.ts";
import { RULES } from "../../spec/generated/rules.ts";
import type { Vendor } from "../../spec/model.ts";
import { EXAMPLES } from "./examples/all.ts";
import { perVendor, type VendorExample } from "./example.ts";

const VENDORS: readonly Vendor[] = ["intel", "amd"];
const ALL = Object.values(EXAMPLES).flatMap(perVendor);
const compare = comparator({ fields: new Map(), noOpinion: new Map(), batch: 1 });

/** The examples of the mutant's rule on one vendor. */
function examplesOf({ rule }: Mutant, vendor: Vendor): readonly VendorExample[] {
  return ALL.filter((each) => each.vendor === vendor && each.example.rules.includes(rule));
}

/** Whether a processor with the mutant fails the example. */
function fails({ testCase }: VendorExample, mutant: Mutant): boolean {
  return compare(testCase, predict(testCase), simulate(testCase, mutant)).status === "fail";
}

function nameOf({ rule, group }: Mutant): string {
  return group === undefined ? rule : `${rule} (${group})`;
}

describe("mutants", () => {
  for (const vendor of VENDORS) {
    describe(vendor, () => {
      it.each(mutantsOf(vendor).map((mutant) => ({ name: nameOf(mutant), mutant })))(
        "$name fails every example of its rule",
        ({ mutant }) => {
          const examples = examplesOf(mutant, vendor);
          expect(examples.length).toBeGreaterThan(0);
          expect(examples.filter((each) => !fails(each, mutant)).map(({ example }) => example.title)).toEqual(
            [],
          );
        },
      );

      it("exist for every rule of the vendor that asserts something", () => {
        const broken = new Set(mutantsOf(vendor).map(({ rule }) => rule));
        const asserting = [...RULES.values()].filter(
          ({ kind, vendors, observable }) =>
            vendors.includes(vendor) && kind !== "variant" && kind !== "mask" && observable === true,
        );
        expect([...broken].sort()).toEqual(asserting.map(({ id }) => id).sort());
      });
    });
  }

  it("of an absence end as the rule says, and are blamed for it", () => {
    const absences = [...RULES.values()].filter(({ kind }) => kind === "absence");
    expect(absences.length).toBeGreaterThan(10);
    for (const { id, mutantEnd } of absences) {
      for (const { testCase } of ALL.filter(({ example }) => example.rules.includes(id))) {
        const observation = simulate(testCase, { rule: id });
        const { end } = observation;
        const isDebug = end.kind === "exception" && end.vector === 1;
        if (mutantEnd === "fault") expect(end.kind === "exception" && !isDebug, id).toBe(true);
        if (mutantEnd === "trap") expect(isDebug, id).toBe(true);
        const verdict = compare(testCase, predict(testCase), observation);
        expect(verdict.status === "fail" && verdict.broken.has(id), id).toBe(true);
      }
    }
  });

  it("of a rule that does not apply are the oracle itself", () => {
    for (const { testCase } of ALL) {
      const mutant: Mutant = {
        rule: testCase.profile.vendor === "intel" ? "sysret.non64_if_set" : "sysret.ss_flat",
      };
      expect(simulate(testCase, mutant)).toEqual(simulate(testCase));
    }
  });

  it("are all passed by the oracle without one", () => {
    const failing = ALL.filter(
      ({ testCase }) => compare(testCase, predict(testCase), simulate(testCase)).status !== "pass",
    );
    expect(failing.map(({ example }) => example.title)).toEqual([]);
  });
});

describe("the groups of state", () => {
  it("are made of fields", () => {
    for (const names of Object.values(STATE_GROUPS))
      for (const name of names) expect(FIELD_NAMES).toContain(name);
  });
});
