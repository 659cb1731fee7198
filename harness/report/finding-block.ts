import type { TestCase } from "../../spec/model.ts";
import type { Finding } from "../finding.ts";
import { INCONSISTENT_VARIANT } from "../own-rules.ts";
import { comparisonText, type ComparisonText } from "./comparison-text.ts";
import { alignedLines, differsInLines, modeText, stepLines } from "./example-text.ts";
import { formatEnd, type DifferenceText } from "./notation.ts";
import { counted } from "./plural.ts";
import type { Paint } from "./paint.ts";
import { clauses, isInformation, ruleText, type RuleTexts } from "./rule-text.ts";
import { processorText } from "./processor-text.ts";

/** What a finding is printed with. */
export interface FindingBlockOptions {
  /** Its place in the report, from 1. */
  readonly number: number;
  readonly rules: RuleTexts;
  readonly replay: string;
  /** The boring machine of a case, if it has one. */
  readonly plain: (testCase: TestCase) => TestCase | undefined;
  readonly paint: Paint;
}

/** More differing fields than this are counted instead of shown. */
const MOST_FIELDS = 12;

/**
 * A finding as a block of lines: who, which rule, what it says and where; the smallest example;
 * predicted against observed; how often; how to see it again.
 */
export function findingBlock(finding: Finding, options: FindingBlockOptions): string {
  const { rules, replay, plain, paint } = options;
  const { rule, orderRules, example } = finding;
  const text = ruleText(rules, rule);
  const comparison = comparisonText(example);
  const also = rule === INCONSISTENT_VARIANT ? "variant" : "order";
  const label = labelled(paint);
  const doubt = finding.reproduced === false ? ", but not when run alone" : "";
  const lines = [
    heading(finding, options),
    ...(text === undefined ? [] : [`  ${text.statement}`]),
    ...clauseLines(finding, rules).map((line) => `  ${label("clause")}${line}`),
    ...(orderRules.length === 0 ? [] : [`  ${label(also)}${orderRules.join(", ")}`]),
    `  ${label("example")}${modeText(example.testCase.before)}, CPL ${example.testCase.before.cpl}`,
    ...stepLines(example.testCase).map((line) => `    ${line}`),
    ...differsInLines(example.testCase, finding.differsIn, plain(example.testCase)).map(
      (line) => `    ${line}`,
    ),
    ...(rule === INCONSISTENT_VARIANT
      ? [`  ${label("observed")}${comparison.observed}: ${paint.bad(alternativeShown(finding))}`]
      : endLines(comparison, paint).map((line) => `  ${line}`)),
    ...fieldLines(comparison.fields).map((line) => `    ${line}`),
    `  ${label("cases")}${finding.cases.toLocaleString("en-US")}, the first is number ${finding.firstIndex}${doubt}`,
    `  ${paint.faint("replay:")} ${replay}`,
  ];
  return `${lines.join("\n")}\n`;
}

/** Labels of a block, in a column of their own. */
function labelled(paint: Paint): (name: string) => string {
  return (name) => paint.faint(`${name}:`.padEnd(11));
}

/** The ends of a case that differs: one line when they are the same, otherwise one for each. */
export function endLines(comparison: ComparisonText, paint: Paint): readonly string[] {
  const { predicted, alternatives, observed, endsAlike } = comparison;
  const label = labelled(paint);
  const others = alternatives.map((each) => `or ${each}`);
  if (endsAlike) {
    const allowed = others.length === 0 ? "" : ` (${others.join(", ")})`;
    return [`${label("ends")}${predicted}, as predicted${allowed}, but with other values:`];
  }
  return [
    `${label("predicted")}${[paint.good(predicted), ...others].join(", ")}`,
    `${label("observed")}${paint.bad(observed)}`,
  ];
}

function heading(
  { rule, processor }: Finding,
  { number, rules, paint }: Omit<FindingBlockOptions, "plain">,
): string {
  const level = isInformation(rules, rule) ? "information" : "finding";
  return `${paint.strong(`${level} ${number}`)}  ${paint.bad(rule)}  ${processorText(processor)}`;
}

/** The variant point of an inconsistency and the alternative that the example shows, as the key ends. */
function alternativeShown({ key }: Finding): string {
  return `${key.split(" | ").at(-1) ?? ""} here, another alternative in other cases`;
}

/**
 * What two findings have in common that tell of the same break in one product: its name and
 * version, the rule, and what differs, whatever model and vendor it poses as.
 */
export function likeness({ processor, rule, example }: Finding): string {
  const parts = example.differences.map((difference) =>
    difference.field === "end"
      ? `${formatEnd(difference.predicted)} -> ${formatEnd(difference.observed)}`
      : difference.field,
  );
  return JSON.stringify([processor.name, processor.version, rule, ...parts]);
}

/** A finding that another model of the same product has shown before, in three lines. */
export function repeatedBlock(
  finding: Finding,
  options: Omit<FindingBlockOptions, "plain"> & { readonly like: number },
): string {
  const { like, replay, paint } = options;
  return [
    heading(finding, options),
    `  like finding ${like}, in ${counted(finding.cases, "case")}`,
    `  ${paint.faint("replay:")} ${replay}`,
    "",
  ].join("\n");
}

function clauseLines({ processor, rule }: Finding, rules: RuleTexts): readonly string[] {
  const text = ruleText(rules, rule);
  return text === undefined ? [] : clauses(text, processor.vendor);
}

/** The differing fields as a small table; none when the ends tell it all. */
export function fieldLines(fields: readonly DifferenceText[]): readonly string[] {
  if (fields.length === 0) return [];
  const shown = fields
    .slice(0, MOST_FIELDS)
    .map(({ field, predicted, observed, bits }) => [field, predicted, observed, bits]);
  const rest = fields.length - shown.length;
  return [
    ...alignedLines([["field", "predicted", "observed", "differing bits"], ...shown]),
    ...(rest === 0 ? [] : [`and ${rest} more fields`]),
  ];
}
