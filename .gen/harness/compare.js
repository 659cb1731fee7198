/**
 * Compares what the oracle predicted with what a processor did, and names the rule behind each
 * difference. A different end blames the rule that decided the end, and nobody else; under the
 * same end each differing field blames the rule that signed the differing bits.
 */
import { field, FIELD_NAMES } from "../spec/fields.js";
import { blame } from "./blame.js";
import { fieldIndex, findChanges, reader } from "./changes.js";
import { endsAs } from "./ends.js";
import { countBits } from "./count-bits.js";
import { judgedEnd } from "./landing.js";
import { memoryDifferences, memoryFits } from "./memory-differences.js";
const NO_SIGNED = [];
const FIELDS = FIELD_NAMES.map((name) => field(name));
const READ = FIELD_NAMES.map((name) => reader(name));
const LOW_32 = 0xffff_ffff;
const FULL = FIELDS.map(({ mask }) => mask);
/** A compare function for a processor with these capabilities; only bits that it sees count. */
export function comparator(capabilities) {
    const seen = FIELD_NAMES.map((name, index) => (capabilities.fields.get(name)?.seen ?? -1n) & FULL[index]);
    const changed = new Uint8Array(FIELD_NAMES.length);
    const done = new Uint32Array(FIELD_NAMES.length);
    let turn = 0;
    /** Whether every compared bit of the state after is as `outcome` says. */
    function stateFits(outcome, before, after, visible, changes) {
        turn++;
        for (const [name, signed] of outcome.fields) {
            const index = fieldIndex(name);
            done[index] = turn;
            if (!fieldFits(index, signed, outcome.masked.get(name), before, after, visible[index]))
                return false;
        }
        if (outcome.masked.size > 0) {
            for (const [name, masked] of outcome.masked) {
                const index = fieldIndex(name);
                if (done[index] === turn)
                    continue;
                done[index] = turn;
                if (!fieldFits(index, NO_SIGNED, masked, before, after, visible[index]))
                    return false;
            }
        }
        for (let position = 0; position < changes; position++) {
            const index = changed[position];
            if (done[index] !== turn &&
                !fieldFits(index, NO_SIGNED, undefined, before, after, visible[index]))
                return false;
        }
        return true;
    }
    return (testCase, prediction, observation) => {
        const { before } = testCase;
        const { after, unseen } = observation;
        const visible = unseen === undefined || unseen.length === 0 ? seen : hiding(seen, unseen);
        const end = judgedEnd(testCase, observation);
        const changes = findChanges(before, after, changed);
        const { outcomes } = prediction;
        let fitting;
        let choices = [];
        for (const outcome of outcomes) {
            if (!endsAs(outcome, end, before, after) ||
                !stateFits(outcome, before, after, visible, changes) ||
                !memoryFits(testCase.pages, outcome, observation.writes))
                continue;
            choices = fitting === undefined ? outcome.choices : shared(choices, outcome.choices);
            fitting ??= outcome;
        }
        if (fitting !== undefined) {
            return {
                status: "pass",
                choices,
                maskedBits: fitting.masked.size === 0 ? 0 : countMasked(fitting, visible),
            };
        }
        const changedNow = changed.slice(0, changes);
        const differencesFrom = (outcome) => differencesOf(outcome, testCase, observation, { visible, changed: changedNow });
        return blame({ testCase, prediction, end, after, differencesFrom });
    };
}
function fieldFits(index, signed, masked, before, after, visible) {
    const read = READ[index];
    const observed = read(after);
    const [only] = signed;
    if (signed.length === 1 && only !== undefined && only.mask === FULL[index]) {
        if (typeof observed === "bigint" ? observed === only.value : observed === Number(only.value))
            return true;
    }
    else if (fitsInLow32(signed, read(before), observed)) {
        return true;
    }
    const { get } = FIELDS[index];
    let predicted = get(before);
    for (const { mask, value } of signed)
        predicted = (predicted & ~mask) | value;
    return ((predicted ^ get(after)) & compared(visible, masked)) === 0n;
}
/**
 * Whether a field surely has its predicted value; false means "look closer". Bit operations on
 * bigints allocate, and nearly all values whose bits several rules sign fit into 32 bits.
 */
function fitsInLow32(signed, before, observed) {
    const old = Number(before);
    const seen = Number(observed);
    if (old > LOW_32 || seen > LOW_32)
        return false;
    let predicted = old;
    for (const { mask, value } of signed) {
        const bits = Number(value);
        if (bits > LOW_32)
            return false;
        predicted = (predicted & ~Number(BigInt.asUintN(32, mask))) | bits;
    }
    return (predicted | 0) === (seen | 0);
}
/** The bits that are seen and that the manuals specify. */
function compared(visible, masked) {
    let bits = visible;
    if (masked !== undefined)
        for (const { mask } of masked)
            bits &= ~mask;
    return bits;
}
function hiding(seen, unseen) {
    const visible = [...seen];
    for (const name of unseen)
        visible[fieldIndex(name)] = 0n;
    return visible;
}
function shared(some, others) {
    return some.filter(({ variant, alternative }) => others.some((other) => other.variant === variant && other.alternative === alternative));
}
function countMasked(outcome, visible) {
    let count = 0;
    for (const [name, masked] of outcome.masked) {
        const all = visible[fieldIndex(name)];
        count += countBits(all & ~compared(all, masked));
    }
    return count;
}
/**
 * Every difference of state and memory from `outcome`, in the order of FIELD_NAMES. Only a field that
 * changed, or that a rule signed, can differ.
 */
function differencesOf(outcome, { before, pages }, observation, { visible, changed }) {
    const { after } = observation;
    const isCandidate = new Uint8Array(FIELD_NAMES.length);
    for (const index of changed)
        isCandidate[index] = 1;
    for (const name of outcome.fields.keys())
        isCandidate[fieldIndex(name)] = 1;
    const differences = [];
    for (let index = 0; index < isCandidate.length; index++) {
        if (isCandidate[index] === 0)
            continue;
        const name = FIELD_NAMES[index];
        const signed = outcome.fields.get(name) ?? NO_SIGNED;
        const seen = visible[index];
        if (fieldFits(index, signed, outcome.masked.get(name), before, after, seen))
            continue;
        differences.push(...fieldDifferences(name, outcome, before, after, seen));
    }
    differences.push(...memoryDifferences(pages, outcome, observation.writes));
    return differences;
}
/** The differences of one field, one per rule that signed differing bits of it. */
function fieldDifferences(name, outcome, before, after, visible) {
    const { get } = field(name);
    const observed = get(after);
    const signed = outcome.fields.get(name) ?? NO_SIGNED;
    let undecided = compared(visible, outcome.masked.get(name));
    const differences = [];
    const check = (rule, mask, value) => {
        if (((value ^ observed) & mask) === 0n)
            return;
        differences.push({ rule, field: name, mask, predicted: value & mask, observed: observed & mask });
    };
    // Where two rules sign the same bit, the later one decided it.
    for (const { rule, mask, value } of signed.toReversed()) {
        check(rule, mask & undecided, value);
        undecided &= ~mask;
    }
    check(outcome.unchanged, undecided, get(before));
    return differences;
}
