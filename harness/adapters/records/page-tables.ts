/** The page tables of the running case. */

const ENTRIES = 1024;
/** Present, writable, user, accessed: the page decides. */
const OPEN = 0x27;
const DIRTY = 0x40;

/** Where the tables lie: the root, and the others from the physical address `base` on. */
export interface TableMemory {
  readonly root: Uint32Array;
  readonly tables: Uint32Array;
  readonly base: number;
}

/** Builds tables and takes them away again. Table 0 is the root. */
export class PageTables {
  readonly #root: Uint32Array;
  readonly #tables: Uint32Array;
  readonly #start: number;
  /** Next free table. */
  #used = 1;
  /** Positions in the tables of the leaf of each page. */
  readonly #leaves: number[] = [];

  constructor({ root, tables, base }: TableMemory) {
    this.#root = root;
    this.#tables = tables;
    this.#start = base;
  }

  /** Maps the page at `high`:`low` by a leaf entry. Errors: none; a case fits. */
  map(
    low: number,
    high: number,
    leaf: { readonly low: number; readonly high: number; readonly levels: number },
  ): void {
    const { levels } = leaf;
    let table = 0;
    for (let level = levels - 1; level > 0; level -= 1)
      table = this.#next(table, index(low, high, level, levels), levels);
    const wide = levels > 2 ? 2 : 1;
    const at = index(low, high, 0, levels) * wide;
    const words = this.#words(table);
    const position = this.#base(table) + at;
    words[position] = leaf.low;
    if (wide === 2) words[position + 1] = leaf.high;
    this.#leaves.push(table, position);
  }

  /** Whether the case wrote to its page `page`, counted in the order of `map`. */
  isDirty(page: number): boolean {
    const words = this.#words(this.#leaves[page * 2] as number);
    return ((words[this.#leaves[page * 2 + 1] as number] as number) & DIRTY) !== 0;
  }

  clear(): void {
    this.#root.fill(0);
    this.#tables.fill(0, 0, (this.#used - 1) * ENTRIES);
    this.#used = 1;
    this.#leaves.length = 0;
  }

  #next(table: number, entry: number, levels: number): number {
    const words = this.#words(table);
    const position = this.#base(table) + entry * (levels > 2 ? 2 : 1);
    const known = words[position] as number;
    if (known !== 0) return ((known - this.#start) >>> 12) + 1;
    const fresh = this.#used;
    this.#used += 1;
    words[position] = (this.#start + (fresh - 1) * ENTRIES * 4) | OPEN;
    return fresh;
  }

  #words(table: number): Uint32Array {
    return table === 0 ? this.#root : this.#tables;
  }

  #base(table: number): number {
    return table === 0 ? 0 : (table - 1) * ENTRIES;
  }
}

/** The index of an address at a level, 0 being the leaves'. */
function index(low: number, high: number, level: number, levels: number): number {
  if (levels === 2) return level === 0 ? (low >>> 12) & 1023 : low >>> 22;
  if (level === 0) return (low >>> 12) & 511;
  if (level === 1) return (low >>> 21) & 511;
  if (level === 2) return ((low >>> 30) | (high << 2)) & 511;
  return (level === 3 ? high >>> 7 : high >>> 16) & 511;
}
