import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FIELD_NAMES } from "../../spec/fields.ts";
import { documentTypes, schemaConstant } from "../../spec/generate/documents.ts";
import { readSchemaFiles, repositoryRoot } from "../../spec/generate/schema-files.ts";
import { validateDocument } from "../../spec/validate-document.ts";

const root = repositoryRoot();

describe("generated files", () => {
  it("are what the schemas give (`npm run generate`)", async () => {
    expect(generated("documents.ts")).toBe(await documentTypes(root));
    expect(generated("schemas.ts")).toBe(schemaConstant(root));
  });
});

describe("schemas", () => {
  it("know exactly the fields of the model", () => {
    expect(fieldsOf("state").sort()).toEqual([...FIELD_NAMES].sort());
    expect(fieldsOf("changes").sort()).toEqual([...FIELD_NAMES].sort());
    const pattern = new RegExp(definition("fieldName").pattern ?? "");
    for (const name of FIELD_NAMES) expect(name).toMatch(pattern);
    for (const name of ["rax.base", "cs", "gdtr.selector", "r16", "csxbase"])
      expect(name).not.toMatch(pattern);
  });

  it("describe every object and every property of one kind of thing", () => {
    const undescribed = definitions().filter(
      ([, { title, description }]) => !/^[A-Z]\w+$/.test(title ?? "") || !/\S/.test(description ?? ""),
    );
    expect(undescribed).toEqual([]);
  });

  it("refuse properties that they do not know", () => {
    const open = definitions().filter(
      ([, schema]) => schema.properties !== undefined && schema.additionalProperties !== false,
    );
    expect(open).toEqual([]);
  });
});

describe("rule file", () => {
  const rule = {
    id: "sysret.gp_rcx_noncanonical",
    statement: "SYSRET with REX.W and a non-canonical RCX raises #GP(0) at the SYSRET.",
    vendors: ["intel"],
    kind: "raise",
    sources: [
      { vendor: "intel", document: "Intel SDM", revision: "092", section: "Vol. 2B, SYSRET, Operation" },
    ],
    evidence: [{ kind: "manual", text: "Operation section" }],
    confidence: "H",
    observable: true,
  };
  const file = (changes: object): object => ({
    instruction: "sysret",
    title: "SYSRET",
    rules: [{ ...rule, ...changes }],
  });

  it("may say that a rule cannot be observed, with a reason", () => {
    expect(() => validateDocument("ruleFile", file({}))).not.toThrow();
    expect(() =>
      validateDocument("ruleFile", file({ observable: { reason: "no observer reads AVL" } })),
    ).not.toThrow();
    expect(() =>
      validateDocument(
        "ruleFile",
        file({ variant: { alternatives: ["a", "b"], default: "a" }, mutant: "adds a check" }),
      ),
    ).not.toThrow();
  });

  it.each([
    [{ observable: false }, "at $.rules[0].observable: expected whether a case can show"],
    [{ confidence: "X" }, 'at $.rules[0].confidence: expected "H" or "M" or "L", got "X"'],
    [{ statement: " " }, "at $.rules[0].statement: expected a text that is not empty"],
    [{ vendors: [] }, "at $.rules[0].vendors: expected at least 1"],
    [{ evidence: [{ kind: "rumour", text: "x" }] }, "at $.rules[0].evidence[0].kind"],
  ])("refuses %j", (changes, message) => {
    expect(() => validateDocument("ruleFile", file(changes))).toThrow(message);
  });
});

interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly pattern?: string;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
}

function generated(name: string): string {
  return readFileSync(join(root, "spec", "generated", name), "utf8");
}

function definitions(): readonly (readonly [string, Schema])[] {
  return [...readSchemaFiles(root).values()].flatMap((text) =>
    Object.entries((JSON.parse(text) as { readonly $defs?: Readonly<Record<string, Schema>> }).$defs ?? {}),
  );
}

function definition(name: string): Schema {
  const found = definitions().find(([other]) => other === name);
  if (found === undefined) throw new Error(`no schema ${name}`);
  return found[1];
}

/** The field names that a state schema allows, parts of registers included. */
function fieldsOf(name: string): string[] {
  return Object.entries(definition(name).properties ?? {}).flatMap(([register, { $ref }]) => {
    const parts = definition($ref?.split("/").at(-1) ?? "").properties;
    return parts === undefined ? [register] : Object.keys(parts).map((part) => `${register}.${part}`);
  });
}
