/** The end of a terminal report: tables, and what the run did not look at. */
import Table from "cli-table3";
import type { Finding, ProcessorIdentity, Totals } from "../finding.ts";
import { alignedLines } from "./example-text.ts";
import type { Paint } from "./paint.ts";
import { counted, formatCount } from "./plural.ts";
import { processorKey, processorText } from "./processor-text.ts";
import type { RunFooter, Trouble } from "./reporter.ts";
import { isInformation, type RuleTexts } from "./rule-text.ts";

/** What one processor did in the run, as last reported. */
export interface ProcessorSummary {
  readonly identity: ProcessorIdentity;
  readonly totals: Totals;
  readonly findings: readonly Finding[];
}

/** What the summary is made of. */
export interface SummaryOptions {
  readonly footer: RunFooter;
  readonly seed: number;
  readonly processors: readonly ProcessorSummary[];
  readonly troubles: readonly Trouble[];
  readonly rules: RuleTexts;
  readonly paint: Paint;
}

/** The summary as text that ends with a newline. */
export function summary(options: SummaryOptions): string {
  const sections = [
    processorTable(options),
    ruleTable(options),
    variantLines(options),
    skipLines(options.footer),
    notExercisedLines(options.footer),
    troubleLines(options),
    closingLines(options),
  ].filter((section) => section !== "");
  return `${sections.join("\n\n")}\n`;
}

/** Plain frames: escape sequences only where `paint` put them. */
function newTable(head: readonly string[], numbers: readonly number[]): Table.Table {
  return new Table({
    head: [...head],
    colAligns: head.map((_, column) => (numbers.includes(column) ? "right" : "left")),
    style: { head: [], border: [], compact: true },
  });
}

function processorTable({ processors, rules }: SummaryOptions): string {
  if (processors.length === 0) return "";
  const head = ["", "processor", "cases", "pass", "fail", "skip", "error", "findings", "cases/s"];
  const table = newTable(head, [2, 3, 4, 5, 6, 7, 8]);
  for (const [position, { identity, totals, findings }] of processors.entries()) {
    const { cases, pass, fail, skip, error, seconds } = totals;
    const rate = seconds > 0 ? formatCount(Math.round(cases / seconds)) : "";
    const real = findings.filter(({ rule }) => !isInformation(rules, rule)).length;
    table.push([
      mark(position),
      processorText(identity),
      ...[cases, pass, fail, skip, error, real].map((count) => formatCount(count)),
      rate,
    ]);
  }
  return table.toString();
}

/** How the tables call the processor at `position`. */
function mark(position: number): string {
  return `#${position + 1}`;
}

/** More columns or names than this do not fit a line. */
const MOST_MARKS = 8;

/** Which processors, in few words. */
function marksText(positions: readonly number[], of: number): string {
  if (positions.length === of && of > 1) return "all";
  if (positions.length > MOST_MARKS) return `${formatCount(positions.length)} processors`;
  return positions.map(mark).join(" ");
}

/** Broken rules by processor: how many cases broke each. */
function ruleTable({ processors, rules }: SummaryOptions): string {
  const broken = new Set(processors.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  if (broken.size === 0) return "";
  const isWide = processors.length > MOST_MARKS;
  const heads = isWide ? ["cases", "processors"] : processors.map((_, position) => mark(position));
  const table = newTable(
    ["rule broken", ...heads],
    isWide ? [1] : [...heads.keys()].map((column) => column + 1),
  );
  for (const rule of [...broken].toSorted((left, right) => left.localeCompare(right))) {
    const counts = processors.map(({ findings }) =>
      findings.filter((finding) => finding.rule === rule).reduce((sum, { cases }) => sum + cases, 0),
    );
    const positions = [...counts.keys()].filter((position) => counts[position] !== 0);
    const total = formatCount(counts.reduce((sum, count) => sum + count, 0));
    table.push([
      isInformation(rules, rule) ? `${rule} (information)` : rule,
      ...(isWide
        ? [total, marksText(positions, processors.length)]
        : counts.map((count) => (count === 0 ? "" : formatCount(count)))),
    ]);
  }
  return ["Cases that broke each rule:", table.toString()].join("\n");
}

function variantLines({ footer: { variants }, processors }: SummaryOptions): string {
  if (variants.length === 0) return "";
  const places = new Map(processors.map(({ identity }, position) => [processorKey(identity), position]));
  const shown = new Map<string, number[]>();
  for (const { processor, variant, alternatives } of variants) {
    const row = JSON.stringify([variant, alternatives.join(" and ")]);
    const position = places.get(processorKey(processor));
    shown.set(row, [...(shown.get(row) ?? []), ...(position === undefined ? [] : [position])]);
  }
  const rows = [...shown].map(([row, positions]) => [
    ...(JSON.parse(row) as string[]),
    marksText(positions, processors.length),
  ]);
  const sorted = rows.toSorted(([left = ""], [right = ""]) => left.localeCompare(right));
  return ["Where manuals leave a choice, the processors showed:", ...indented(alignedLines(sorted))].join(
    "\n",
  );
}

function skipLines({ skipReasons }: RunFooter): string {
  if (skipReasons.length === 0) return "";
  const rows = skipReasons.map(({ processor, reason, cases }) => [
    counted(cases, "case"),
    processorText(processor),
    reason,
  ]);
  return ["Skipped:", ...indented(alignedLines(rows))].join("\n");
}

function notExercisedLines({ exercised, notExercised }: RunFooter): string {
  const total = exercised.length + notExercised.length;
  if (exercised.length === 0) return `None of the ${counted(total, "rule")} was exercised.`;
  if (notExercised.length === 0) return `Every one of the ${counted(total, "rule")} was exercised.`;
  return [
    `${formatCount(exercised.length)} of ${counted(total, "rule")} exercised. Not exercised:`,
    ...indented(wrapped(notExercised, 100)),
  ].join("\n");
}

function troubleLines({ troubles, paint }: SummaryOptions): string {
  return troubles.map((trouble) => troubleText(trouble, paint)).join("\n");
}

/** A trouble in one or two lines. */
export function troubleText({ processor, kind, code, message, hint }: Trouble, paint: Paint): string {
  const label = kind === "error" ? paint.bad("error") : paint.notice("skipped");
  const what = code === undefined ? message : `${message} (${code})`;
  return [
    `${label}: ${processor}: ${what}`,
    ...(hint === undefined || hint === "" ? [] : [`  ${hint}`]),
  ].join("\n");
}

function closingLines({ footer, seed, processors, rules, paint }: SummaryOptions): string {
  const { totals, findings, interrupted, exitCode } = footer;
  const counts = [
    counted(totals.cases, "case"),
    `${formatCount(totals.pass)} pass`,
    `${formatCount(totals.fail)} fail`,
    `${formatCount(totals.skip)} skip`,
    `${formatCount(totals.error)} error`,
    `${formatCount(totals.maskedBits)} bits not compared because no manual specifies them`,
    `${totals.seconds.toFixed(1)} s`,
    `seed ${seed}`,
  ].join(", ");
  const broken = new Set(processors.flatMap((each) => each.findings.map(({ rule }) => rule)));
  const failed = [...broken].filter((rule) => !isInformation(rules, rule)).length;
  const about = findings === 0 ? "" : ` about ${counted(failed, "rule")}`;
  const colour = exitCode === 0 ? paint.good : exitCode === 5 ? paint.bad : paint.notice;
  const verdict = colour(`${counted(findings, "finding")}${about}; exit code ${exitCode}`);
  return [counts, interrupted ? `${paint.notice("interrupted")}; ${verdict}` : verdict].join("\n");
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

/** Words in lines of at most `width` characters. */
function wrapped(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}
