import { existsSync } from "node:fs";
import Table from "cli-table3";
import { OutOfModel, predict, trace, type TraceStep } from "../oracles/index.ts";
import { alignedLines, modeText, stepLines } from "../harness/report/example-text.ts";
import { formatEnd } from "../harness/report/notation.ts";
import { ruleText, type RuleTexts } from "../harness/report/rule-text.ts";
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
  const own = ruleText(NO_RULES, subject);
  if (rule !== undefined) print(ruleLines(rule));
  else if (own !== undefined)
    print([subject, `  ${own.statement}`, "", "  The harness states this rule, no manual."]);
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

const NO_RULES: RuleTexts = new Map();

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

/** The path that each vendor's oracle takes, side by side: what both take stands in one row. */
function caseLines(testCase: TestCase): readonly string[] {
  const [intel, amd] = [pathOf(testCase, "intel"), pathOf(testCase, "amd")];
  const table = new Table({
    head: ["", "intel", "amd"],
    style: { head: [], border: [], compact: true },
    wordWrap: true,
    colWidths: [5, 56, 56],
  });
  const rows = sideBySide(intel.steps, amd.steps);
  for (const [row, steps] of rows.entries()) {
    table.push([`${row + 1}`, ...steps.map((step) => (step === undefined ? "" : stepText(step)))]);
  }
  table.push(["end", intel.end, amd.end]);
  return [
    `${modeText(testCase.before)}, CPL ${testCase.before.cpl}`,
    ...stepLines(testCase).map((line) => `  ${line}`),
    table.toString(),
  ];
}

/** One rule of a path and what it does; neighbours with the same rule are one step. */
interface Step {
  readonly rule: string;
  readonly texts: readonly string[];
}

function stepText({ rule, texts }: Step): string {
  return `${rule}: ${texts.join(", ")}`;
}

interface Path {
  readonly steps: readonly Step[];
  readonly end: string;
}

function pathOf(testCase: TestCase, vendor: Vendor): Path {
  try {
    const posed = { ...testCase, profile: { ...testCase.profile, vendor } };
    const ends = predict(posed).outcomes.map((outcome) => {
      const end = formatEnd(outcome.end, Number(valueAfter(outcome, testCase.before, "cpl")));
      return `${end} (${outcome.endRule})`;
    });
    return { steps: merged(trace(posed, vendor)), end: [...new Set(ends)].join("\nor ") };
  } catch (error) {
    if (!(error instanceof OutOfModel)) throw error;
    return { steps: [], end: `not in the model: ${error.message}` };
  }
}

function merged(trace: readonly TraceStep[]): readonly Step[] {
  const steps: Step[] = [];
  for (const { rule, text } of trace) {
    const last = steps.at(-1);
    if (last?.rule === rule) steps[steps.length - 1] = { rule, texts: [...new Set([...last.texts, text])] };
    else steps.push({ rule, texts: [text] });
  }
  return steps;
}

type Row = readonly [intel: Step | undefined, amd: Step | undefined];

/** Rows of two paths; a rule that both paths apply stands in one row. */
function sideBySide(intel: readonly Step[], amd: readonly Step[]): readonly Row[] {
  const rows: Row[] = [];
  const isAhead = (steps: readonly Step[], from: number, rule: string): boolean =>
    steps.slice(from).some((step) => step.rule === rule);
  for (let left = 0, right = 0; left < intel.length || right < amd.length;) {
    const [one, other] = [intel[left], amd[right]];
    const oneWaits = one !== undefined && one.rule !== other?.rule && isAhead(amd, right, one.rule);
    const otherWaits = other !== undefined && one?.rule !== other.rule && isAhead(intel, left, other.rule);
    rows.push([oneWaits && !otherWaits ? undefined : one, otherWaits ? undefined : other]);
    if (!oneWaits || otherWaits) left += 1;
    if (!otherWaits) right += 1;
  }
  return rows;
}
