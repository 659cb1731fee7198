import { existsSync } from "node:fs";
import Table from "cli-table3";
import { OutOfModel, predict, trace } from "../oracles/index.ts";
import { alignedLines, modeText, stepLines } from "../harness/report/example-text.ts";
import { formatEnd } from "../harness/report/notation.ts";
import { valueAfter } from "../oracles/operation.ts";
import { RULES } from "../spec/generated/rules.ts";
import type { RuleId } from "../spec/generated/rule-id.ts";
import type { TestCase, Vendor } from "../spec/model.ts";
import type { Rule } from "../spec/rule.ts";
import { didYouMean } from "./did-you-mean.ts";
import { ALL_PASS } from "./exit-code.ts";
import { print } from "./output.ts";
import { readCases } from "./read-case.ts";
import { isReplay } from "./replay-line.ts";
import { UsageError } from "./usage-error.ts";

/** Prints what a rule says, or why a case ends as it does. Returns the exit code. */
export function explain(subject: string): number {
  const rule = RULES.get(subject as RuleId);
  if (rule !== undefined) print(ruleLines(rule));
  else if (isCase(subject)) {
    for (const { testCase } of readCases(subject)) print(caseLines(testCase));
  } else {
    const hint = didYouMean(subject, RULES.keys());
    throw new UsageError(
      `there is no rule '${subject}'`,
      hint === "" ? "`ringcross list rules` shows them all; a case is a file or a replay line" : hint,
    );
  }
  return ALL_PASS;
}

/** Rule ids have one dot between words; everything else that could be meant is a file or a line. */
function isCase(subject: string): boolean {
  return isReplay(subject) || /[/{]|^-$|\.jsonl?$/.test(subject) || existsSync(subject);
}

function ruleLines(rule: Rule): readonly string[] {
  const rows: (readonly string[])[] = [
    ["holds for", rule.vendors.join(" and ")],
    ["kind", rule.kind],
    ...rule.sources.map(({ vendor, document, revision, section }) => [
      `clause (${vendor})`,
      `${document}${revision === undefined ? "" : ` ${revision}`}, ${section}`,
    ]),
    ...rule.evidence.map(({ kind, text }) => [`evidence (${kind})`, text]),
    ["confidence", CONFIDENCE[rule.confidence]],
    ...(rule.observable === true ? [] : [["not observable", rule.observable.reason]]),
    ...(rule.variant === undefined
      ? []
      : [
          ["alternatives", `${rule.variant.alternatives.join(", ")}; ${rule.variant.default} is the default`],
        ]),
    ...(rule.mutant === undefined ? [] : [["its mutant", rule.mutant]]),
  ];
  return [rule.id, `  ${rule.statement}`, "", ...alignedLines(rows).map((line) => `  ${line}`)];
}

const CONFIDENCE: Readonly<Record<Rule["confidence"], string>> = {
  H: "H: the manual, and silicon or two independent implementations",
  M: "M: the manual alone, or two implementations",
  L: "L: one source or inference; never fails a run",
};

const VENDORS: readonly Vendor[] = ["intel", "amd"];

/** The path that each vendor's oracle takes, side by side; rules that stand alone are marked. */
function caseLines(testCase: TestCase): readonly string[] {
  const paths = VENDORS.map((vendor) => pathOf(testCase, vendor));
  const table = new Table({
    head: ["", ...VENDORS],
    style: { head: [], border: [] },
    wordWrap: true,
    colWidths: [4, 48, 48],
  });
  const length = Math.max(...paths.map(({ steps }) => steps.length));
  for (let row = 0; row < length; row += 1) {
    table.push([`${row + 1}`, ...paths.map(({ steps }) => steps[row] ?? "")]);
  }
  table.push(["end", ...paths.map(({ end }) => end)]);
  return [
    `${modeText(testCase.before)}, CPL ${testCase.before.cpl}`,
    ...stepLines(testCase).map((line) => `  ${line}`),
    table.toString(),
  ];
}

function pathOf(
  testCase: TestCase,
  vendor: Vendor,
): { readonly steps: readonly string[]; readonly end: string } {
  try {
    const posed = { ...testCase, profile: { ...testCase.profile, vendor } };
    const { outcomes } = predict(posed);
    const ends = outcomes.map((outcome) => {
      const end = formatEnd(outcome.end, Number(valueAfter(outcome, testCase.before, "cpl")));
      return `${end}\n${outcome.endRule}`;
    });
    return {
      steps: trace(posed, vendor).map(({ rule, text }) => `${rule}\n  ${text}`),
      end: [...new Set(ends)].join("\nor ").replaceAll("\nor ", "\nor: "),
    };
  } catch (error) {
    if (!(error instanceof OutOfModel)) throw error;
    return { steps: [], end: `not in the model: ${error.message}` };
  }
}
