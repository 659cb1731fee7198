/** The oracles do what the worked examples say. */
import { describe, expect, it } from "vitest";
import { valueAfter } from "../../oracles/operation.ts";
import { predict, simulate } from "../../oracles/index.ts";
import { field } from "../../spec/fields.ts";
import { RULES } from "../../spec/generated/rules.ts";
import type { FieldName, Outcome, TestCase } from "../../spec/model.ts";
import { validate } from "../../spec/validity.ts";
import { EXAMPLES } from "./examples/all.ts";
import { endText, perVendor, type Expected } from "./example.ts";

for (const [family, examples] of Object.entries(EXAMPLES)) {
  describe(family, () => {
    for (const { example, vendor, testCase } of perVendor(examples)) {
      describe(vendor, () => {
        it(example.title, () => {
          const prediction = predict(testCase);
          const [first, ...others] = prediction.outcomes;
          check(first, testCase, example);
          for (const [choice, expected] of Object.entries(example.otherwise ?? {})) {
            const [variant, alternative] = choice.split("=");
            const outcome = others.find(({ choices }) =>
              choices.some((each) => each.variant === variant && each.alternative === alternative),
            );
            if (outcome === undefined) throw new Error(`no outcome with ${choice}`);
            check(outcome, testCase, expected);
          }
          expect(example.rules.filter((rule) => !prediction.exercised.has(rule))).toEqual([]);
          expect(endText(simulate(testCase).end)).toBe(example.end);
        });
      });
    }
  });
}

describe("the examples", () => {
  const all = Object.values(EXAMPLES).flatMap(perVendor);

  it("are valid cases", () => {
    const invalid = all.flatMap(({ example, testCase }) =>
      validate(testCase).map((problem) => `${example.title}: ${problem}`),
    );
    // Paging off is out of the model's cases, but not of the rule.
    expect(invalid.filter((problem) => !problem.startsWith("sets LME while paging is off:"))).toEqual([]);
  });

  it("name every rule of the catalogue, for each vendor that it holds for", () => {
    const named = new Set(
      all.flatMap(({ example, vendor }) => example.rules.map((rule) => `${vendor} ${rule}`)),
    );
    const wanted = [...RULES.values()].flatMap(({ id, vendors }) =>
      vendors.map((vendor) => `${vendor} ${id}`),
    );
    expect(wanted.filter((each) => !named.has(each))).toEqual([]);
  });
});

function check(outcome: Outcome, testCase: TestCase, { end, after = {}, ...rest }: Expected): void {
  expect(endText(outcome.end)).toBe(end);
  for (const name of Object.keys(after) as FieldName[]) {
    const got = valueAfter(outcome, testCase.before, name);
    expect(`${name} = ${got.toString(16)}h`).toBe(
      `${name} = ${BigInt(after[name] as bigint | number).toString(16)}h`,
    );
  }
  const { writes } = rest as { writes?: { readonly [linear: string]: string } };
  if (writes !== undefined) {
    const stored = outcome.writes.map(({ linear, bytes }) => [
      `${linear.toString(16)}h`,
      Buffer.from(bytes).toString("hex"),
    ]);
    expect(Object.fromEntries(stored)).toEqual(writes);
  }
  const { masked } = rest as { masked?: { readonly [name in FieldName]?: bigint } };
  if (masked === undefined) return;
  const got = [...outcome.masked].map(([name, signed]) => [
    name,
    signed.reduce((bits, each) => bits | each.mask, 0n),
  ]);
  expect(Object.fromEntries(got)).toEqual(masked);
  for (const name of Object.keys(masked) as FieldName[])
    expect(field(name).mask & (masked[name] as bigint)).toBe(masked[name]);
}
