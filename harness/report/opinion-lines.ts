/** What the processors of a run say of each other, as tables for a terminal. */
import type Table from "cli-table3";
import type { Vendor } from "../../spec/model.ts";
import { DISAGREEMENT_CLASSES } from "../finding.ts";
import type { FindingOpinions, SecondOpinions } from "../opinions.ts";
import { counted, formatCount } from "./plural.ts";
import { isInformation, type RuleTexts } from "./rule-text.ts";
import { fits, newTable, unframed } from "./table.ts";
import { hanging, wrapped } from "./wrap.ts";

/** What the tables are made of. */
export interface OpinionLinesOptions {
  readonly opinions: SecondOpinions;
  readonly rules: RuleTexts;
  /** The number under which the report told a finding, by the finding's key. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Errors of processors and adapters, which are disagreements of the harness with itself. */
  readonly errors: number;
  /** The width of the terminal. */
  readonly columns: number;
}

const NAMES: Readonly<Record<Vendor, string>> = { intel: "Intel", amd: "AMD" };
const NO_OPINION = "·";

/** One matrix of rules and processors per vendor, then each finding with who agrees with the oracle. */
export function opinionLines(options: OpinionLinesOptions): string {
  const vendors = [...new Set(options.opinions.processors.map(({ vendor }) => vendor))];
  return [...vendors.map((vendor) => matrix(options, vendor)), findingLines(options)]
    .filter((section) => section !== "")
    .join("\n\n");
}

function matrix({ opinions, rules, columns }: OpinionLinesOptions, vendor: Vendor): string {
  const names = opinions.processors.filter((each) => each.vendor === vendor).map((each) => each.processor);
  const ours = opinions.rules.filter((each) => each.vendor === vendor);
  const broken = ours.filter((each) => each.broken.length > 0);
  if (broken.length === 0) return "";
  const table: Table.Table = newTable(
    ["rule broken", ...names],
    names.map((_, position) => position + 1),
  );
  for (const { rule, kept, broken: breakers } of broken) {
    const cells = names.map((name) => {
      const cases = breakers.find(({ processor }) => processor === name)?.cases;
      if (cases !== undefined) return formatCount(cases);
      return kept.includes(name) ? "pass" : NO_OPINION;
    });
    table.push([isInformation(rules, rule) ? `${rule} (information)` : rule, ...cells]);
  }
  const framed = table.toString();
  const text = fits(framed, columns) ? framed : unframed(framed);
  const title = `Cases that broke each rule of ${NAMES[vendor]} (${NO_OPINION} has no opinion):`;
  return [title, text, wrapped([restText(ours.length - broken.length, vendor)], columns).join("\n")].join(
    "\n",
  );
}

function restText(count: number, vendor: Vendor): string {
  const those = `${counted(count, "other rule")} of ${NAMES[vendor]}`;
  return `${those} ${count === 1 ? "was" : "were"} kept by every processor that has an opinion.`;
}

function findingLines({ opinions, numbers, errors, columns }: OpinionLinesOptions): string {
  const { findings } = opinions;
  if (findings.length === 0) return "";
  const rows = findings.map((each) => [
    `#${numbers.get(each.finding.key) ?? "?"}`,
    each.finding.rule,
    each.processor,
    (each.finding.class ?? "").replace(" difference", ""),
    stances(each),
  ]);
  const counts = DISAGREEMENT_CLASSES.map((name) => {
    const count = findings.filter(({ finding }) => finding.class === name).length;
    return `${formatCount(count)} ${name}`;
  });
  const others = errors === 0 ? "" : `; harness too: ${counted(errors, "error")} told above`;
  return [
    "Who else agrees with the oracle on the example of each finding, and who does the same:",
    ...hanging(rows, columns - 2).map((line) => `  ${line}`),
    ...wrapped([`Disagreements by class: ${counts.join(", ")}${others}`], columns),
  ].join("\n");
}

/** `agree: bochs, native; same: unicorn`. */
function stances({ agree, same, otherwise }: FindingOpinions): string {
  const parts = [
    ["agree", agree],
    ["same", same],
    ["otherwise", otherwise],
  ] as const;
  const said = parts.flatMap(([what, who]) => (who.length === 0 ? [] : [`${what}: ${who.join(", ")}`]));
  return said.length === 0 ? "nobody else has an opinion" : said.join("; ");
}
