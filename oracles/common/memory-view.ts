/** The memory of a case while an instruction runs: the pages' content with what was stored since. */
import type { Page, Step, TestCase, Write } from "../../spec/model.ts";
import { stepAddresses } from "../../spec/step-address.ts";

/** What of a case says what its memory holds, and what earlier steps stored. */
export type Memory = Pick<TestCase, "before" | "pages" | "steps"> & { readonly stored?: readonly Write[] };

const PAGE_MASK = 0xffff_ffff_ffff_f000n;

/** Bytes by linear address. Whether an access is allowed is decided elsewhere: see memory.ts. */
export class MemoryView {
  readonly #pages: readonly Page[];
  readonly #stored = new Map<bigint, number>();

  /** The pages, over them the instructions' bytes, and over these what was stored. */
  constructor(memory: Memory) {
    this.#pages = memory.pages;
    for (const [index, address] of stepAddresses(memory).entries()) {
      this.put(address, (memory.steps[index] as Step).bytes);
    }
    for (const { linear, bytes } of memory.stored ?? []) this.put(linear, bytes);
  }

  /** The page that maps a linear address; undefined where nothing does. */
  pageAt(linear: bigint): Page | undefined {
    const start = linear & PAGE_MASK;
    return this.#pages.find((page) => page.linear === start);
  }

  /** The byte at a linear address; 0 where nothing gave one. */
  byteAt(linear: bigint): number {
    const stored = this.#stored.get(linear);
    if (stored !== undefined) return stored;
    const offset = Number(linear & 0xfffn);
    const chunk = this.pageAt(linear)?.data.findLast(
      (each) => offset >= each.offset && offset < each.offset + each.bytes.length,
    );
    return chunk?.bytes[offset - chunk.offset] ?? 0;
  }

  /** Stores bytes. */
  put(linear: bigint, bytes: Uint8Array): void {
    bytes.forEach((byte, index) => this.#stored.set(BigInt.asUintN(64, linear + BigInt(index)), byte));
  }
}
