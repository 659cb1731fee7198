/** Lines that fit a terminal. */
/**
 * The lines with their words wrapped at `columns`; what continues stands under the start of the line's
 * text, or `hang` farther in. A word that is longer than the rest of its line stays whole.
 */
export function wrapped(lines, columns, hang = 2) {
    return lines.flatMap((line) => wrappedLine(line, columns, hang));
}
/** How many columns a text takes; escape sequences take none. */
function visible(text) {
    // oxlint-disable-next-line no-control-regex -- what paint.ts adds
    return text.replace(/\u001b\[\d+m/g, "").length;
}
function wrappedLine(line, columns, hang) {
    if (visible(line) <= columns)
        return [line];
    const start = line.length - line.trimStart().length;
    const indent = " ".repeat(start + hang);
    const result = [];
    let current = line.slice(0, start);
    for (const word of line.trimStart().split(/(?<!=) (?![ =])/)) {
        const isFirst = current.trim() === "";
        if (!isFirst && visible(current) + 1 + visible(word) > columns) {
            result.push(current);
            current = indent + word;
        }
        else
            current = isFirst ? current + word : `${current} ${word}`;
    }
    return [...result, current];
}
/**
 * Rows in aligned columns, the last of which is wrapped; where that would leave it less than a third of
 * the width, it stands below the others.
 */
export function hanging(rows, columns) {
    const widths = [];
    for (const row of rows) {
        for (const [column, text] of row.slice(0, -1).entries()) {
            widths[column] = Math.max(widths[column] ?? 0, text.length);
        }
    }
    const lead = widths.reduce((sum, width) => sum + width + 2, 0);
    const isStacked = columns - lead < columns / 3 && rows.some((row) => lead + (row.at(-1) ?? "").length > columns);
    return rows.flatMap((row) => {
        const start = row
            .slice(0, -1)
            .map((text, column) => text.padEnd(widths[column] ?? 0))
            .join("  ");
        const last = row.at(-1) ?? "";
        if (last === "")
            return [start.trimEnd()];
        if (isStacked)
            return [start.trimEnd(), ...wrapped([`    ${last}`], columns, 0)];
        const [first = "", ...more] = wrapped([last], columns - lead, 0);
        return [`${start}  ${first}`.trimStart(), ...more.map((line) => " ".repeat(lead) + line)];
    });
}
