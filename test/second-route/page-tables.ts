/** Page tables and page contents of an experiment, as 64-bit words to be stored in physical memory. */
import { ADDRESS, type Experiment } from "./experiment.ts";

/** Physical addresses that the tables and pages use; all below 640 KiB. */
export const TABLES = {
  root: 0x4_0000,
  next: 0x4_1000,
  end: 0x6_0000,
  pages: 0x6_0000,
  pagesEnd: 0x8_0000,
} as const;

const PAGE = 4096n;
const PRESENT_WRITE_USER = 7n;
/** The agent's own pages, supervisor only. The first 64 KiB stay absent, so that a cut RIP lands nowhere. */
const AGENT_PAGES = { begin: 0x1_0000, end: TABLES.root } as const;
const PRESENT_WRITE = 3n;
const FLAGS = { supervisor: PRESENT_WRITE, readOnly: 5n } as const;

/** A 64-bit word and where it goes. */
export interface Word {
  readonly physical: number;
  readonly value: bigint;
}

/** Fills tables of one experiment. */
class Tables {
  readonly words: Map<number, bigint> = new Map();
  readonly #levels: number;
  readonly #pages = new Map<bigint, number>();
  #nextTable: number = TABLES.next;
  #nextPage: number = TABLES.pages;

  constructor(levels: number) {
    this.#levels = levels;
  }

  /** Makes `entry` the last one on the way from `linear`. */
  map(linear: bigint, entry: bigint): void {
    let table: number = TABLES.root;
    for (let level = this.#levels; ; level -= 1) {
      const index = Number((linear >> BigInt(12 + 9 * (level - 1))) & 0x1ffn);
      const slot = table + index * 8;
      if (level === 1) {
        this.words.set(slot, entry);
        return;
      }
      let next = this.words.get(slot);
      if (next === undefined) {
        next = BigInt(this.#nextTable) | PRESENT_WRITE_USER;
        this.words.set(slot, next);
        this.#nextTable += 0x1000;
      }
      table = Number(next & ~0xfffn);
    }
  }

  /** Maps the page of `linear` to memory of its own, user and writable unless told, and puts bytes there. */
  place(linear: bigint, bytes: readonly number[], flags: bigint = PRESENT_WRITE_USER): void {
    const page = linear & ~(PAGE - 1n);
    let physical = this.#pages.get(page);
    if (physical === undefined) {
      physical = this.#nextPage;
      this.#nextPage += 0x1000;
      this.#pages.set(page, physical);
      this.map(page, BigInt(physical) | flags);
    }
    bytes.forEach((byte, index) => this.#byte((physical ?? 0) + Number(linear - page) + index, byte));
    if (this.#nextTable > TABLES.end || this.#nextPage > TABLES.pagesEnd) throw new Error("too many pages");
  }

  #byte(physical: number, byte: number): void {
    const word = physical & ~7;
    const shift = BigInt((physical & 7) * 8);
    const before = this.words.get(word) ?? 0n;
    this.words.set(word, (before & ~(0xffn << shift)) | (BigInt(byte) << shift));
  }
}

/** Linear address of the experiment's instruction. */
export function instructionAddress(experiment: Experiment): bigint {
  return (experiment.codePage ?? ADDRESS.code) + PAGE - BigInt(experiment.instruction.length);
}

/** Every word that the experiment needs; the memory around them must be zero. */
export function memoryWords(experiment: Experiment): readonly Word[] {
  const tables = new Tables(experiment.fiveLevels === true ? 5 : 4);
  for (let page: number = AGENT_PAGES.begin; page < AGENT_PAGES.end; page += 0x1000) {
    tables.map(BigInt(page), BigInt(page) | PRESENT_WRITE);
  }
  tables.place(instructionAddress(experiment), experiment.instruction);
  tables.place(ADDRESS.stack, []);
  for (const { linear, bytes, access } of experiment.stubs ?? []) {
    tables.place(linear, bytes, access === undefined ? PRESENT_WRITE_USER : FLAGS[access]);
  }
  return [...tables.words].map(([physical, value]) => ({ physical, value }));
}
