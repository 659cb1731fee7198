/** What the documents say of the tree is true of it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repositoryRoot } from "../../spec/generate/schema-files.ts";
import { RULES } from "../../spec/generated/rules.ts";
import type { Rule } from "../../spec/rule.ts";

const ROOT = repositoryRoot();
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const SOURCES = ["spec", "oracles", "generators", "guest", "harness", "cli", "bench"];

/** Every source file, and every folder that holds one, relative to the root. */
function sourceFiles(): readonly string[] {
  return SOURCES.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => `${folder}/${name}`),
  );
}

/** The paths between backticks. */
function mentioned(text: string): readonly string[] {
  return [...text.matchAll(/`((?:[a-z][a-z0-9-]*\/)[a-zA-Z0-9./-]*)`/g)].map((match) => match[1] as string);
}

describe("docs/reading-guide.md", () => {
  const paths = mentioned(read("docs/reading-guide.md"));

  it("names files and folders that exist", () => {
    expect(paths.length).toBeGreaterThan(50);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it("names every folder of the source", () => {
    const folders = new Set(sourceFiles().map((path) => path.slice(0, path.lastIndexOf("/") + 1)));
    expect([...folders].filter((folder) => !paths.includes(folder))).toEqual([]);
  });

  it("names every file of the law", () => {
    const law = sourceFiles().filter((path) => /^(spec|oracles)\/[^/]+\.ts$/.test(path));
    expect(law.filter((path) => !paths.includes(path))).toEqual([]);
  });
});

describe("docs/glossary.md", () => {
  it("names types and functions that exist", () => {
    const exported = sourceFiles().map(read).join("\n");
    const types = [...read("docs/glossary.md").matchAll(/^\|[^|]*\|[^|]*\|([^|]*)\|/gm)].flatMap((row) =>
      [...(row[1] as string).matchAll(/`([A-Za-z]+)[^`]*`/g)].map((match) => match[1] as string),
    );
    const names = types.filter((name) => name !== "variant" && name !== "mask");
    expect(names.length).toBeGreaterThan(30);
    const missing = names.filter(
      (name) => !new RegExp(`\\b(interface|type|class|function|const|readonly) ${name}\\b`).test(exported),
    );
    expect(missing).toEqual([]);
  });
});

describe("docs/adding-a-rule.md", () => {
  const text = read("docs/adding-a-rule.md");
  const blocks = (language: string): readonly string[] =>
    [...text.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, "g"))].map(
      (match) => match[1] as string,
    );

  it("shows a rule as the catalogue has it", () => {
    const [json] = blocks("json");
    const shown = JSON.parse(json as string) as Rule;
    const { instruction: _, ...rule } = RULES.get(shown.id) as Rule;
    expect(shown).toEqual(rule);
  });

  it("shows lines that are in the tree", () => {
    const tree = [
      ...sourceFiles(),
      ...readdirSync(join(ROOT, "test/oracles/examples")).map((name) => `test/oracles/examples/${name}`),
    ].map(read);
    const lines = blocks("ts").flatMap((block) => block.trim().split("\n"));
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.filter((line) => !tree.some((file) => file.includes(line.trim())))).toEqual([]);
  });

  it("explains every kind", () => {
    const kinds = new Set([...RULES.values()].map(({ kind }) => kind));
    expect([...kinds].filter((kind) => !text.includes(`| \`${kind}\` |`))).toEqual([]);
  });

  it("names files and folders that exist", () => {
    const paths = mentioned(text);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
