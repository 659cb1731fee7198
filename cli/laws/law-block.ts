/** A broken law as a block of lines. */
import { distance } from "../../generators/distance.ts";
import { stateLines } from "../../harness/report/example-lines.ts";
import { alignedLines, modeText, stepLines } from "../../harness/report/example-text.ts";
import { formatValue } from "../../harness/report/notation.ts";
import type { Paint } from "../../harness/report/paint.ts";
import { counted } from "../../harness/report/plural.ts";
import { processorText } from "../../harness/report/processor-text.ts";
import type { LawDifference, Seen } from "../../harness/laws/law.ts";
import { endText, type LawFinding } from "../../harness/laws/run-law.ts";
import { field, FIELD_NAMES } from "../../spec/fields.ts";
import type { TestCase } from "../../spec/model.ts";
import { plainCase } from "../plain-case.ts";

/** What a finding is printed with. */
export interface LawBlockOptions {
  /** Its place in the report, from 1. */
  readonly number: number;
  readonly replay: string;
  readonly paint: Paint;
}

/** Who, which law, the cases and what became of each, how they differ, how to see it again. */
export function lawBlock(finding: LawFinding, { number, replay, paint }: LawBlockOptions): readonly string[] {
  const { law, processor, cases, firstIndex } = finding;
  return [
    `${paint.strong(`finding ${number}`)}  ${paint.bad(law.id)}  ${processorText(processor)}`,
    `  ${law.statement}`,
    ...lawRunLines(finding, paint),
    `  ${paint.faint("cases:")}     ${counted(cases, "case")}, the first is number ${firstIndex}`,
    `  ${paint.faint("replay:")} ${replay}`,
  ];
}

/** The cases of a run of a law, and what differs. */
export function lawRunLines(
  { law, run: { first, second }, differences }: Pick<LawFinding, "law" | "run" | "differences">,
  paint: Paint,
): readonly string[] {
  return [
    ...seenLines(second === undefined ? "case" : "first", first, changes(first.testCase), paint),
    ...(second === undefined
      ? []
      : seenLines(
          "second",
          second,
          law.kind === "chain" ? ["in the state that the first one left"] : twinLines(first, second),
          paint,
        )),
    ...differenceLines(differences, paint),
  ];
}

function seenLines(name: string, seen: Seen, changed: readonly string[], paint: Paint): readonly string[] {
  const { testCase } = seen;
  const { before } = testCase;
  return [
    `  ${paint.faint(`${name}:`.padEnd(10))} ${modeText(before)}, CPL ${before.cpl}: ${stepLines(testCase).join("; ")}`,
    ...changed.map((line) => `    ${line}`),
    `    ${paint.faint("ends:")} ${endText(seen)}`,
  ];
}

function changes(testCase: TestCase): readonly string[] {
  const differsIn = distance(testCase).groups;
  return stateLines({ testCase, differsIn, plain: plainCase(testCase), aboutRip: false });
}

/** What was changed between the two cases. */
function twinLines({ testCase: first }: Seen, { testCase: second }: Seen): readonly string[] {
  const state = FIELD_NAMES.filter(
    (name) => field(name).get(first.before) !== field(name).get(second.before),
  ).map((name) => `${name} = ${formatValue(name, field(name).get(second.before))}`);
  const pages = second.pages.filter((page, at) => page !== first.pages[at]).length;
  return ["the same, but:", ...state, ...(pages === 0 ? [] : ["another descriptor in the GDT"])];
}

function differenceLines(differences: readonly LawDifference[], paint: Paint): readonly string[] {
  if (differences.length === 0) return [`  ${paint.good("the law holds")}`];
  const rows = differences
    .slice(0, MOST_ROWS)
    .map(({ field, wanted, observed }) => [field, wanted, observed]);
  const more = differences.length - MOST_ROWS;
  return [
    ...alignedLines([["differs", "by the law", "observed"], ...rows]).map((line) => `    ${line}`),
    ...(more > 0 ? [`    and ${counted(more, "more field")}`] : []),
  ];
}

const MOST_ROWS = 12;
