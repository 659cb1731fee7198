/** docs/findings.md: every entry is complete, and every entry has an experiment and the other way round. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RULES } from "../../spec/generated/rules.ts";
import { CONFIRMATIONS } from "./confirmations.ts";
import { UNICORN_CONFIRMATIONS } from "./unicorn/findings.ts";
import { V86_CONFIRMATIONS } from "./v86/findings.ts";

const FIELDS = [
  "Vendor",
  "Version",
  "Model",
  "Clause",
  "Instead",
  "Example",
  "Other emulator",
  "Source",
  "Second route",
] as const;
type Field = (typeof FIELDS)[number];

interface Entry {
  readonly heading: string;
  readonly rule: string;
  readonly fields: ReadonlyMap<string, string>;
}

const ENTRY = /^### (\S+): (\S+)\n([^#]*(?:#(?!#)[^#]*)*)/gm;

/** Entries of the page: `### <processor>: <rule id>`, then one list item per field. */
function readEntries(page: string): readonly Entry[] {
  return [...page.matchAll(ENTRY)].map(([, processor, rule, body]) => {
    const items = (body as string).split(/^- /m).slice(1);
    const fields = items.map((item): [string, string] => {
      const [name = "", ...rest] = item.split(":");
      return [name, rest.join(":").replaceAll(/\s+/g, " ").trim()];
    });
    return { heading: `${processor}: ${rule}`, rule: rule as string, fields: new Map(fields) };
  });
}

const entries = readEntries(readFileSync(new URL("../../docs/findings.md", import.meta.url), "utf8"));

describe("docs/findings.md", () => {
  it("has entries, each once", () => {
    const headings = entries.map(({ heading }) => heading);
    expect(headings.length).toBeGreaterThan(0);
    expect(headings).toEqual([...new Set(headings)]);
  });

  it.each(entries)("$heading is complete", ({ rule, fields }) => {
    expect([...fields.keys()]).toEqual([...FIELDS]);
    const value = (name: Field): string => fields.get(name) ?? "";
    expect(FIELDS.filter((name) => value(name) === "")).toEqual([]);
    expect(value("Second route")).toMatch(/^confirmed; /);
    const law = [...RULES.entries()].find(([id]) => id === rule)?.[1];
    expect(law, `there is no rule ${rule}`).toBeDefined();
    const vendors = value("Vendor").split(", ");
    expect(law?.vendors).toEqual(expect.arrayContaining(vendors));
    for (const source of law?.sources ?? []) {
      if (vendors.includes(source.vendor)) expect(value("Clause")).toContain(source.section);
    }
  });

  it("has an experiment for every entry and vendor, and an entry for every experiment", () => {
    const wanted = entries.flatMap(({ heading, fields }) =>
      (fields.get("Vendor") ?? "").split(", ").map((vendor) => `${heading} (${vendor})`),
    );
    const unicorn = UNICORN_CONFIRMATIONS.map((one) => ({ ...one, processor: "unicorn" }));
    const v86 = V86_CONFIRMATIONS.map((one) => ({ ...one, processor: "v86", vendors: ["intel"] as const }));
    const confirmed = [...CONFIRMATIONS, ...unicorn, ...v86].flatMap(({ processor, rule, vendors }) =>
      vendors.map((vendor) => `${processor}: ${rule} (${vendor})`),
    );
    expect([...new Set(confirmed)].toSorted()).toEqual(wanted.toSorted());
  });
});
