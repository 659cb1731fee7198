/** A case as lines of text. */
import { field, FIELD_NAMES } from "../../spec/fields.ts";
import type { CpuState, FieldName, TestCase } from "../../spec/model.ts";
import { bitNames } from "./bit-names.ts";
import { codeWidth, disassemble, formatBytes } from "./disassemble.ts";
import { formatValue } from "./notation.ts";

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

/** `cs.dpl` is about `cs`, `rflags` about itself. */
function registerOf(name: FieldName): string {
  return name.split(".")[0] ?? name;
}

function differingFields(before: CpuState, plain: CpuState): Map<string, FieldName[]> {
  const differing = FIELD_NAMES.filter((name) => field(name).get(before) !== field(name).get(plain));
  const registers = new Map<string, FieldName[]>();
  for (const name of differing) {
    registers.set(registerOf(name), [...(registers.get(registerOf(name)) ?? []), name]);
  }
  return registers;
}

/** `r11 = 0x00000000_00010002 (RF)`; `ss: selector 0x0001, dpl 1`. */
function registerText(register: string, names: readonly FieldName[], states: PlainComparison): string {
  const { before, plain } = states;
  const [first] = names;
  if (first !== undefined && names.length === 1 && first === register) {
    const value = field(first).get(before);
    const bits = bitNames(first, value ^ field(first).get(plain)).filter((name) => !name.startsWith("bit"));
    return `${register} = ${formatValue(first, value)}${bits.length === 0 ? "" : ` (${bits.join(", ")})`}`;
  }
  const parts = names.map(
    (name) => `${name.slice(register.length + 1)} ${formatValue(name, field(name).get(before))}`,
  );
  return `${register}: ${parts.join(", ")}`;
}

interface PlainComparison {
  readonly before: CpuState;
  /** The state of the boring machine. */
  readonly plain: CpuState;
}

/**
 * One line per register in which the case differs from its boring machine `plain`, and the names
 * of what else differs (prefixes, pages); only names when there is no such machine.
 */
export function differsInLines(
  testCase: TestCase,
  differsIn: readonly string[],
  plain: TestCase | undefined,
): readonly string[] {
  if (plain === undefined) return differsIn;
  const states = { before: testCase.before, plain: plain.before };
  const fields = differingFields(states.before, states.plain);
  // RIP moves with the length of the instruction; that is no difference of its own.
  if (!differsIn.includes("code")) fields.delete("rip");
  const told = [...fields].map(([register, names]) => registerText(register, names, states));
  const rest = differsIn.filter((group) => !fields.has(group.split(".")[0] ?? group));
  return [...told, ...rest];
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
