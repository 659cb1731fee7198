import type { TestCase } from "../../spec/model.ts";
import type { Finding } from "../finding.ts";
import { CRASHES, HANGS, INCONSISTENT_VARIANT } from "../own-rules.ts";
import { comparisonText, type ComparisonText } from "./comparison-text.ts";
import { stateLines } from "./example-lines.ts";
import { alignedLines, modeText, stepLines } from "./example-text.ts";
import type { MergedFinding } from "./merge-models.ts";
import type { DifferenceText } from "./notation.ts";
import { counted, formatCount } from "./plural.ts";
import type { Paint } from "./paint.ts";
import { clauses, isInformation, ruleText, type RuleTexts } from "./rule-text.ts";
import { processorText } from "./processor-text.ts";
import { wrapped } from "./wrap.ts";

/** What a finding is printed with. */
export interface FindingBlockOptions {
  /** Its place in the report, from 1. */
  readonly number: number;
  readonly rules: RuleTexts;
  /** How the user calls the program here. */
  readonly command: string;
  readonly replay: string;
  /** The boring machine of a case, if it has one. */
  readonly plain: (testCase: TestCase) => TestCase | undefined;
  readonly paint: Paint;
  /** The width of the terminal. */
  readonly columns: number;
}

/** More differing fields than this are counted instead of shown. */
const MOST_FIELDS = 12;

/**
 * A finding as a block of lines: who, which rule, what it says and where; the smallest example;
 * predicted against observed; how often; how to see it again.
 */
export function findingBlock({ finding, others }: MergedFinding, options: FindingBlockOptions): string {
  const { rules, command, replay, plain, paint, columns } = options;
  const { rule, example } = finding;
  const text = ruleText(rules, rule);
  const comparison = comparisonText(example);
  const label = labelled(paint);
  const plainCase = plain(example.testCase);
  const rest = plainCase === undefined ? "the state" : "all else as on the boring machine";
  const doubt = finding.reproduced === false ? ", but not when run alone" : "";
  const exampleLines = [
    ...stepLines(example.testCase),
    ...stateLines({
      testCase: example.testCase,
      differsIn: finding.differsIn,
      plain: plainCase,
      aboutRip: isAboutRip(finding),
    }),
    paint.faint(`${rest}: ${command} explain --state rc1...`),
  ];
  const lines = [
    ...wrapped([heading(finding, options)], columns),
    ...(text === undefined ? [] : wrapped([`  ${text.statement}`], columns, 0)),
    ...clauseLines(finding, rules).map((line) => `  ${label("clause")}${line}`),
    ...classLines(finding).map((line) => `  ${label("class")}${line}`),
    ...atStake(finding).map(({ what, which }) => `  ${label(what)}${which}`),
    `  ${label("example")}${modeText(example.testCase.before)}, CPL ${example.testCase.before.cpl}`,
    ...wrapped(
      exampleLines.map((line) => `    ${line}`),
      columns,
    ),
    ...(rule === INCONSISTENT_VARIANT
      ? [`  ${label("observed")}${comparison.observed}: ${paint.bad(alternativeShown(finding))}`]
      : endLines(comparison, paint).map((line) => `  ${line}`)),
    ...fieldLines(comparison.fields).map((line) => `    ${line}`),
    `  ${label("cases")}${formatCount(finding.cases)}, the first is number ${finding.firstIndex}${doubt}`,
    ...others.map(
      (other) => `  ${label("also on")}${other.processor.model}: ${counted(other.cases, "case")}`,
    ),
  ];
  // A line that is to be copied stays one line.
  return [...wrapped(lines, columns, LABEL_WIDTH), `  ${label("replay")}${replay}`, ""].join("\n");
}

/** The kind of disagreement, unless it is the plain one. */
function classLines({ class: found, processor }: Finding): readonly string[] {
  if (found === undefined || found === "processor") return [];
  if (found === "variant") return ["variant: another alternative that manuals permit"];
  if (found === "harness") return ["harness: the example did not differ when it was run alone"];
  return [`vendor difference: ${processor.vendor === "amd" ? "Intel" : "AMD"}'s oracle has it so`];
}

/** Further rules at stake, and why. */
function atStake({
  rule,
  orderRules,
}: Finding): readonly { readonly what: string; readonly which: string }[] {
  // Where the processor broke, the rule of the predicted end only tells such findings apart.
  if (orderRules.length === 0 || rule === HANGS || rule === CRASHES) return [];
  const what = rule === INCONSISTENT_VARIANT ? "variant" : "order";
  return [{ what, which: orderRules.join(", ") }];
}

/** Whether one must know where the code lies to understand the finding. */
function isAboutRip({ rule, example }: Finding): boolean {
  return /^(fetch|retire)\./.test(rule) || example.differences.some((each) => each.field === "rip");
}

const LABEL_WIDTH = 11;

/** Labels of a block, in a column of their own. */
function labelled(paint: Paint): (name: string) => string {
  return (name) => paint.faint(`${name}:`.padEnd(LABEL_WIDTH));
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
  { number, rules, paint }: Pick<FindingBlockOptions, "number" | "rules" | "paint">,
): string {
  const level = isInformation(rules, rule) ? "information" : "finding";
  return `${paint.strong(`${level} ${number}`)}  ${paint.bad(rule)}  ${processorText(processor)}`;
}

/** The variant point of an inconsistency and the alternative that the example shows, as the key ends. */
function alternativeShown({ key }: Finding): string {
  return `${key.split(" | ").at(-1) ?? ""} here, another alternative in other cases`;
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
