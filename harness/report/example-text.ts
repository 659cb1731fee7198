/** A case, and what was predicted and observed of it, as lines of text. */
import { field, FIELD_NAMES } from "../../spec/fields.ts";
import type { CpuState, FieldName, TestCase } from "../../spec/model.ts";
import { valueAfter } from "../../oracles/operation.ts";
import type { Example } from "../finding.ts";
import type { Difference } from "../verdict.ts";
import { codeWidth, disassemble, formatBytes } from "./disassemble.ts";
import { formatDifference, formatEnd, formatHex, formatValue, type DifferenceText } from "./notation.ts";

const MODE_NAMES: Readonly<Record<16 | 32 | 64, string>> = {
  16: "16-bit",
  32: "32-bit",
  64: "64-bit",
};

/** `64-bit mode`, `compatibility mode, 32-bit`, `legacy mode, 16-bit`. */
export function modeText(state: CpuState): string {
  const width = codeWidth(state);
  if (width === 64) return "64-bit mode";
  const longModeActive = ((state.efer >> 10n) & 1n) === 1n;
  return `${longModeActive ? "compatibility" : "legacy"} mode, ${MODE_NAMES[width]}`;
}

/** One line per instruction: bytes, then the instruction in words. */
export function stepLines(testCase: TestCase): readonly string[] {
  const width = codeWidth(testCase.before);
  const bytes = testCase.steps.map((step) => formatBytes(step.bytes));
  const column = Math.max(...bytes.map((text) => text.length));
  return testCase.steps.map(
    (step, index) => `${(bytes[index] ?? "").padEnd(column)}  ${disassemble(step.bytes, width)}`,
  );
}

/** A segment register and what its hidden part holds: `0x0010, type 0xb, DPL 0, L, G`. */
function segmentText(state: CpuState, name: "es" | "cs" | "ss" | "ds" | "fs" | "gs" | "ldtr" | "tr"): string {
  const { selector, base, limit, type, s, dpl, p, avl, l, db, g } = state[name];
  const flags = Object.entries({ S: s, P: p, AVL: avl, L: l, DB: db, G: g })
    .filter(([, value]) => value === 1)
    .map(([flag]) => flag);
  return [
    formatHex(BigInt(selector), 16),
    `base ${formatHex(base, 64)}`,
    `limit ${formatHex(BigInt(limit), 32)}`,
    `type ${formatHex(BigInt(type), 4)}`,
    `DPL ${dpl}`,
    flags.join(" "),
  ].join(", ");
}

const SEGMENTS: ReadonlySet<string> = new Set(["es", "cs", "ss", "ds", "fs", "gs", "ldtr", "tr"]);
const FIELDS: ReadonlySet<string> = new Set(FIELD_NAMES);

/** What the state before holds in the part `name` of the state; the name alone for other parts. */
function partText(testCase: TestCase, name: string): string {
  const { before } = testCase;
  if (SEGMENTS.has(name)) return `${name} = ${segmentText(before, name as "cs")}`;
  if (name === "gdtr" || name === "idtr") {
    const { base, limit } = before[name];
    return `${name} = base ${formatHex(base, 64)}, limit ${formatHex(BigInt(limit), 16)}`;
  }
  if (!FIELDS.has(name)) return name;
  return `${name} = ${formatValue(name as FieldName, field(name as FieldName).get(before))}`;
}

/** One line per part of the state in which the case differs from the boring machine. */
export function differsInLines(testCase: TestCase, differsIn: readonly string[]): readonly string[] {
  return differsIn.map((name) => partText(testCase, name));
}

/** What was predicted and observed: the two ends, then the differing fields in columns. */
export interface Comparison {
  readonly predicted: string;
  readonly observed: string;
  readonly fields: readonly DifferenceText[];
}

/** The comparison of an example; `observed` is `no answer` when the processor hung or died. */
export function comparisonText(example: Example): Comparison {
  const { testCase, prediction, observation, differences } = example;
  const [outcome] = prediction.outcomes;
  const cpl = Number(valueAfter(outcome, testCase.before, "cpl"));
  return {
    predicted: formatEnd(outcome.end, cpl),
    observed: observation === undefined ? "no answer" : formatEnd(observation.end, observation.after.cpl),
    fields: differences.filter(({ field: name }) => name !== "end").map(differenceText),
  };
}

function differenceText(difference: Difference): DifferenceText {
  return formatDifference(difference);
}

/** Rows of text as lines whose columns are aligned; trailing blanks are cut. */
export function alignedLines(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, text] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, text.length);
    }
  }
  return rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
