/** The whole state of a case, for who wants to check every word of it. */
import { accessText, gdtEntries } from "../harness/report/example-lines.js";
import { alignedLines } from "../harness/report/example-text.js";
import { formatBytes } from "../harness/report/disassemble.js";
import { formatHex, formatValue } from "../harness/report/notation.js";
import { field, SCALAR_NAMES, SEGMENT_NAMES, SEGMENT_PART_WIDTHS, TABLE_NAMES } from "../spec/fields.js";
/** Every register and page; `*` marks what is not as on the boring machine `plain`. */
export function wholeStateLines(testCase, plain) {
    const { before, pages } = testCase;
    const told = (name) => {
        const isUnusual = plain !== undefined && name !== "rip" && field(name).get(before) !== field(name).get(plain.before);
        return `${formatValue(name, field(name).get(before))}${isUnusual ? " *" : ""}`;
    };
    const half = Math.ceil(SCALAR_NAMES.length / 2);
    const scalars = SCALAR_NAMES.slice(0, half).map((name, row) => {
        const other = SCALAR_NAMES[half + row];
        return [name, told(name), ...(other === undefined ? [] : [other, told(other)])];
    });
    const parts = Object.keys(SEGMENT_PART_WIDTHS);
    const segments = SEGMENT_NAMES.map((name) => [name, ...parts.map((part) => told(`${name}.${part}`))]);
    const tables = TABLE_NAMES.map((name) => `${name}  base ${told(`${name}.base`)}, limit ${told(`${name}.limit`)}`);
    return [
        ...alignedLines(scalars),
        ...alignedLines([["", ...parts], ...segments]),
        ...tables,
        ...gdtEntries(testCase).map((entry, index) => `gdt[${formatHex(BigInt(index * 8), 16)}]  ${entry}`),
        ...pages.flatMap((page) => pageLines(page, before)),
        ...(plain === undefined ? [] : ["* not as on the boring machine"]),
    ];
}
/** A page and its bytes, except for the GDT, which stands above. */
function pageLines({ linear, data, ...access }, { gdtr }) {
    const chunks = data.filter(({ offset }) => linear + BigInt(offset) !== gdtr.base);
    return [
        `page at ${formatHex(linear, 64)}: ${accessText(access)}`,
        ...chunks.map(({ offset, bytes }) => `  ${formatHex(linear + BigInt(offset), 64)}: ${formatBytes(bytes)}`),
    ];
}
