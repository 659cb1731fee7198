/** The catalogue is well formed, used by the oracles in full, and what is generated from it is current. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Operation } from "../../oracles/operation.ts";
import { intel } from "../../oracles/intel/index.ts";
import { amd } from "../../oracles/amd/index.ts";
import { readRuleFiles, ruleIdSource, rulesSource } from "../../spec/generate/catalogue.ts";
import { rulebookText } from "../../spec/generate/rulebook.ts";
import { repositoryRoot } from "../../spec/generate/schema-files.ts";
import { RULES } from "../../spec/generated/rules.ts";
import type { Rule } from "../../spec/rule.ts";

const ROOT = repositoryRoot();
const FILES = readRuleFiles(ROOT);
const ALL = [...RULES.values()];

/** The code of the oracles without comments. */
const SOURCE = readdirSync(join(ROOT, "oracles"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && name !== "mutant.ts")
  .map((name) => readFileSync(join(ROOT, "oracles", name), "utf8"))
  .join("\n")
  .replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, "");

/** Ids that the oracles build: a template's holes stand for the names of MSRs, operations and outcomes. */
const TEMPLATES: readonly (readonly [RegExp, string])[] = [
  [/`rdmsr\.\$\{msr\.key\}`/, "rdmsr.MSR"],
  [/`wrmsr\.gp_\$\{key\}_noncanonical`/, "wrmsr.gp_ADDRESS_noncanonical"],
  [/`wrmsr\.\$\{key\}`/, "wrmsr.ADDRESS"],
  [/`\$\{operation\.name\}\.completes`/, "OPERATION.completes"],
  [/`\$\{operation\.name\}\.\$\{keeps \? "unchanged" : "fault_unchanged"\}`/, "OPERATION.END"],
];
const MSRS = [...SOURCE.matchAll(/key: "([a-z_]+)"/g)].map((match) => match[1] as string);
const ADDRESSES = [...SOURCE.matchAll(/addressWriter\("[A-Za-z.]+", "([a-z_]+)"\)/g)].map(
  (match) => match[1] as string,
);
const OPERATIONS = new Set(
  [intel, amd].flatMap((oracle) => (Object.values(oracle) as Operation[]).map(({ name }) => name)),
);

/** The ids that the oracles' source can sign. */
function usedIds(): ReadonlySet<string> {
  const used = new Set([...SOURCE.matchAll(/"([a-z]+\.[a-z0-9_]+)"/g)].map((match) => match[1] as string));
  const built = TEMPLATES.filter(([pattern]) => pattern.test(SOURCE)).map(([, form]) => form);
  const holes: { readonly [hole: string]: Iterable<string> } = {
    MSR: MSRS,
    ADDRESS: ADDRESSES,
    OPERATION: OPERATIONS,
    END: ["unchanged", "fault_unchanged"],
  };
  for (const form of built) for (const id of fill(form, Object.entries(holes))) used.add(id);
  return used;
}

function fill(form: string, holes: readonly (readonly [string, Iterable<string>])[]): readonly string[] {
  const [first, ...rest] = holes;
  if (first === undefined) return [form];
  const [hole, values] = first;
  return form.includes(hole)
    ? [...values].flatMap((value) => fill(form.replace(hole, value), rest))
    : fill(form, rest);
}

describe("the catalogue", () => {
  it("has ids of the form <instruction>.<effect>, each in its instruction's file, each once", () => {
    const ids = FILES.flatMap(({ instruction, rules }) => {
      for (const { id } of rules) expect(id).toMatch(new RegExp(`^${instruction}\\.[a-z0-9]+(_[a-z0-9]+)*$`));
      return rules.map(({ id }) => id);
    });
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual([...RULES.keys()]);
  });

  it("is used by the oracles in full, and holds all that they use", () => {
    const used = usedIds();
    expect([...RULES.keys()].filter((id) => !used.has(id))).toEqual([]);
    // Field names such as "cs.selector" look like ids, and so do the names of oracles' own files.
    const families = new Set(FILES.map(({ instruction }) => instruction));
    const unknown = [...used].filter(
      (id) => families.has(id.split(".")[0] as string) && !(RULES as ReadonlyMap<string, Rule>).has(id),
    );
    expect(unknown).toEqual([]);
  });

  it("gives a source for each vendor that a rule holds for, and for no other", () => {
    for (const { id, vendors, sources } of ALL) {
      expect([...new Set(sources.map(({ vendor }) => vendor))].sort(), id).toEqual([...vendors].sort());
      expect(new Set(vendors).size, id).toBe(vendors.length);
    }
  });

  it("states each rule in a sentence, and why a weak one is believed", () => {
    for (const { id, statement, evidence, confidence, kind } of ALL) {
      expect(statement, id).toMatch(/^[A-Z#][^]*\.$/);
      if (confidence === "L" && kind !== "mask") expect(evidence.length, id).toBeGreaterThan(0);
    }
  });

  it("lists the alternatives of a variant as the oracles do", () => {
    const calls = new Map(
      [...SOURCE.matchAll(/variant\(\s*"([a-z0-9_.]+)",\s*\[([^\]]+)\]/g)].map(([, id, list]) => [
        id as string,
        [...(list as string).matchAll(/"([^"]+)"/g)].map((match) => match[1]),
      ]),
    );
    for (const { id, kind, variant } of ALL) {
      expect(variant !== undefined, id).toBe(kind === "variant");
      if (variant === undefined) continue;
      expect(calls.get(id), id).toEqual(variant.alternatives);
      expect(variant.default, id).toBe(variant.alternatives[0]);
    }
    expect([...calls.keys()].sort()).toEqual(
      ALL.filter(({ kind }) => kind === "variant")
        .map(({ id }) => id)
        .sort(),
    );
  });

  it("declares the mutant of every rule whose breaking is more than leaving it out", () => {
    const mute = ALL.filter(
      ({ kind, mutant }) => (kind === "absence" || kind === "order") && mutant === undefined,
    );
    expect(mute.map(({ id }) => id)).toEqual([]);
    const forced = [...SOURCE.matchAll(/\b(?:force|ignore)\([^;]*?"([a-z]+\.[a-z0-9_]+)"\s*\)/g)].map(
      (match) => match[1] as string,
    );
    const undeclared = forced.filter(
      (id) => (RULES as ReadonlyMap<string, Rule>).get(id)?.mutant === undefined,
    );
    expect(undeclared.filter((id) => RULES.has(id as Rule["id"]))).toEqual([]);
  });

  it("asserts nothing with a variant or a mask", () => {
    for (const { id, kind, mutant } of ALL)
      if (kind === "variant" || kind === "mask") expect(mutant, id).toBeUndefined();
  });
});

describe("what is generated from the catalogue", () => {
  it.each([
    ["spec/generated/rule-id.ts", ruleIdSource],
    ["spec/generated/rules.ts", rulesSource],
    ["docs/rules.md", rulebookText],
  ])("is current: %s", (file, generate) => {
    expect(readFileSync(join(ROOT, file), "utf8")).toBe(generate(ROOT));
  });
});
