import { codeWidth, disassemble, formatBytes } from "./disassemble.js";
const MODE_NAMES = {
    16: "16-bit",
    32: "32-bit",
    64: "64-bit",
};
/** `64-bit mode`, `compatibility mode, 32-bit`, `legacy mode, 16-bit`. */
export function modeText(state) {
    const width = codeWidth(state);
    if (width === 64)
        return "64-bit mode";
    const longModeActive = ((state.efer >> 10n) & 1n) === 1n;
    return `${longModeActive ? "compatibility" : "legacy"} mode, ${MODE_NAMES[width]}`;
}
/** One line per instruction: bytes, then the instruction in words. */
export function stepLines(testCase) {
    const width = codeWidth(testCase.before);
    const bytes = testCase.steps.map((step) => formatBytes(step.bytes));
    const column = Math.max(...bytes.map((text) => text.length));
    return testCase.steps.map((step, index) => `${(bytes[index] ?? "").padEnd(column)}  ${disassemble(step.bytes, width)}`);
}
/** Rows of text as lines whose columns are aligned; trailing blanks are cut. */
export function alignedLines(rows) {
    const widths = [];
    for (const row of rows) {
        for (const [column, text] of row.entries()) {
            widths[column] = Math.max(widths[column] ?? 0, text.length);
        }
    }
    return rows.map((row) => row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd());
}
