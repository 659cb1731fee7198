/** Gives states what the observer forces, fast: a processor may force nearly everything. */
import { SEGMENT_PART_WIDTHS, field } from "../spec/fields.js";
const PARTS = Object.keys(SEGMENT_PART_WIDTHS);
const CACHE = new WeakMap();
/** What `profile` forces in one mode. */
export function imposer({ imposed }, mode) {
    const known = CACHE.get(imposed) ?? new Map();
    CACHE.set(imposed, known);
    const found = known.get(mode) ?? compile(imposed.filter((entry) => (entry.mode ?? mode) === mode));
    known.set(mode, found);
    return found;
}
/** The value of a field that `profile` forces with all its bits in `mode`; undefined for any other. */
export function forcedValue({ imposed }, mode, name) {
    const { mask } = field(name);
    return imposed.find((entry) => entry.field === name && (entry.mode ?? mode) === mode && (entry.mask & mask) === mask)?.value;
}
function compile(entries) {
    const rest = new Set(entries);
    const steps = [];
    for (const register of new Set(entries.map(({ field: name }) => name.split(".")[0]))) {
        const parts = PARTS.map((part) => entries.find((entry) => isWhole(entry, `${register}.${part}`)));
        if (parts.includes(undefined))
            continue;
        for (const entry of parts)
            rest.delete(entry);
        const segment = Object.fromEntries(PARTS.map((part, index) => {
            const { value } = parts[index];
            return [part, part === "base" ? value : Number(value)];
        }));
        steps.push((state) => {
            state[register] = segment;
        });
    }
    for (const entry of rest) {
        const { set } = field(entry.field);
        // Plain segments are shared between cases: replace, never change.
        if (entry.field.includes("."))
            steps.push((state) => imposePart(state, entry));
        else if (isWhole(entry, entry.field))
            steps.push((state) => set(state, entry.value));
        else
            steps.push((state) => imposeBits(state, entry));
    }
    return (state) => {
        for (const step of steps)
            step(state);
    };
}
function isWhole(entry, name) {
    return entry.field === name && (entry.mask & field(entry.field).mask) === field(entry.field).mask;
}
function imposeBits(state, { field: name, mask, value }) {
    const { get, set } = field(name);
    const present = get(state);
    const wanted = (present & ~mask) | (value & mask);
    if (wanted !== present)
        set(state, wanted);
}
function imposePart(state, { field: name, mask, value }) {
    const { get, set } = field(name);
    const present = get(state);
    const wanted = (present & ~mask) | (value & mask);
    if (wanted === present)
        return;
    const register = name.split(".")[0];
    state[register] = { ...state[register] };
    set(state, wanted);
}
