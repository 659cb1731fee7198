import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cruise, type ICruiseOptions, type ICruiseResult, type IConfiguration } from "dependency-cruiser";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDERS = ["spec", "generators", "oracles", "guest", "harness", "cli"];

const config = createRequire(import.meta.url)(join(ROOT, ".dependency-cruiser.cjs")) as IConfiguration;

let sketch: string;

beforeEach(() => {
  sketch = mkdtempSync(join(tmpdir(), "ringcross-architecture-"));
});

afterEach(() => {
  rmSync(sketch, { recursive: true });
});

describe("the project", () => {
  it("keeps to the arrows between its folders", async () => {
    const { summary } = await cruised(FOLDERS, ROOT);
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
    // A parser that reads no TypeScript would find no violation in no module.
    expect(summary.totalCruised).toBeGreaterThan(50);
    expect(summary.totalDependenciesCruised).toBeGreaterThan(100);
  });
});

describe("the rules", () => {
  it.each([
    ["spec/a.ts", "oracles/b.ts", "spec-imports-nothing"],
    ["generators/a.ts", "oracles/b.ts", "generators-imports-spec"],
    ["generators/a.ts", "harness/b.ts", "generators-imports-spec"],
    ["oracles/a.ts", "generators/b.ts", "oracles-imports-spec"],
    ["oracles/a.ts", "harness/b.ts", "oracles-imports-spec"],
    ["guest/a.ts", "oracles/b.ts", "guest-imports-spec"],
    ["harness/a.ts", "generators/b.ts", "harness-imports-spec-oracles-guest"],
    ["oracles/intel/a.ts", "oracles/amd/b.ts", "intel-never-amd"],
    ["oracles/amd/a.ts", "oracles/intel/b.ts", "amd-never-intel"],
    ["oracles/common/a.ts", "oracles/amd/b.ts", "common-never-a-vendor"],
    ["harness/a.ts", "cli/b.ts", "nobody-imports-cli"],
  ])("forbid that %s imports %s", async (from, to, rule) => {
    expect(await rulesBroken({ [from]: to })).toContain(rule);
  });

  it("forbid it also where only a type is imported", async () => {
    expect(await rulesBroken({ "spec/a.ts": "oracles/b.ts" }, "import type")).toContain(
      "spec-imports-nothing",
    );
  });

  it("forbid cycles and imports of nothing", async () => {
    expect(await rulesBroken({ "spec/a.ts": "spec/b.ts", "spec/b.ts": "spec/a.ts" })).toEqual(["no-cycles"]);
    expect(await rulesBroken({ "cli/a.ts": "cli/absent.ts" }, "import", [])).toEqual(["resolvable"]);
  });

  it.each([
    ["cli/a.ts", "generators/b.ts"],
    ["harness/a.ts", "guest/b.ts"],
    ["harness/a.ts", "oracles/b.ts"],
    ["generators/a.ts", "spec/b.ts"],
    ["oracles/amd/a.ts", "oracles/common/b.ts"],
  ])("allow that %s imports %s", async (from, to) => {
    expect(await rulesBroken({ [from]: to })).toEqual([]);
  });
});

async function cruised(folders: readonly string[], baseDir: string): Promise<ICruiseResult> {
  const options: ICruiseOptions = {
    ...config.options,
    ruleSet: { forbidden: config.forbidden ?? [] },
    baseDir,
  };
  const { output } = await cruise([...folders], { ...options, validate: true });
  return output as ICruiseResult;
}

/** The names of the rules that a project of these imports breaks; what is imported exists. */
async function rulesBroken(
  imports: Readonly<Record<string, string>>,
  word: "import" | "import type" = "import",
  targets: readonly string[] = Object.values(imports),
): Promise<readonly string[]> {
  const files = new Map<string, string>(targets.map((file) => [file, "export const value = 1;\n"]));
  for (const [from, to] of Object.entries(imports)) {
    const up = "../".repeat(from.split("/").length - 1);
    files.set(from, `${word} { value } from "${up}${to}";\nexport const value${from.length} = value;\n`);
  }
  for (const [file, text] of files) {
    mkdirSync(join(sketch, dirname(file)), { recursive: true });
    writeFileSync(join(sketch, file), text);
  }
  const folders = [...new Set([...files.keys()].map((file) => file.split("/")[0] ?? ""))];
  const { summary } = await cruised(folders, sketch);
  return [...new Set(summary.violations.map(({ rule }) => rule.name))];
}
