import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeReplay } from "../../cli/replay-line.ts";
import { encodeTestCase } from "../../spec/codec.ts";
import type { FindingLine } from "../../spec/generated/documents.ts";
import { sampleCase } from "../harness/report/sample-finding.ts";
import { ringcross } from "./ringcross.ts";

const MUTANT = "mutant:sysret.rf_cleared";

let folder: string;
let report: string;
let printed: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ringcross-replay-"));
  report = join(folder, "report.jsonl");
  const words = ["run", MUTANT, "--vendor", "intel", "--cases", "2000", "--seed", "1"];
  const { stdout } = await ringcross([...words, "--report", "terminal", "--report", `jsonl:${report}`]);
  printed = /replay: +((?:npx )?ringcross replay \S+)/.exec(stdout)?.[1] ?? "";
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("ringcross replay", () => {
  it("runs the printed line again: the mutant still differs", async () => {
    const line = printed.split(" ").at(-1) ?? "";
    const { code, stdout } = await ringcross(["replay", line]);
    expect(stdout).toMatch(/^sysret\.rf_cleared {2}mutant:sysret\.rf_cleared built in \(intel\)\n/);
    expect(stdout).toMatch(/\n {4}r11 = .*\(RF\)\n/);
    expect(stdout).toContain("  ends:      retired at CPL 3, as predicted, but ");
    expect(stdout).toMatch(/rflags .* RF\nstill differs: sysret\.rf_cleared\n$/);
    expect(code).toBe(5);
  });

  it("ends with 0 where the case passes", async () => {
    const { code, stdout } = await ringcross(["replay", printed, "--on", "oracle"]);
    expect(stdout).toMatch(/retired at CPL 3, as predicted\ndoes not differ\n$/);
    expect(code).toBe(0);
  });

  it("takes the same line from a report, from a finding and from standard input", async () => {
    const finding = findings()[0];
    const file = join(folder, "finding.json");
    writeFileSync(file, JSON.stringify(finding, undefined, 2));
    const runs = await Promise.all([
      ringcross(["replay", report]),
      ringcross(["replay", file]),
      ringcross(["replay", JSON.stringify(finding)]),
      ringcross(["replay", "-"], { input: printed }),
    ]);
    for (const { code, stdout } of runs) {
      expect(stdout).toContain("still differs: sysret.rf_cleared");
      expect(code).toBe(5);
    }
  });

  it("takes a bare case and the processor from --on", async () => {
    const file = join(folder, "case.json");
    writeFileSync(file, JSON.stringify(findings()[0]?.example.case));
    const { code, stdout } = await ringcross(["replay", file, "--on", MUTANT, "--on", "oracle"]);
    expect(stdout).toContain("\ndiffers: sysret.rf_cleared\n");
    expect(stdout).toContain("\ndoes not differ\n");
    expect(stdout).toMatch(/\n\n2 replays, 1 differ, 1 do not, 0 skipped, 0 broke; exit code 5\n$/);
    expect(code).toBe(5);
  });

  it("skips, with 3, a processor of another vendor", async () => {
    const { code, stderr } = await ringcross(["replay", printed, "--on", "mutant:sysret.ss_rpl_verbatim"]);
    expect(stderr).toContain("mutant:sysret.ss_rpl_verbatim: ");
    expect(code).toBe(3);
  });

  it("ends with 4 when the processor is not installed here", async () => {
    const line = encodeReplay({ processor: "qemu=EPYC", rule: "sysret.cpl_3", testCase: sampleCase() });
    const { code, stderr } = await ringcross(["replay", line], { environment: { PATH: folder } });
    expect(stderr).toContain("qemu=EPYC");
    expect(code).toBe(4);
  });
});

describe("ringcross replay, called wrongly", () => {
  it("says where a malformed case is wrong and what was expected", async () => {
    const { before, ...rest } = encodeTestCase(sampleCase());
    const file = join(folder, "malformed.json");
    writeFileSync(file, JSON.stringify({ ...rest, before: { ...before, rcx: "12" } }));
    const { code, stderr } = await ringcross(["replay", file]);
    expect(stderr).toMatch(/malformed\.json: invalid test case at \$\.before\.rcx: expected .*, got "12"/);
    expect(code).toBe(2);
  });

  it("names the line of a report that is not JSON", async () => {
    const file = join(folder, "cut.jsonl");
    writeFileSync(file, `${readFileSync(report, "utf8").split("\n")[0]}\n{"kind":"find`);
    const { code, stderr } = await ringcross(["replay", file]);
    expect(stderr).toContain(`${file}, line 2 is not JSON: {"kind":"find`);
    expect(code).toBe(2);
  });

  it("says that a report without findings has nothing to replay", async () => {
    const file = join(folder, "empty.jsonl");
    writeFileSync(file, readFileSync(report, "utf8").split("\n")[0] ?? "");
    const { code, stderr } = await ringcross(["replay", file]);
    expect(stderr).toContain("holds no case");
    expect(code).toBe(2);
  });

  it("says that there is no such file", async () => {
    const { code, stderr } = await ringcross(["replay", join(folder, "absent.json")]);
    expect(stderr).toContain("absent.json: there is no such file");
    expect(code).toBe(2);
  });

  it("names the format of a line that another version printed", async () => {
    const { code, stderr } = await ringcross(["replay", `rc9.${printed.split("rc1.")[1] ?? ""}`]);
    expect(stderr).toContain("does not read replay lines that start with rc9.");
    expect(code).toBe(2);
  });

  it("refuses a damaged line", async () => {
    const { code, stderr } = await ringcross(["replay", printed.slice(0, -9)]);
    expect(stderr).toContain("the replay line is damaged");
    expect(code).toBe(2);
  });
});

function findings(): readonly FindingLine[] {
  return readFileSync(report, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { kind: string })
    .filter((line): line is FindingLine => line.kind === "finding");
}
