/** The page tables of the running case. */
import { TABLES } from "./engine.js";
const ENTRIES = 1024;
/** Present, writable, user, accessed: the page decides. */
const OPEN = 0x27;
const DIRTY = 0x40;
/** Any frame below the width of physical addresses will do: Unicorn does not use it. */
const FRAME = 0x40_0000;
/** Builds tables and takes them away again. Table 0 is the root. */
export class PageTables {
    #root;
    #tables;
    /** Next free table. */
    #used = 1;
    /** Positions in the tables of the leaf of each page. */
    #leaves = [];
    constructor(memory) {
        this.#root = new Uint32Array(memory.root.buffer);
        this.#tables = new Uint32Array(memory.tables.buffer);
    }
    /** Maps the page at `high`:`low` with the flags of a leaf entry. Errors: none; a case fits. */
    map(low, high, leaf) {
        const { levels } = leaf;
        let table = 0;
        for (let level = levels - 1; level > 0; level -= 1)
            table = this.#next(table, index(low, high, level, levels), levels);
        const wide = levels > 2 ? 2 : 1;
        const at = index(low, high, 0, levels) * wide;
        const words = this.#words(table);
        const position = this.#base(table) + at;
        words[position] = FRAME | leaf.low;
        if (wide === 2)
            words[position + 1] = leaf.high;
        this.#leaves.push(table, position);
    }
    /** Whether the case wrote to its page `page`, counted in the order of `map`. */
    isDirty(page) {
        const words = this.#words(this.#leaves[page * 2]);
        return (words[this.#leaves[page * 2 + 1]] & DIRTY) !== 0;
    }
    clear() {
        this.#root.fill(0);
        this.#tables.fill(0, 0, (this.#used - 1) * ENTRIES);
        this.#used = 1;
        this.#leaves.length = 0;
    }
    #next(table, entry, levels) {
        const words = this.#words(table);
        const position = this.#base(table) + entry * (levels > 2 ? 2 : 1);
        const known = words[position];
        if (known !== 0)
            return ((known - Number(TABLES.base)) >>> 12) + 1;
        const fresh = this.#used;
        this.#used += 1;
        words[position] = (Number(TABLES.base) + (fresh - 1) * ENTRIES * 4) | OPEN;
        return fresh;
    }
    #words(table) {
        return table === 0 ? this.#root : this.#tables;
    }
    #base(table) {
        return table === 0 ? 0 : (table - 1) * ENTRIES;
    }
}
/** The index of an address at a level, 0 being the leaves'. */
function index(low, high, level, levels) {
    if (levels === 2)
        return level === 0 ? (low >>> 12) & 1023 : low >>> 22;
    if (level === 0)
        return (low >>> 12) & 511;
    if (level === 1)
        return (low >>> 21) & 511;
    if (level === 2)
        return ((low >>> 30) | (high << 2)) & 511;
    return (level === 3 ? high >>> 7 : high >>> 16) & 511;
}
