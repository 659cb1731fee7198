/** Whole descriptor tables as bytes. */
import { DrawnArbitrary } from "./drawn-arbitrary.js";
import { descriptor } from "./descriptor.js";
import { PRESETS } from "./presets.js";
import { weighted } from "./weighted.js";
import { GDT } from "./weights.js";
/** Bytes of the largest table. */
export const GDT_MAXIMUM = 256;
const KINDS = weighted(GDT);
const DESCRIPTOR = descriptor();
const TABLES = [...new Set(PRESETS.map(({ gdt }) => gdt))];
function drawTable(bits) {
    const view = new DataView(new ArrayBuffer(8 * (1 + bits.below(16))));
    for (let at = 0; at < view.byteLength; at += 8)
        view.setBigUint64(at, DESCRIPTOR.draw(bits), true);
    return new Uint8Array(view.buffer);
}
class Gdt extends DrawnArbitrary {
    draw(bits) {
        switch (KINDS.pick(bits)) {
            case "preset":
                return bits.oneOf(TABLES);
            case "changed": {
                const table = bits.oneOf(TABLES).slice();
                const entry = bits.below(table.length / 8);
                new DataView(table.buffer).setBigUint64(8 * entry, DESCRIPTOR.draw(bits), true);
                return table;
            }
            case "random":
                return drawTable(bits);
        }
    }
    admits(value) {
        return (value instanceof Uint8Array && value.length > 0 && value.length % 8 === 0 && value.length <= GDT_MAXIMUM);
    }
    /** Half of the entries, all but the last, then entries that become null. */
    *simpler(value) {
        const entries = value.length / 8;
        if (entries > 1)
            yield value.slice(0, 8 * Math.ceil(entries / 2));
        if (entries > 2)
            yield value.slice(0, 8 * (entries - 1));
        for (let entry = 0; entry < entries; entry++) {
            const at = 8 * entry;
            if (value.subarray(at, at + 8).every((byte) => byte === 0))
                continue;
            const copy = value.slice();
            copy.fill(0, at, at + 8);
            yield copy;
        }
    }
}
/** A table of 1 to 32 descriptors: a preset, a preset with one entry replaced, or random ones. */
export function gdt() {
    return new Gdt();
}
/** What `gdt()` must hit. */
export const GDT_REACH = [
    { name: "a preset as it is", least: 0.4, matches: (table) => TABLES.includes(table) },
    { name: "not a preset", least: 0.2, matches: (table) => !TABLES.includes(table) },
    {
        name: "first entry not null",
        least: 0.05,
        matches: (table) => table.subarray(0, 8).some((byte) => byte !== 0),
    },
    { name: "shorter than five entries", least: 0.05, matches: (table) => table.length < 40 },
];
