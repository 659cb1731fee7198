/** Tables for a terminal. */
import Table from "cli-table3";

/** An empty table with plain frames; the columns in `numbers` stand to the right. */
export function newTable(head: readonly string[], numbers: readonly number[]): Table.Table {
  return new Table({
    head: [...head],
    colAligns: head.map((_, column) => (numbers.includes(column) ? "right" : "left")),
    style: { head: [], border: [], compact: true },
  });
}

/** A table without its frame, for where that takes too much room. */
export function unframed(table: string): string {
  return table
    .split("\n")
    .filter((line) => line.startsWith("│"))
    .map((line) => line.replaceAll("│", "").trimEnd())
    .join("\n");
}

/** Whether no line of a table is too long for the terminal. */
export function fits(table: string, columns: number): boolean {
  return table.split("\n").every((line) => line.length <= columns);
}
