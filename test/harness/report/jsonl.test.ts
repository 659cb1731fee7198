import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { jsonlReport } from "../../../harness/report/jsonl.ts";
import { ReportError } from "../../../harness/report/report-error.ts";
import type { Reporter } from "../../../harness/report/reporter.ts";
import { decodeTestCase } from "../../../spec/codec.ts";
import { validateDocument } from "../../../spec/validate-document.ts";
import { FOOTER, HEADER, IDENTITY, RULES, sampleCase, sampleFinding } from "./sample-finding.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ringcross-report-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe("jsonlReport", () => {
  it("says in the header what the run was narrowed to", () => {
    const file = join(folder, "out.jsonl");
    newReport(file).header({ ...HEADER, only: ["sysret.*"] });
    const line = JSON.parse(readFileSync(file, "utf8")) as unknown;
    expect(validateDocument("reportLine", line)).toMatchObject({ kind: "header", only: ["sysret.*"] });
  });

  it("writes a line per event, each valid by the schema of the report", async () => {
    const report = newReport(join(folder, "out.jsonl"));
    report.header(HEADER);
    report.progress(IDENTITY, FOOTER.totals, 1);
    report.finding(sampleFinding());
    report.finding(
      sampleFinding({
        example: {
          ...sampleFinding().example,
          differences: [
            {
              rule: "sysret.unchanged",
              field: "memory",
              predicted: [],
              observed: [{ linear: 0x600000n, bytes: Uint8Array.of(1, 2) }],
            },
            {
              rule: "sysret.completes",
              field: "end",
              predicted: { kind: "retired" },
              observed: { kind: "shutdown" },
            },
          ],
        },
      }),
    );
    report.trouble({ processor: "bochs", kind: "error", code: "crashed", message: "it died", hint: "look" });
    report.footer(FOOTER);
    await report.close();
    const lines = readLines(join(folder, "out.jsonl"));
    expect(lines.map(({ kind }) => kind)).toEqual(["header", "finding", "finding", "trouble", "footer"]);
    for (const line of lines) validateDocument("reportLine", line);
  });

  it("tells of a finding everything that its reader needs to run it again", async () => {
    const report = newReport(join(folder, "out.jsonl"));
    report.finding(sampleFinding());
    await report.close();
    const [line] = readLines(join(folder, "out.jsonl"));
    expect(line).toMatchObject({
      kind: "finding",
      processor: "qemu",
      version: "7.2.22",
      model: "EPYC,+la57",
      vendor: "amd",
      rules: ["sysret.rf_cleared"],
      level: "finding",
      cases: 1234,
      differsIn: ["r11"],
      replay: "ringcross replay THE-LINE",
    });
    const example = line?.["example"] as { case: unknown };
    expect(decodeTestCase(example.case)).toEqual(sampleFinding().example.testCase);
    expect(sampleCase()).not.toEqual(sampleFinding().example.testCase);
  });

  it("marks a finding about a rule of confidence L as information", async () => {
    const report = newReport(join(folder, "out.jsonl"));
    report.finding(sampleFinding({ rule: "sysret.ss_dpl" }));
    await report.close();
    expect(readLines(join(folder, "out.jsonl"))).toMatchObject([{ level: "information" }]);
  });

  it("tells of what kind a disagreement is, and what the processors say of each other", async () => {
    const report = newReport(join(folder, "out.jsonl"));
    const finding = sampleFinding({ class: "vendor difference" });
    report.finding(finding);
    report.footer({
      ...FOOTER,
      opinions: {
        processors: [
          { processor: "qemu", vendor: "amd" },
          { processor: "bochs", vendor: "amd" },
        ],
        rules: [
          {
            rule: "sysret.rf_cleared",
            vendor: "amd",
            kept: ["bochs"],
            broken: [{ processor: "qemu", cases: 1234 }],
          },
        ],
        findings: [
          {
            finding,
            processor: "qemu",
            agree: ["bochs"],
            same: [],
            otherwise: [],
            noOpinion: [{ processor: "native", reason: "it cannot" }],
          },
        ],
      },
    });
    await report.close();
    const lines = readLines(join(folder, "out.jsonl"));
    for (const line of lines) validateDocument("reportLine", line);
    expect(lines).toMatchObject([
      { kind: "finding", class: "vendor difference" },
      {
        kind: "opinions",
        rules: [{ rule: "sysret.rf_cleared", kept: ["bochs"], broken: [{ processor: "qemu", cases: 1234 }] }],
        findings: [{ key: finding.key, processor: "qemu", agree: ["bochs"] }],
      },
      { kind: "footer" },
    ]);
  });

  it("has every line on disk before the next event", () => {
    const file = join(folder, "out.jsonl");
    const report = newReport(file);
    report.header(HEADER);
    expect(readLines(file)).toHaveLength(1);
    report.finding(sampleFinding());
    expect(readLines(file)).toHaveLength(2);
  });

  it("raises a ReportError with a hint when the disk is full", () => {
    const report = newReport("/dev/full");
    expect(() => {
      report.header(HEADER);
    }).toThrowError(
      new ReportError({
        message: "cannot write the report /dev/full: ENOSPC, no space left on device",
        hint: "the disk is full: free some space or write the report elsewhere",
      }),
    );
  });

  it("raises a ReportError when the file cannot be created", () => {
    expect(() => newReport(join(folder, "absent", "out.jsonl"))).toThrowError(
      /cannot write the report .*out\.jsonl: ENOENT, no such file or directory/,
    );
  });
});

function newReport(file: string): Reporter {
  return jsonlReport({ file, version: "0.1.0", rules: RULES, replay: () => "ringcross replay THE-LINE" });
}

function readLines(file: string): Record<string, unknown>[] {
  const text = readFileSync(file, "utf8");
  expect(text.endsWith("\n")).toBe(true);
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
