import { in64BitMode } from "./mode.js";
const PAGE_MASK = 0xfffffffffffff000n;
/** Bytes by linear address. Whether an access is allowed is decided elsewhere: see memory.ts. */
export class MemoryView {
    #pages;
    #stored = new Map();
    /** The pages, and over them the instruction's bytes. */
    constructor({ before, pages, steps }) {
        this.#pages = pages;
        const wide = in64BitMode(before);
        const start = wide ? before.rip : before.cs.base + before.rip;
        for (const { bytes } of steps.slice(0, 1)) {
            bytes.forEach((byte, at) => this.#stored.set(BigInt.asUintN(wide ? 64 : 32, start + BigInt(at)), byte));
        }
    }
    /** The page that maps a linear address; undefined where nothing does. */
    pageAt(linear) {
        const start = linear & PAGE_MASK;
        return this.#pages.find((page) => page.linear === start);
    }
    /** The byte at a linear address; 0 where nothing gave one. */
    byteAt(linear) {
        const stored = this.#stored.get(linear);
        if (stored !== undefined)
            return stored;
        const offset = Number(linear & 0xfffn);
        const chunk = this.pageAt(linear)?.data.findLast((each) => offset >= each.offset && offset < each.offset + each.bytes.length);
        return chunk?.bytes[offset - chunk.offset] ?? 0;
    }
    /** Stores bytes. */
    put(linear, bytes) {
        bytes.forEach((byte, index) => this.#stored.set(BigInt.asUintN(64, linear + BigInt(index)), byte));
    }
}
