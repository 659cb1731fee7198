/** The state of an example: what is unusual about it, and what its instruction reads. */
import { field, FIELD_NAMES } from "../../spec/fields.js";
import { bitNames } from "./bit-names.js";
import { inputsOf } from "./inputs.js";
import { formatHex, formatValue } from "./notation.js";
/**
 * One line per register or page that is not as on the boring machine, then one with what else the
 * instruction reads. Bytes and CPL stand elsewhere in a report.
 */
export function stateLines(example) {
    const { testCase, plain, differsIn, aboutRip } = example;
    const { before } = testCase;
    const inputs = inputsOf(testCase);
    const rip = aboutRip || differsIn.includes("code") ? [`rip = ${formatValue("rip", before.rip)}`] : [];
    if (plain === undefined)
        return reads("reads", [...inputs.map(({ text }) => text), ...rip]);
    const unusual = unusualFields(example, plain.before);
    const isUnusual = (names) => names.some((name) => unusual.has(name));
    const states = { before, plain: plain.before };
    const unusualInputs = inputs.filter(({ fields }) => isUnusual(fields));
    const told = new Set(inputs.flatMap(({ fields }) => fields));
    const others = byRegister([...unusual].filter((name) => !told.has(name)));
    const lines = [
        ...unusualInputs.map((each) => each.text + flagNames(each.fields, states)),
        ...[...others].map(([register, names]) => registerText(register, names, states)),
        ...pageLines(testCase, plain, differsIn),
    ];
    const boring = inputs.filter((each) => !unusualInputs.includes(each)).map(({ text }) => text);
    return [...lines, ...reads(unusualInputs.length === 0 ? "reads" : "also reads", [...boring, ...rip])];
}
function reads(label, texts) {
    return texts.length === 0 ? [] : [`${label} ${texts.join(", ")}`];
}
/** RIP moves with the length of the instruction, and CS and SS follow CPL: that makes no difference of its own. */
function unusualFields({ testCase, differsIn }, plain) {
    const isFollower = (name) => name === "cpl" ||
        name === "rip" ||
        ["cs", "ss"].some((register) => name.startsWith(`${register}.`) && !differsIn.includes(register));
    return new Set(FIELD_NAMES.filter((name) => field(name).get(testCase.before) !== field(name).get(plain) && !isFollower(name)));
}
/** `cs.dpl` is about `cs`, `rflags` about itself. */
function byRegister(fields) {
    const registers = new Map();
    for (const name of fields) {
        const register = name.split(".")[0] ?? name;
        registers.set(register, [...(registers.get(register) ?? []), name]);
    }
    return registers;
}
/** `r11 = 0x00000000_00010002 (RF)`; `ss: selector 0x0001, dpl 1`. */
function registerText(register, names, states) {
    const { before } = states;
    const [first] = names;
    if (first !== undefined && names.length === 1 && first === register) {
        return `${register} = ${formatValue(first, field(first).get(before))}${flagNames([first], states)}`;
    }
    const parts = names.map((name) => `${name.slice(register.length + 1)} ${formatValue(name, field(name).get(before))}`);
    return `${register}: ${parts.join(", ")}`;
}
/** The names of the unusual bits of one field, in brackets. */
function flagNames([name, ...more], { before, plain }) {
    if (name === undefined || more.length > 0)
        return "";
    const unusual = field(name).get(before) ^ field(name).get(plain);
    const bits = bitNames(name, unusual).filter((bit) => !bit.startsWith("bit"));
    return bits.length === 0 ? "" : ` (${bits.join(", ")})`;
}
/** The table that GDTR points at, and pages that the boring machine does not have. */
function pageLines(testCase, plain, differsIn) {
    const mapped = testCase.pages
        .filter(({ linear }) => differsIn.includes(`page ${linear.toString(16)}h`))
        .map((page) => `a page at ${formatHex(page.linear, 64)}: ${accessText(page)}`);
    return [...(differsIn.includes("gdt") ? gdtLines(testCase, plain) : []), ...mapped];
}
/** `supervisor, writable, no-execute`. */
export function accessText({ user, write, execute }) {
    return [
        user ? "user" : "supervisor",
        write ? "writable" : "read-only",
        execute ? "executable" : "no-execute",
    ].join(", ");
}
/** More descriptors than this are counted instead of shown. */
const MOST_ENTRIES = 3;
/** `gdt[0x0020] = 00cffb00_0000ffff`, for each descriptor that is not the boring one. */
function gdtLines(testCase, plain) {
    const [entries, plainEntries] = [gdtEntries(testCase), gdtEntries(plain)];
    const changed = entries.flatMap((entry, index) => entry === plainEntries[index] ? [] : [`gdt[${formatHex(BigInt(index * 8), 16)}] = ${entry}`]);
    const rest = changed.length - MOST_ENTRIES;
    return rest <= 0 ? changed : [...changed.slice(0, MOST_ENTRIES), `and ${rest} more descriptors of the GDT`];
}
/** The descriptors that lie where GDTR points: `00cffb00_0000ffff`. */
export function gdtEntries({ before: { gdtr }, pages }) {
    const page = pages.find(({ linear }) => linear === (gdtr.base & ~0xfffn));
    const chunk = page?.data.find(({ offset }) => BigInt(offset) === (gdtr.base & 0xfffn));
    const bytes = chunk === undefined ? Buffer.alloc(0) : Buffer.from(chunk.bytes);
    return Array.from({ length: Math.floor(bytes.length / 8) }, (_, index) => {
        const digits = bytes
            .readBigUInt64LE(index * 8)
            .toString(16)
            .padStart(16, "0");
        return `${digits.slice(0, 8)}_${digits.slice(8)}`;
    });
}
