import { describe, expect, it } from "vitest";
import type { End, FieldName, Outcome } from "../../spec/model.ts";
import { comparator } from "../../harness/compare.ts";
import { breaksOf, collectFindings, findingKey, type Break } from "../../harness/findings.ts";
import type { Example, ProcessorIdentity } from "../../harness/finding.ts";
import {
  change,
  exception,
  observation,
  outcome,
  prediction,
  retired,
  rule,
  SEES_ALL,
  state,
  testCase,
} from "./support.ts";

const processor: ProcessorIdentity = { name: "qemu", version: "7.2", model: "EPYC", vendor: "amd" };

describe("breaksOf", () => {
  it("is empty for a passing case", () => {
    expect(breaksOf({ status: "pass", choices: [], maskedBits: 0 })).toEqual([]);
  });

  it("names each broken rule once, with the fields that differ", () => {
    const after = change(state(), { rax: 99n, rbx: 98n });
    const verdict = comparator(SEES_ALL)(testCase(), prediction(outcome()), observation({ after }));
    expect(breaksOf(verdict)).toMatchObject([{ rule: "sysret.unchanged", parts: ["rax", "rbx"] }]);
  });
});

describe("findingKey", () => {
  it("names the processor, the rule and the fields", () => {
    expect(findingKey(processor, broken("sysret.unchanged", "rax", "rbx"))).toBe(
      "qemu | 7.2 | EPYC | amd | sysret.unchanged | rax, rbx",
    );
  });

  const partsOf = (
    predicted: Pick<Outcome, "end"> & Partial<Pick<Outcome, "endRule">>,
    observed: End,
  ): readonly string[] | undefined => {
    const seen = observation({ end: observed });
    return breaksOf(comparator(SEES_ALL)(testCase(), prediction(outcome(predicted)), seen))[0]?.parts;
  };

  it.each<[string, End]>([
    ["completes -> #GP(0)", exception(13, 0)],
    ["completes -> #GP(selector)", exception(13, 0x1230)],
    ["completes -> #PF(0x14)", exception(14, 0x14, 0x1000n)],
    ["completes -> shutdown", { kind: "shutdown" }],
  ])("says %s", (text, observed) => {
    expect(partsOf({ end: retired }, observed)).toEqual([text]);
  });

  it.each<[End]>([[retired], [exception(13, 0)]])(
    "takes a missing fault for one thing to find",
    (observed) => {
      expect(partsOf({ end: exception(6), endRule: "sysret.ud_not_64bit" }, observed)).toEqual(["end"]);
    },
  );
});

describe("collectFindings", () => {
  it("keeps the first example of a key and counts the others", () => {
    const findings = collectFindings(processor);
    const first = exampleOf(1n);
    expect(findings.add(broken("a.b", "rax"), 3, () => first)).toBe(true);
    expect(findings.add(broken("a.b", "rax"), 7, never)).toBe(false);
    expect(findings.size).toBe(1);
    expect(findings.results(nowhere)).toEqual([
      {
        key: "qemu | 7.2 | EPYC | amd | a.b | rax",
        processor,
        rule: "a.b",
        orderRules: [],
        cases: 2,
        firstIndex: 3,
        example: first,
        distance: 0,
        differsIn: [],
      },
    ]);
  });

  it("tells how far the example is from the boring machine", () => {
    const findings = collectFindings(processor);
    findings.add(broken("a.b", "rax"), 0, () => exampleOf(1n));
    expect(findings.results(() => ({ distance: 2, groups: ["rcx", "efer"] }))).toMatchObject([
      { distance: 2, differsIn: ["rcx", "efer"] },
    ]);
  });

  it("lists findings by their first case", () => {
    const findings = collectFindings(processor);
    for (const [index, id] of ["c.c", "a.a", "c.c", "b.b"].entries()) {
      findings.add(broken(id, "rax"), index, () => exampleOf(1n));
    }
    expect(findings.results(nowhere).map((finding) => finding.rule)).toEqual(["c.c", "a.a", "b.b"]);
  });

  it("counts a set of fields under the smaller sets that make it up", () => {
    const findings = collectFindings(processor);
    for (const fields of [["rax", "rbx"], ["rax"], ["rbx"], ["rax", "rcx"], ["rax"]] as FieldName[][]) {
      findings.add(broken("a.b", ...fields), 0, () => exampleOf(1n));
    }
    const results = findings.results(nowhere);
    expect(new Map(results.map(({ key, cases }) => [key.split(" | ").at(-1), cases]))).toEqual(
      new Map([
        ["rax", 3],
        ["rbx", 2],
        ["rax, rcx", 1],
      ]),
    );
  });

  it("bounds the number of keys of one rule and loses no case", () => {
    const findings = collectFindings(processor);
    for (let index = 0; index < 1000; index++) {
      findings.add({ ...broken("a.b"), parts: [`end ${index}`] }, index, () => exampleOf(1n));
    }
    const results = findings.results(nowhere);
    expect(results.length).toBe(100);
    expect(results.reduce((sum, { cases }) => sum + cases, 0)).toBe(1000);
  });
});

function broken(id: string, ...parts: readonly FieldName[]): Break {
  return { rule: rule(id), orderRules: [], parts, differences: [] };
}

function exampleOf(rax: bigint): Example {
  return {
    testCase: testCase({ before: state({ rax }) }),
    prediction: prediction(outcome()),
    observation: observation(),
    differences: [],
  };
}

function nowhere(): { distance: number; groups: readonly string[] } {
  return { distance: 0, groups: [] };
}

function never(): never {
  throw new Error("no further example is wanted");
}
