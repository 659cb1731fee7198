/** The README's claims, executed. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { CLAIMS } from "../spec/generated/claims.ts";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const README = readFileSync(join(ROOT, "README.md"), "utf8");
const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

const hasQemu = spawnSync("qemu-system-x86_64", ["--version"]).status === 0;
const hasPython = spawnSync("python3", ["--version"]).status === 0;
if (!hasQemu) console.warn("the README's QEMU examples are skipped: qemu-system-x86_64 is not installed");
if (!hasPython) console.warn("the README's Python example is skipped: python3 is not installed");

interface Block {
  readonly language: string;
  readonly lines: readonly string[];
}

const blocks: readonly Block[] = [...README.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
  ([, language, text]) => ({
    language: language ?? "",
    lines: (text ?? "").trimEnd().split("\n"),
  }),
);

const commands = blocks
  .filter(({ language }) => language === "sh")
  .flatMap(({ lines }) => lines)
  .map((line) => line.replace(/\s+#.*$/, ""));

function ringcross(command: string, ...more: readonly string[]): { status: number | null; output: string } {
  const typed = command.replace(/^npx ringcross/, `node ${join(ROOT, "dist", "cli", "main.js")}`);
  const done = spawnSync("sh", ["-c", [typed, ...more].join(" ")], { cwd: ROOT, encoding: "utf8" });
  return { status: done.status, output: done.stdout + done.stderr };
}

const ours = commands.filter((command) => command.startsWith("npx ringcross"));
// Several processors at once need more than QEMU.
const needsQemu = (command: string): boolean => /run( qemu(?! bochs)|$)/.test(command);

describe("the README", () => {
  it("names npm scripts that exist", () => {
    const named = commands.filter((command) => command.startsWith("npm "));
    expect(named).toEqual(["npm run quickstart", "npm test"]);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(["quickstart", "test"]));
  });

  it("links to files that exist", () => {
    const links = [...README.matchAll(/\]\(([^)#]+)\)/g)].map(([, target]) => target ?? "");
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) expect(existsSync(join(ROOT, link)), link).toBe(true);
  });

  it.each(ours.filter((command) => !/ run\b| laws\b| --on qemu/.test(command)))(
    "shows a command that works: %s",
    (command) => {
      expect(ringcross(command).status).toBe(0);
    },
  );

  it.runIf(hasQemu).each(ours.filter((command) => command.includes(" --on qemu")))(
    "settles a claim on QEMU: %s",
    (command) => {
      const { status, output } = ringcross(command);
      expect(status, output).toBe(0);
      expect(output).toContain("as the law says: all");
    },
  );

  it.runIf(hasQemu).each(ours.filter((command) => / laws\b/.test(command)))(
    "shows a law that a processor breaks: %s",
    (command) => {
      const { status, output } = ringcross(command, "qemu=EPYC --seed 1 --cases 1000");
      expect(status, output).toBe(5);
    },
  );

  it("counts the verdicts on the notes", () => {
    const count = (verdict: string): number => CLAIMS.filter((claim) => claim.verdict === verdict).length;
    expect(README).toContain(
      `${count("right")} right, ${count("imprecise")} imprecise, ${count("wrong")} wrong`,
    );
  });

  it.runIf(hasQemu).each(ours.filter((command) => / run\b/.test(command) && needsQemu(command)))(
    "shows a run that finds something: %s",
    (command) => {
      // The later option wins, and a report goes where nothing is left behind.
      const short = command.replace(/jsonl:\S+/, "jsonl:/dev/null").replace(/--time \S+/, "");
      const { status, output } = ringcross(short, "--seed 1 --cases 500");
      expect([0, 5], output).toContain(status);
    },
  );

  it.runIf(hasPython)("plugs in the example core, which has one planted bug", () => {
    const command = ours.find((each) => each.includes("python3")) ?? "";
    const { status, output } = ringcross(command);
    expect(status, output).toBe(5);
    expect(output).toContain("finding 1  sysret.rf_cleared");
    expect(output).not.toContain("finding 2");
  });

  it.runIf(hasQemu)("shows a finding as it looks", () => {
    const shown = blocks.find(({ language }) => language === "console")?.lines ?? [];
    const [command, ...finding] = shown;
    const { status, output } = ringcross((command ?? "").replace(/^\$ /, ""));
    expect(status).toBe(5);
    const anyVersion = (text: string): string => text.replace(/qemu \d+\.\d+\.\d+/g, "qemu X");
    // The replay line is cut short: it is as long as three lines.
    const [text = "", ...more] = anyVersion(finding.join("\n")).split(/\.\.\.$/m);
    expect(more).toHaveLength(2);
    expect(anyVersion(output)).toContain(`${text}...${more[0]}`);
    expect(`${text}...${more[0]}`).toMatch(/ {2}cases: .*\n {2}replay: {4}npx ringcross replay rc1\.\w+$/);
  });
});
