import { copyState } from "../../spec/fields.js";
import { modeOf } from "../../spec/validity.js";
import { endDifference, fieldDifference, memoryDifference, RF, stateDifferences } from "./law.js";
const TF = 1n << 8n;
const VM = 1n << 17n;
const SYSRETQ = Uint8Array.of(0x48, 0x0f, 0x07);
const PAGE_BITS = 12n;
const SELECTOR = 0xffffn;
const INDEX = 0xfffcn;
/** What the pair changes for good: the rest of CS and SS is fixed by SYSRET, or by neither vendor alike. */
const CHANGED = new Set(["cpl", "rip", "rflags", "rcx", "r11"]);
/**
 * The way into the kernel and straight back. SYSRET ends where SYSCALL ended, so that both return
 * to the same absent page. A trap flag would end either of them in #DB: it is cleared before.
 */
export const syscallThenSysret = {
    id: "law.syscall_then_sysret",
    statement: "SYSCALL and then SYSRET with REX.W, in 64-bit mode, come back behind the SYSCALL at CPL 3 with RFLAGS as they were (RF apart) and the selectors that STAR gives; RCX and R11 apart, nothing else has changed.",
    kind: "chain",
    instructions: ["syscall"],
    first: (drawn) => {
        if (modeOf(drawn.before) !== "64")
            return undefined;
        const before = copyState(drawn.before);
        before.rflags &= ~TF;
        return { ...drawn, before };
    },
    second: ({ testCase, observation: { end, after } }) => {
        // Seen at CPL 3, a kernel in between has returned by itself.
        if (end.kind !== "retired" || after.cpl !== 0 || !isCanonical(after.rcx))
            return undefined;
        const rip = endOf(testCase) - BigInt(SYSRETQ.length);
        if (rip >> PAGE_BITS !== testCase.before.rip >> PAGE_BITS)
            return undefined;
        return { ...testCase, before: { ...copyState(after), rip }, steps: [{ bytes: SYSRETQ }] };
    },
    judge: ({ first, second }, visible) => {
        if (second === undefined)
            return undefined;
        const { before } = first.testCase;
        const { after } = second.observation;
        const cs = ((before.star >> 48n) + 16n) | 3n;
        const ss = (before.star >> 48n) + 8n;
        // That a sum of 16 bits wraps is no manual's word.
        const wraps = cs > SELECTOR;
        const sees = (name, mask) => visible(name) & mask;
        return [
            ...endDifference("retired", second),
            ...fieldDifference("cpl", { wanted: 3n, observed: BigInt(after.cpl), mask: visible("cpl") }),
            ...fieldDifference("rip", { wanted: endOf(first.testCase), observed: after.rip, mask: visible("rip") }),
            ...fieldDifference("rflags", {
                wanted: before.rflags & ~(RF | VM),
                observed: after.rflags,
                mask: visible("rflags"),
            }),
            ...fieldDifference("cs.selector", {
                wanted: cs,
                observed: BigInt(after.cs.selector),
                mask: wraps ? 0n : sees("cs.selector", SELECTOR),
            }),
            ...fieldDifference("ss.selector", {
                wanted: ss,
                observed: BigInt(after.ss.selector),
                mask: wraps ? 0n : sees("ss.selector", INDEX),
            }),
            ...stateDifferences(before, after, {
                visible,
                except: (name) => (CHANGED.has(name) || /^[cs]s\./.test(name) ? -1n : 0n),
            }),
            ...memoryDifference([], second),
        ];
    },
};
/** The address behind the instruction. */
function endOf({ before, steps }) {
    return BigInt.asUintN(64, before.rip + BigInt(steps[0]?.bytes.length ?? 0));
}
/** Canonical by the narrower width, and so by both. */
function isCanonical(address) {
    return BigInt.asUintN(64, BigInt.asIntN(48, address)) === address;
}
