/** The oracle as a processor, and the processors that break one of its rules. */
import { copyState, field } from "../spec/fields.js";
import { MemoryView } from "./common/memory-view.js";
import { operationOf } from "./decoded.js";
import { STATE_GROUPS } from "./mutant.js";
import { runOperation, valueAfter } from "./operation.js";
/**
 * What a processor does that follows the manual and takes the default alternative at each variant,
 * or one that breaks the mutant's rule.
 */
export function simulate(testCase, mutant) {
    const { operation, subject } = operationOf(testCase, testCase.profile.vendor);
    const outcome = runOperation(operation, subject, mutant);
    const after = copyState(testCase.before);
    for (const name of outcome.fields.keys()) {
        field(name).set(after, valueAfter(outcome, testCase.before, name));
    }
    const writes = [...changesOf(testCase, outcome)];
    if (mutant?.group !== undefined && mutant.rule === outcome.unchanged) {
        if (mutant.group === "memory")
            writes.push(strayWrite(testCase, outcome));
        else
            disturb(after, outcome, STATE_GROUPS[mutant.group]);
    }
    return { end: outcome.end, after, writes };
}
/** A byte of the first page, which holds the code, that nothing is stored to: with its lowest bit flipped. */
function strayWrite(testCase, outcome) {
    const memory = new MemoryView(testCase);
    const { linear: page } = testCase.pages[0];
    const stored = new Set(outcome.writes.flatMap(({ linear, bytes }) => [...bytes.keys()].map((at) => linear + BigInt(at))));
    let linear = page;
    while (stored.has(linear))
        linear++;
    return { linear, bytes: Uint8Array.of(memory.byteAt(linear) ^ 1) };
}
/** The stored bytes that change something, one write for each. */
function changesOf(testCase, { writes }) {
    if (writes.length === 0)
        return [];
    const before = new MemoryView(testCase);
    const after = new MemoryView(testCase);
    for (const { linear, bytes } of writes)
        after.put(linear, bytes);
    const touched = writes.flatMap(({ linear, bytes }) => Array.from(bytes, (_, index) => BigInt.asUintN(64, linear + BigInt(index))));
    return [...new Set(touched)]
        .filter((linear) => before.byteAt(linear) !== after.byteAt(linear))
        .map((linear) => ({ linear, bytes: Uint8Array.of(after.byteAt(linear)) }));
}
/** Flips the lowest bit of the group that the outcome leaves alone. */
function disturb(after, outcome, names) {
    for (const name of names) {
        const { get, set, mask } = field(name);
        const free = mask & ~decided(outcome.fields.get(name)) & ~decided(outcome.masked.get(name));
        if (free === 0n)
            continue;
        set(after, get(after) ^ (free & -free));
        return;
    }
}
function decided(signed = []) {
    return signed.reduce((mask, each) => mask | each.mask, 0n);
}
