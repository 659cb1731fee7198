/** The end of a terminal report: tables, and what the run did not look at. */
import type { Finding, ProcessorIdentity, Totals } from "../finding.ts";
import type { Paint } from "./paint.ts";
import { opinionLines } from "./opinion-lines.ts";
import { counted, formatCount } from "./plural.ts";
import { processorKey, processorText } from "./processor-text.ts";
import type { RunFooter } from "./reporter.ts";
import { isInformation, type RuleTexts } from "./rule-text.ts";
import { fits, newTable, unframed } from "./table.ts";
import { troubleLines, type RepeatedTrouble } from "./trouble-text.ts";
import { hanging, wrapped } from "./wrap.ts";

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
  /** What the run was narrowed to. */
  readonly only: readonly string[] | undefined;
  readonly processors: readonly ProcessorSummary[];
  readonly troubles: readonly RepeatedTrouble[];
  /** How many findings were told; several models may share one. */
  readonly blocks: number;
  /** The number under which each finding was told, by its key. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly rules: RuleTexts;
  readonly paint: Paint;
  /** The width of the terminal. */
  readonly columns: number;
}

/** The summary as text that ends with a newline. */
export function summary(options: SummaryOptions): string {
  const { columns, troubles, paint, footer } = options;
  const sections = [
    processorTable(options),
    footer.opinions === undefined ? ruleTable(options) : opinions(options, footer.opinions),
    variantLines(options),
    skipLines(options),
    notExercisedLines(options),
    wrapped(troubleLines(troubles, paint), columns).join("\n"),
    closingLines(options),
  ].filter((section) => section !== "");
  return `${sections.join("\n\n")}\n`;
}

function opinions(
  { rules, numbers, troubles, columns }: SummaryOptions,
  opinions: NonNullable<RunFooter["opinions"]>,
): string {
  const errors = troubles
    .filter(({ trouble }) => trouble.kind === "error")
    .reduce((sum, { times }) => sum + times, 0);
  return opinionLines({ opinions, rules, numbers, errors, columns });
}

/** One row per processor; where its name does not fit, it stands above the table. */
function processorTable(options: SummaryOptions): string {
  const { processors, columns } = options;
  if (processors.length === 0) return "";
  const whole = processorRows(options, true);
  if (fits(whole, columns)) return whole;
  const names = processors.map(({ identity }, position) => [mark(position), processorText(identity)]);
  const rows = processorRows(options, false);
  return [...hanging(names, columns), fits(rows, columns) ? rows : unframed(rows)].join("\n");
}

function processorRows({ processors, rules }: SummaryOptions, isNamed: boolean): string {
  const name = (text: string): readonly string[] => (isNamed ? [text] : []);
  const head = ["", ...name("processor"), "cases", "pass", "fail", "skip", "error", "findings", "cases/s"];
  const table = newTable(
    head,
    [...head.keys()].filter((column) => column > (isNamed ? 1 : 0)),
  );
  for (const [position, { identity, totals, findings }] of processors.entries()) {
    const { cases, pass, fail, skip, error, seconds } = totals;
    const rate = seconds > 0 ? formatCount(Math.round(cases / seconds)) : "";
    const real = findings.filter(({ rule }) => !isInformation(rules, rule)).length;
    table.push([
      mark(position),
      ...name(processorText(identity)),
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
function ruleTable(options: SummaryOptions): string {
  const { processors, columns } = options;
  const broken = new Set(processors.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  if (broken.size === 0) return "";
  const rules = [...broken].toSorted((left, right) => left.localeCompare(right));
  const whole = processors.length > MOST_MARKS ? undefined : ruleRows(options, rules, false);
  const table = whole !== undefined && fits(whole, columns) ? whole : ruleRows(options, rules, true);
  return ["Cases that broke each rule:", table].join("\n");
}

/** With `isSummed` the cases of all processors together, and which these are. */
function ruleRows(
  { processors, rules }: SummaryOptions,
  broken: readonly string[],
  isSummed: boolean,
): string {
  const heads = isSummed ? ["cases", "processors"] : processors.map((_, position) => mark(position));
  const table = newTable(
    ["rule broken", ...heads],
    isSummed ? [1] : [...heads.keys()].map((column) => column + 1),
  );
  for (const rule of broken) {
    const counts = processors.map(({ findings }) =>
      findings.filter((finding) => finding.rule === rule).reduce((sum, { cases }) => sum + cases, 0),
    );
    const positions = [...counts.keys()].filter((position) => counts[position] !== 0);
    const total = formatCount(counts.reduce((sum, count) => sum + count, 0));
    table.push([
      isInformation(rules, rule) ? `${rule} (information)` : rule,
      ...(isSummed
        ? [total, marksText(positions, processors.length)]
        : counts.map((count) => (count === 0 ? "" : formatCount(count)))),
    ]);
  }
  return table.toString();
}

function variantLines({ footer: { variants }, processors, columns }: SummaryOptions): string {
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
  const lines = indented(hanging(sorted, columns - 2));
  return ["Where manuals leave a choice, the processors showed:", ...lines].join("\n");
}

function skipLines({ footer: { skipReasons }, columns }: SummaryOptions): string {
  if (skipReasons.length === 0) return "";
  const rows = skipReasons.map(({ processor, reason, cases }) => [
    counted(cases, "case"),
    processorText(processor),
    reason,
  ]);
  return ["Skipped:", ...indented(hanging(rows, columns - 2))].join("\n");
}

const WIDEST_LIST = 100;

function notExercisedLines({ footer: { exercised, notExercised }, only, columns }: SummaryOptions): string {
  const noun = only === undefined ? "rule" : "selected rule";
  const total = exercised.length + notExercised.length;
  const verb = total === 1 ? "was" : "were";
  if (exercised.length === 0) return `Of ${counted(total, noun)} none was exercised.`;
  if (notExercised.length === 0) {
    const all = total === 1 ? `1 ${noun}` : total === 2 ? `Both ${noun}s` : `All ${counted(total, noun)}`;
    return `${all} ${verb} exercised.`;
  }
  return [
    `${formatCount(exercised.length)} of ${counted(total, noun)} were exercised. Not exercised:`,
    ...wrapped([`  ${notExercised.join(" ")}`], Math.min(WIDEST_LIST, columns), 0),
  ].join("\n");
}

function closingLines(options: SummaryOptions): string {
  const { footer, seed, only, processors, rules, paint, columns, blocks } = options;
  const { totals, findings, interrupted, exitCode } = footer;
  const which = only === undefined ? ", " : ` that exercise ${only.join(", ")}: `;
  const counts = [
    `${counted(totals.cases, "case")}${which}${formatCount(totals.pass)} pass`,
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
  const shared = blocks > 0 && blocks < findings ? ` (${formatCount(blocks)} across models)` : "";
  const colour = exitCode === 0 ? paint.good : exitCode === 5 ? paint.bad : paint.notice;
  const verdict = colour(`${counted(findings, "finding")}${about}${shared}; exit code ${exitCode}`);
  const end = interrupted ? `${paint.notice("interrupted")}; ${verdict}` : verdict;
  return wrapped([counts, end], columns, 2).join("\n");
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}
