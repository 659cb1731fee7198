/** spec/claims.json holds every claim of the notes, and what is made from it is current. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claimsPage, claimsSource, readClaims } from "../../spec/generate/claims.ts";
import { repositoryRoot } from "../../spec/generate/schema-files.ts";
import { CLAIMS } from "../../spec/generated/claims.ts";
import { RULES } from "../../spec/generated/rules.ts";
import type { RuleId } from "../../spec/generated/rule-id.ts";
import { validateDocument } from "../../spec/validate-document.ts";

const ROOT = repositoryRoot();
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

interface Fact {
  readonly tag: string;
  readonly rules?: readonly string[];
  readonly status?: string;
}

describe("claims.json", () => {
  it("is what its schema says", () => {
    expect(() => validateDocument("claimFile", JSON.parse(read("spec/claims.json")))).not.toThrow();
  });

  it("has all 50 claims, each once and in order", () => {
    expect(readClaims(ROOT).map(({ number }) => number)).toEqual(
      Array.from({ length: 50 }, (_, at) => at + 1),
    );
  });

  it("names rules of the catalogue only, and some where an experiment runs", () => {
    for (const { number, rules, experiment } of CLAIMS) {
      expect(
        rules.filter((rule) => !RULES.has(rule as RuleId)),
        `claim ${number}`,
      ).toEqual([]);
      if (experiment.status === "runs") expect(rules.length, `claim ${number}`).toBeGreaterThan(0);
    }
  });

  it("goes with what facts.json says of each claim", () => {
    const facts = new Map((JSON.parse(read("spec/facts.json")) as Fact[]).map((fact) => [fact.tag, fact]));
    const statuses = { later: "later", none: "not observable" } as const;
    for (const { number, rules, experiment } of CLAIMS) {
      const fact = facts.get(`claim.${number}`);
      if (experiment.status === "runs") expect(fact?.rules, `claim ${number}`).toEqual(rules);
      else expect(fact?.status, `claim ${number}`).toBe(statuses[experiment.status]);
    }
  });

  it("contradicts the notes where a claim is wrong or imprecise, and nowhere else", () => {
    for (const { number, verdict, experiment } of CLAIMS) {
      if (experiment.status !== "runs") continue;
      const contradicts = experiment.cases.some(({ notes }) => notes !== undefined);
      // What a claim leaves out may need what is not modelled yet.
      if (verdict === "imprecise" && experiment.needs !== undefined) continue;
      expect(contradicts, `claim ${number}`).toBe(verdict !== "right");
    }
  });

  it.each([
    [{ verdict: "maybe" }, 'at $.claims[0].verdict: expected "right" or "wrong" or "imprecise", got "maybe"'],
    [{ experiment: { status: "later", needs: ["luck"] } }, "at $.claims[0].experiment.needs[0]"],
    [{ experiment: { status: "never" } }, "at $.claims[0].experiment.status"],
    [{ number: 0 }, "at $.claims[0].number"],
  ])("refuses %j", (changes, message) => {
    const file = { comment: "a test", claims: [{ ...CLAIMS[0], ...changes }] };
    expect(() => validateDocument("claimFile", file)).toThrow(message);
  });
});

describe("what is generated from the claims", () => {
  it.each([
    ["spec/generated/claims.ts", claimsSource],
    ["docs/claims.md", claimsPage],
  ])("is current: %s", (file, generate) => {
    expect(read(file)).toBe(generate(ROOT));
  });
});

describe("docs/claims.md", () => {
  const page = read("docs/claims.md");

  it("links to every claim from its verdict", () => {
    const slugs = [...page.matchAll(/^## (.*)$/gm)].map(([, heading = ""]) =>
      heading.toLowerCase().replaceAll(" ", "-").replaceAll(":", ""),
    );
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, target = ""]) => target);
    expect(links).toHaveLength(50);
    expect(new Set(links)).toEqual(new Set(slugs));
  });

  it("has tables whose rows have as many cells as their heads", () => {
    const tables = page.split("\n\n").filter((block) => block.startsWith("|"));
    expect(tables.length).toBeGreaterThan(50);
    for (const table of tables) {
      const widths = new Set(
        table
          .trimEnd()
          .split("\n")
          .map((row) => row.split("|").length),
      );
      expect(widths.size, table).toBe(1);
    }
  });
});
