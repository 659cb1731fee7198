import { describe, expect, it } from "vitest";
import { CRASHES } from "../../../harness/own-rules.ts";
import { terminalReport } from "../../../harness/report/terminal.ts";
import type { Reporter } from "../../../harness/report/reporter.ts";
import { FOOTER, HEADER, IDENTITY, PLAIN, PROFILE, RULES, sampleFinding } from "./sample-finding.ts";

describe("terminalReport", () => {
  it("prints a finding as a block that names rule, clause, example, difference and replay line", () => {
    const { report, text } = newReport();
    report.finding(sampleFinding());
    expect(text()).toBe(`
finding 1  sysret.rf_cleared  qemu 7.2.22, EPYC,+la57 (amd)
  SYSRET clears RF, whatever R11 holds.
  clause:    AMD APM, Vol. 3, SYSRET, Action
  example:   64-bit mode, CPL 0
    48 0f 07  o64 sysret
    r11 = 0x00000000_00010002 (RF)
    also reads rcx = 0x00000000_00700000, star = 0x00230010_00000000
    all else as on the boring machine: ringcross explain --state rc1...
  ends:      retired at CPL 3, as predicted, but with other values:
    field   predicted            observed             differing bits
    rflags  0x00000000_00000002  0x00000000_00010002  RF
  cases:     1,234, the first is number 7
  replay:    ringcross replay THE-LINE
`);
  });

  it.each([
    ["vendor difference", "vendor difference: Intel's oracle has it so"],
    ["variant", "variant: another alternative that manuals permit"],
    ["harness", "harness: the example did not differ when it was run alone"],
  ] as const)("tells a finding of the class %s from a plain one", (name, words) => {
    const { report, text } = newReport();
    report.finding(sampleFinding({ class: name }));
    expect(text()).toContain(`  clause:    AMD APM, Vol. 3, SYSRET, Action\n  class:     ${words}\n`);
    const plain = newReport();
    plain.report.finding(sampleFinding({ class: "processor" }));
    expect(plain.text()).not.toContain("class:");
  });

  it("tells differing ends in the architecture's notation, with the rules about order at stake", () => {
    const { report, text } = newReport();
    const sample = sampleFinding();
    const [outcome] = sample.example.prediction.outcomes;
    const end = { kind: "exception", vector: 13, errorCode: 0 } as const;
    report.finding(
      sampleFinding({
        rule: "sysret.gp_cpl_nonzero",
        orderRules: ["sysret.ud_before_gp"],
        example: {
          ...sample.example,
          prediction: { ...sample.example.prediction, outcomes: [{ ...outcome, end, fields: new Map() }] },
          differences: [
            { rule: "sysret.gp_cpl_nonzero", field: "end", predicted: end, observed: { kind: "retired" } },
          ],
        },
      }),
    );
    expect(text()).toContain("  order:     sysret.ud_before_gp\n");
    expect(text()).toContain("  predicted: #GP(0) at CPL 0\n  observed:  retired at CPL 3\n  cases:");
  });

  it("says that a processor gave no answer when it hung or died", () => {
    const { report, text } = newReport();
    const { testCase, prediction } = sampleFinding().example;
    report.finding(
      sampleFinding({
        rule: CRASHES,
        orderRules: ["sysret.completes"],
        example: { testCase, prediction, differences: [] },
      }),
    );
    expect(text()).toContain("A processor survives every case.");
    expect(text()).not.toContain("order:");
    expect(text()).toContain("observed:  no answer\n");
  });

  it("tells once what several models of a product share", () => {
    const { report, text } = newReport();
    const larger = { ...IDENTITY, model: "EPYC,+la57,+xsave" };
    report.finding(sampleFinding());
    report.finding(sampleFinding({ processor: larger, cases: 877 }));
    const written = text();
    expect(written).toContain("the first is number 7\n  also on:   EPYC,+la57,+xsave: 877 cases\n  replay: ");
    expect(written).not.toContain("finding 2");
  });

  it("prints what waits when another product begins", () => {
    let written = "";
    const report = terminalReport({ ...OPTIONS, write: (more) => (written += more) });
    report.finding(sampleFinding());
    report.progress({ ...IDENTITY, model: "EPYC" }, FOOTER.totals, 0);
    expect(written).toBe("");
    report.progress({ ...IDENTITY, name: "bochs" }, FOOTER.totals, 0);
    expect(written).toContain("finding 1");
  });

  it("wraps all but the replay line on a narrow terminal", () => {
    let written = "";
    const replay = (): string => `ringcross replay ${"x".repeat(90)}`;
    const report = terminalReport({ ...OPTIONS, replay, columns: 60, write: (more) => (written += more) });
    report.finding(sampleFinding());
    void report.close();
    const long = written.split("\n").filter((line) => line.length > 60);
    expect(long).toEqual([`  replay:    ${replay()}`]);
  });

  it("calls a finding about a rule of confidence L information", () => {
    const { report, text } = newReport();
    report.header(HEADER);
    report.finding(sampleFinding({ rule: "sysret.ss_dpl" }));
    report.footer({ ...FOOTER, findings: 0, exitCode: 0 });
    expect(text()).toContain("information 1  sysret.ss_dpl");
    expect(text()).toContain("sysret.ss_dpl (information)");
  });

  it("closes with tables, rules not exercised, masked bits, variants, skips, troubles and the exit code", () => {
    const { report, text } = newReport();
    report.header(HEADER);
    report.progress(IDENTITY, FOOTER.totals, 1);
    report.finding(sampleFinding());
    report.trouble({
      processor: "bochs",
      kind: "skip",
      message: "bochs is not installed",
      hint: "apt-get install bochs",
    });
    report.footer(FOOTER);
    expect(text()).toContain(
      "ringcross: seed 42, generators 1, 20,000 cases each\n  qemu 7.2.22, EPYC,+la57 (amd)\n",
    );
    expect(text()).toMatch(
      /qemu 7\.2\.22, EPYC,\+la57 \(amd\) │ 20,000 │ 18,000 │ 1,234 │\s+766 │\s+0 │\s+1 │\s+40,000/,
    );
    expect(text()).toMatch(/rule broken\s+│\s+#1 │\n.*\n│ sysret\.rf_cleared │ 1,234 │/);
    expect(text()).toContain("1 of 2 rules were exercised. Not exercised:\n  sysret.gp_cpl_nonzero\n");
    expect(text()).toContain("99 bits not compared");
    expect(text()).toMatch(/the processors showed:\n {2}sysret\.ss_dpl {2}3 {2}#1\n/);
    expect(text()).toMatch(/Skipped:\n {2}766 cases {2}qemu .* {2}VMRUN refused the state/);
    expect(text()).toContain("skipped: bochs: bochs is not installed\n  apt-get install bochs\n");
    expect(text()).toMatch(/seed 42\n1 finding about 1 rule; exit code 5\n$/);
  });

  it("says in header and summary what a run was narrowed to", () => {
    const { report, text } = newReport();
    report.header({ ...HEADER, only: ["sysret.rf_cleared"] });
    report.footer({ ...FOOTER, notExercised: [] });
    expect(text()).toContain(", of 20,000 cases each only those that exercise sysret.rf_cleared\n");
    expect(text()).toContain("20,000 cases that exercise sysret.rf_cleared: 18,000 pass, 1,234 fail");
    expect(text()).toContain("1 selected rule was exercised.\n");
  });

  it("tells equal troubles once, and how many there were", () => {
    const { report, text } = newReport();
    for (const index of [3, 17, 20]) {
      report.trouble({
        processor: "core.py",
        kind: "error",
        message: `case ${index} broke a batch: no JSON`,
      });
    }
    report.footer(FOOTER);
    expect(text().match(/error: core\.py: /g)).toHaveLength(1);
    expect(text()).toContain(
      "Told above: 3 errors, of which\n  3 times: core.py: case 3 broke a batch: no JSON\n",
    );
  });

  it("takes the names out of the table where they do not fit the terminal", () => {
    let written = "";
    const report = terminalReport({ ...OPTIONS, columns: 80, write: (more) => (written += more) });
    const long = { ...IDENTITY, model: "Skylake-Server,+svm,+la57,-fsgsbase" };
    report.header({ ...HEADER, processors: [{ identity: long, profile: PROFILE }] });
    report.progress(long, FOOTER.totals, 0);
    report.footer({ ...FOOTER, variants: [], skipReasons: [] });
    expect(written.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(written).toContain("\n#1  qemu 7.2.22, Skylake-Server,+svm,+la57,-fsgsbase (amd)\n┌");
    expect(written).toMatch(/│ #1 │ 20,000 │ 18,000 │/);
  });

  it("takes the frame away where that is too wide too", () => {
    let written = "";
    const report = terminalReport({ ...OPTIONS, columns: 60, write: (more) => (written += more) });
    report.header(HEADER);
    report.progress(IDENTITY, FOOTER.totals, 0);
    report.footer({ ...FOOTER, variants: [], skipReasons: [] });
    expect(written).toMatch(/\n {6}cases +pass .*\n #1 +20,000 +18,000 .*\n/);
    expect(written).not.toContain("│");
  });

  it("says when a signal ended the run early", () => {
    const { report, text } = newReport();
    report.footer({ ...FOOTER, interrupted: true, exitCode: 130 });
    expect(text()).toMatch(/interrupted; 1 finding about 0 rules; exit code 130\n$/);
  });

  it("uses escape sequences only when asked to", () => {
    const coloured = newReport(true);
    coloured.report.finding(sampleFinding());
    expect(coloured.text()).toContain("\u001b[");
    const plain = newReport();
    plain.report.finding(sampleFinding());
    plain.report.footer(FOOTER);
    expect(plain.text()).not.toContain("\u001b[");
  });
});

const OPTIONS = {
  coloured: false,
  rules: RULES,
  command: "ringcross",
  replay: () => "ringcross replay THE-LINE",
  plain: () => PLAIN,
};

function newReport(coloured = false): { report: Reporter; text: () => string } {
  let text = "";
  const report = terminalReport({
    ...OPTIONS,
    coloured,
    write: (more) => {
      text += more;
    },
  });
  return {
    report,
    text: () => {
      // Findings wait until it is known which models share them.
      void report.close();
      return text;
    },
  };
}
