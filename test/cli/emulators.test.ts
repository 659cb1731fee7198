import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EMULATOR_NAMES, EMULATORS, emulatorProgram } from "../../cli/emulators.ts";
import { decodeReplay } from "../../cli/replay-line.ts";
import { childrenOf, statusOf } from "./child-processes.ts";
import { ringcross } from "./ringcross.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ringcross-emulators-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("ringcross run --observer", () => {
  it("refuses an observer that does not exist", async () => {
    const { code, stderr } = await ringcross(["run", "oracle", "--observer", "eyes"]);
    expect(code).toBe(2);
    expect(stderr).toContain("write svm, idt or both");
  });
});

describe.each(EMULATOR_NAMES)("ringcross run %s", (name) => {
  const isMissing = emulatorProgram(name) === undefined;

  it.skipIf(isMissing)("runs every default model and finds differences that replay", async () => {
    const file = join(folder, `${name}.jsonl`);
    const words = ["run", name, "--cases", "1500", "--seed", "1", "--report", `jsonl:${file}`];
    const { code } = await ringcross(words);
    expect(code).toBe(5);
    const lines = readFileSync(file, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Line);
    expect(lines[0]?.processors).toHaveLength(EMULATORS[name].models.length);
    expect(lines.at(-1)?.error).toBe(0);
    const findings = lines.filter(({ kind }) => kind === "finding");
    expect(findings.length).toBeGreaterThan(0);
    const [, , line = ""] = findings[0]?.replay?.split(" ") ?? [];
    const again = await ringcross(["replay", line]);
    expect(again.stdout).toContain(`still differs: ${findings[0]?.rules?.[0]}`);
    expect(again.code).toBe(5);
  });

  // Neither Unicorn nor v86 has a guest that could observe.
  const hasObservers = name !== "unicorn" && name !== "v86";
  it.skipIf(isMissing).each(hasObservers ? [name] : [])(
    "runs %s through both observers, which agree, and replays through both",
    async () => {
      const file = join(folder, `${name}-both.jsonl`);
      const one = `${name}=${EMULATORS[name].models[0]}`;
      const words = ["run", one, "--observer", "both", "--cases", "1000", "--seed", "1"];
      const { code, stdout } = await ringcross([
        ...words,
        "--report",
        `jsonl:${file}`,
        "--report",
        "terminal",
      ]);
      expect(code).toBe(5);
      expect(stdout).not.toContain("the observers differ");
      const replays = readFileSync(file, "utf8").match(/"replay":"ringcross replay [^"]+/g) ?? [];
      const line = replays[0]?.split(" ").at(-1) ?? "";
      expect(decodeReplay(line).processor).toBe(`${name}:both=${EMULATORS[name].models[0]}`);
      const { code: differs } = await ringcross(["replay", line]);
      expect(differs).toBe(5);
    },
  );

  it.skipIf(isMissing)("leaves no process behind when a signal ends it", async () => {
    const children = new Set<number>();
    let isWatching = false;
    const { code, stdout } = await ringcross(["run", name, "--time", "10m", "--seed", "1"], {
      onOutput: (child, text) => {
        if (isWatching || !text.includes("ringcross: seed")) return;
        isWatching = true;
        endOnceBusy(child, children);
      },
    });
    expect(stdout).toContain("interrupted; ");
    expect(code).toBe(143);
    expect(children.size).toBeGreaterThan(0);
    expect([...children].filter((pid) => isRunning(pid, name))).toEqual([]);
  });
});

/** Notes the children of a process, and ends it half a second after the first one was seen. */
function endOnceBusy(parent: ChildProcess, children: Set<number>): void {
  const looks = setInterval(() => {
    const isFirst = children.size === 0;
    for (const pid of childrenOf(parent.pid ?? -1)) children.add(pid);
    if (isFirst && children.size > 0) setTimeout(() => parent.kill("SIGTERM"), 500);
  }, 20);
  parent.on("exit", () => {
    clearInterval(looks);
  });
}

interface Line {
  readonly kind: string;
  readonly processors?: readonly unknown[];
  readonly error?: number;
  readonly rules?: readonly string[];
  readonly replay?: string;
}

/** A process that has ended may wait to be collected; an id may belong to another program by now. */
function isRunning(pid: number, name: string): boolean {
  const status = statusOf(pid);
  return status.startsWith(`Name:\t${name}`) && !status.includes("State:\tZ");
}
