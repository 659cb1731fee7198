/** A case as lines of text. */
import type { CpuState, TestCase } from "../../spec/model.ts";
import { codeWidth, disassemble, formatBytes } from "./disassemble.ts";
import { formatHex } from "./notation.ts";

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

/** One line per instruction: bytes, then the instruction in words, and where it lies unless that is behind the one before. */
export function stepLines(testCase: TestCase): readonly string[] {
  const width = codeWidth(testCase.before);
  const bytes = testCase.steps.map((step) => formatBytes(step.bytes));
  const column = Math.max(...bytes.map((text) => text.length));
  return testCase.steps.map(
    ({ bytes: code, at }, index) =>
      `${(bytes[index] ?? "").padEnd(column)}  ${disassemble(code, width)}` +
      (at === undefined ? "" : `  at ${formatHex(at, 64)}`),
  );
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
