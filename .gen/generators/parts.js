/** A test case taken apart, so that shrinking can change one part without breaking what depends on it. */
import { validate, modeOf } from "../spec/validity.js";
import { copyState } from "../spec/fields.js";
import { imposer } from "./imposed.js";
import { encode, operandSizeOf, parse } from "./instruction.js";
import { hasModRm, immediateLength } from "./opcode-forms.js";
import { formOf } from "./operand.js";
import { pageOf } from "./placement.js";
import { targetsInPages } from "./targets.js";
const bitsOf = (mode) => (mode === "64" ? 64 : 32);
const codeBase = (mode, cs) => (mode === "64" ? 0n : cs.base);
/** Takes a case apart; undefined for one whose instruction or code page the generators do not know. */
export function takeApart(testCase) {
    const { before, pages, steps } = testCase;
    const [step] = steps;
    if (step === undefined || steps.length > 1)
        return undefined;
    const mode = modeOf(before);
    const instruction = parse(step.bytes, mode);
    if (instruction === undefined)
        return undefined;
    const first = BigInt.asUintN(bitsOf(mode), codeBase(mode, before.cs) + before.rip);
    const last = BigInt.asUintN(bitsOf(mode), first + BigInt(step.bytes.length - 1));
    // Code that spans two pages keeps both: the one with its end is `code`, the other one of `others`.
    const code = pages.find(({ linear }) => linear === pageOf(last));
    if (code === undefined)
        return undefined;
    const table = pages.find((page) => page !== code && page.linear === pageOf(before.gdtr.base));
    return {
        mode,
        state: copyState(before),
        end: BigInt.asUintN(bitsOf(mode), last + 1n),
        code,
        table,
        others: pages.filter((page) => page !== code && page !== table),
        instruction,
    };
}
/** Puts a case together; `original` gives the profile and the delivery. */
export function putTogether(parts, original) {
    const { mode, state, end, code, table, others, instruction } = parts;
    const bytes = encode(instruction);
    const before = copyState(state);
    before.rip = BigInt.asUintN(bitsOf(mode), end - BigInt(bytes.length) - codeBase(mode, state.cs));
    imposer(original.profile, mode)(before);
    return {
        profile: original.profile,
        before,
        pages: table === undefined ? [code, ...others] : [code, table, ...others],
        steps: [{ bytes }],
        delivery: original.delivery,
    };
}
/** Whether a case is valid and lands outside its pages. */
export function isUsable(testCase, instruction) {
    const { before, pages, steps } = testCase;
    if (!isWhole(instruction, before))
        return false;
    if (validate(testCase).length > 0 || targetsInPages(before, instruction, pages))
        return false;
    const mode = modeOf(before);
    const length = BigInt(steps[0]?.bytes.length ?? 0);
    const next = BigInt.asUintN(bitsOf(mode), codeBase(mode, before.cs) + before.rip + length);
    return !pages.some(({ linear }) => linear === pageOf(next));
}
/** Whether the bytes after the opcode are as many as it asks for; the code's size may have changed under it. */
function isWhole(instruction, before) {
    const { name, tail } = instruction;
    const mode = modeOf(before);
    const modrm = hasModRm(name) ? (formOf(instruction, mode, before.cs.db)?.length ?? 1) : 0;
    return tail.length === modrm + immediateLength(name, operandSizeOf(instruction, mode, before.cs.db));
}
/** Whether two pages hold the same in the same way. */
export function samePage(a, b) {
    return (a.linear === b.linear &&
        a.user === b.user &&
        a.write === b.write &&
        a.execute === b.execute &&
        a.data.length === b.data.length &&
        a.data.every(({ offset, bytes }, index) => {
            const other = b.data[index];
            return other !== undefined && other.offset === offset && Buffer.compare(bytes, other.bytes) === 0;
        }));
}
/** Whether two segment registers hold the same. */
export function sameSegment(a, b) {
    return Object.keys(a).every((part) => a[part] === b[part]);
}
/** A copy whose state can be changed without touching `parts`. */
export function copyParts(parts) {
    return { ...parts, state: copyState(parts.state) };
}
