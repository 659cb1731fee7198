/** spec/facts.json says for each entry of the fact list which rules encode it, or why none does. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { RuleId } from "../../spec/generated/rule-id.ts";
import { RULES } from "../../spec/generated/rules.ts";

/** An entry of the fact list. `note` says what of it the rules leave out. */
type Fact =
  | { readonly tag: string; readonly rules: readonly RuleId[]; readonly note?: string }
  | { readonly tag: string; readonly status: string; readonly reason: string };

const FACTS = JSON.parse(
  readFileSync(new URL("../../spec/facts.json", import.meta.url), "utf8"),
) as readonly Fact[];

const STATUSES = ["not observable", "out of scope", "later"];
/** `SYSCALL.UD.SCE` and `RETF` are the list's own tags; the others are its numbered lines. */
const TAG =
  /^([A-Z][A-Z0-9a-z]*(\.[A-Z0-9a-z]+)*|(silicon|claim|variant|anchor)\.[1-9][0-9]*|(order|conventions|sysret)\.[a-z_]+|manual)$/;

describe("facts.json", () => {
  it("names rules of the catalogue only", () => {
    const unknown = FACTS.flatMap((fact) => ("rules" in fact ? fact.rules : [])).filter(
      (rule) => !RULES.has(rule),
    );
    expect(unknown).toEqual([]);
  });

  it("names every rule of the catalogue", () => {
    const named = new Set(FACTS.flatMap((fact) => ("rules" in fact ? fact.rules : [])));
    expect([...RULES.keys()].filter((rule) => !named.has(rule))).toEqual([]);
  });

  it("gives rules, or a status with its reason", () => {
    for (const fact of FACTS) {
      expect(fact.tag).toMatch(TAG);
      if ("rules" in fact) {
        expect(fact.rules.length, fact.tag).toBeGreaterThan(0);
        expect(new Set(fact.rules).size, fact.tag).toBe(fact.rules.length);
      } else {
        expect(STATUSES, fact.tag).toContain(fact.status);
        expect(fact.reason, fact.tag).toMatch(/\.$/);
      }
    }
  });

  it("has each tag once", () => {
    const tags = FACTS.map(({ tag }) => tag);
    expect(tags.filter((tag, at) => tags.indexOf(tag) !== at)).toEqual([]);
  });

  it.each([
    ["silicon", 20],
    ["claim", 50],
    ["variant", 24],
    ["anchor", 6],
  ])("has all numbers of %s", (kind, count) => {
    const numbers = FACTS.map(({ tag }) => tag).filter((tag) => tag.startsWith(`${kind}.`));
    expect(numbers).toEqual(Array.from({ length: count }, (_, at) => `${kind}.${at + 1}`));
  });

  it("encodes everything about the instructions under test that is in the model", () => {
    const open = FACTS.filter(
      (fact) =>
        "status" in fact &&
        fact.status === "later" &&
        /^(SYSCALL|SYSRET|SYSENTER|SYSEXIT|SWAPGS|EFER|FSGSBASE|MSR)\./.test(fact.tag),
    );
    // Interrupts and NMI around SYSCALL and SYSRET wait for their model.
    expect(open.map(({ tag }) => tag)).toEqual([
      "SYSCALL.SHADOW.OUT",
      "SYSCALL.SHADOW.IN",
      "SYSRET.IF.SHADOW",
      "SYSRET.NMI",
    ]);
  });
});
