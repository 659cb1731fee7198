/** The memory of a case while an instruction runs: the pages' content with what was stored since. */
import type { Page, TestCase } from "../../spec/model.ts";
import { in64BitMode } from "./mode.ts";

/** What of a case says what its memory holds. */
export type Memory = Pick<TestCase, "before" | "pages" | "steps">;

const PAGE_MASK = 0xffff_ffff_ffff_f000n;

/** Bytes by linear address. Whether an access is allowed is decided elsewhere: see memory.ts. */
export class MemoryView {
  readonly #pages: readonly Page[];
  readonly #stored = new Map<bigint, number>();

  /** The pages, and over them the instruction's bytes. */
  constructor({ before, pages, steps }: Memory) {
    this.#pages = pages;
    const wide = in64BitMode(before);
    const start = wide ? before.rip : before.cs.base + before.rip;
    for (const { bytes } of steps.slice(0, 1)) {
      bytes.forEach((byte, at) => this.#stored.set(BigInt.asUintN(wide ? 64 : 32, start + BigInt(at)), byte));
    }
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
