import { hex64, hexBytes } from "../spec/codec.js";
/**
 * The pages and the first instruction of a case. With paging on, tables grow upwards from the
 * frame that `before.cr3` names: 4 levels, 5 with CR4.LA57, and outside long mode 2 levels or PAE's
 * 3. The page of the first instruction is mapped even if the case does not list it, for the CPL
 * before. With paging off physical addresses are the linear ones. Accessed and dirty bits are set,
 * so that translating writes nothing. Bytes of further steps are the adapter's to place at RIP.
 */
export function renderMemory(testCase) {
    const { before } = testCase;
    const code = firstInstruction(testCase);
    const pages = withCodePages(testCase.pages, code, before.cpl === 3);
    if ((before.cr0 & CR0_PG) === 0n) {
        const chunks = pages.map((page) => ({ address: page.linear, bytes: wholePage(page) }));
        return { cr3: 0n, fill: "ud2", chunks: [...chunks, ...code] };
    }
    const paging = pagingOf(before);
    const tables = new Tables(paging, before.cr3);
    const chunks = [];
    const frames = new Map();
    for (const page of pages) {
        const frame = tables.map(page);
        frames.set(page.linear, frame);
        for (const { offset, bytes } of page.data)
            chunks.push({ address: frame + BigInt(offset), bytes });
    }
    for (const { address, bytes } of code) {
        const page = address & ~PAGE_MASK;
        chunks.push({ address: frames.get(page) + (address & PAGE_MASK), bytes });
    }
    return { cr3: before.cr3 & paging.rootMask, fill: "zero", chunks: [...tables.chunks, ...chunks] };
}
/** The image in the form of the adapter protocol. */
export function encodeMemoryImage({ cr3, fill, chunks }) {
    return {
        cr3: hex64(cr3),
        fill,
        chunks: chunks.map(({ address, bytes }) => ({ address: hex64(address), bytes: hexBytes(bytes) })),
    };
}
const PAGE_SIZE = 4096;
const PAGE_MASK = 0xfffn;
const CR0_PG = 1n << 31n;
const CR4_PAE = 1n << 5n;
const CR4_LA57 = 1n << 12n;
const EFER_LMA = 1n << 10n;
const EFER_NXE = 1n << 11n;
const ENTRY_PRESENT = 1n << 0n;
const ENTRY_WRITE = 1n << 1n;
const ENTRY_USER = 1n << 2n;
const ENTRY_ACCESSED = 1n << 5n;
const ENTRY_DIRTY = 1n << 6n;
const ENTRY_NO_EXECUTE = 1n << 63n;
function pagingOf({ cr4, efer }) {
    const noExecute = (efer & EFER_NXE) !== 0n;
    const wide = { indexBits: 9n, entryBytes: 8, noExecute, bareRoot: false };
    if ((efer & EFER_LMA) !== 0n) {
        const shifts = [39n, 30n, 21n, 12n];
        if ((cr4 & CR4_LA57) !== 0n)
            shifts.unshift(48n);
        return { ...wide, shifts, rootMask: 0x000ffffffffff000n };
    }
    if ((cr4 & CR4_PAE) !== 0n) {
        return { ...wide, shifts: [30n, 21n, 12n], rootMask: 0xffffffe0n, bareRoot: true };
    }
    return {
        shifts: [22n, 12n],
        indexBits: 10n,
        entryBytes: 4,
        rootMask: 0xfffff000n,
        noExecute: false,
        bareRoot: false,
    };
}
/** Page tables under construction; every table and every page gets the next free frame. */
class Tables {
    /** One chunk per entry. */
    chunks = [];
    #paging;
    #root;
    /** Physical address of the next table by that of the entry that points to it. */
    #below = new Map();
    #nextFrame;
    constructor(paging, cr3) {
        this.#paging = paging;
        this.#root = cr3 & paging.rootMask;
        this.#nextFrame = (this.#root & ~PAGE_MASK) + BigInt(PAGE_SIZE);
    }
    /** Maps `page` to a frame of its own and returns the frame's physical address. */
    map(page) {
        const { shifts, indexBits, entryBytes, bareRoot } = this.#paging;
        let table = this.#root;
        shifts.forEach((shift, level) => {
            const index = (page.linear >> shift) & ((1n << indexBits) - 1n);
            const entry = table + index * BigInt(entryBytes);
            const known = this.#below.get(entry);
            table = known ?? this.#takeFrame();
            if (known !== undefined)
                return;
            this.#below.set(entry, table);
            const isLeaf = level === shifts.length - 1;
            const open = bareRoot && level === 0 ? ENTRY_PRESENT : OPEN_TABLE;
            this.#write(entry, table | (isLeaf ? this.#leafFlags(page) : open));
        });
        return table;
    }
    #leafFlags(page) {
        return (ENTRY_PRESENT |
            ENTRY_ACCESSED |
            ENTRY_DIRTY |
            (page.write ? ENTRY_WRITE : 0n) |
            (page.user ? ENTRY_USER : 0n) |
            (this.#paging.noExecute && !page.execute ? ENTRY_NO_EXECUTE : 0n));
    }
    #takeFrame() {
        const frame = this.#nextFrame;
        this.#nextFrame += BigInt(PAGE_SIZE);
        return frame;
    }
    #write(address, entry) {
        const bytes = new Uint8Array(this.#paging.entryBytes);
        for (let i = 0; i < bytes.length; i++)
            bytes[i] = Number((entry >> BigInt(8 * i)) & 0xffn);
        this.chunks.push({ address, bytes });
    }
}
/** A table's entry leaves every permission to the page below it. */
const OPEN_TABLE = ENTRY_PRESENT | ENTRY_WRITE | ENTRY_USER | ENTRY_ACCESSED;
/** The bytes of the first step at their linear addresses, split where a page ends. */
function firstInstruction({ before, steps }) {
    const bytes = steps[0]?.bytes ?? new Uint8Array();
    const wide = before.cs.l === 1 && (before.efer & EFER_LMA) !== 0n;
    const width = wide ? 64 : 32;
    const start = wide ? before.rip : before.cs.base + BigInt.asUintN(32, before.rip);
    const chunks = [];
    for (let done = 0; done < bytes.length;) {
        const address = BigInt.asUintN(width, start + BigInt(done));
        const room = PAGE_SIZE - Number(address & PAGE_MASK);
        chunks.push({ address, bytes: bytes.subarray(done, done + room) });
        done += room;
    }
    return chunks;
}
function withCodePages(pages, code, user) {
    const known = new Set(pages.map((page) => page.linear));
    const missing = code.map(({ address }) => address & ~PAGE_MASK).filter((linear) => !known.has(linear));
    return [...pages, ...missing.map((linear) => ({ linear, user, write: false, execute: true, data: [] }))];
}
function wholePage(page) {
    const bytes = new Uint8Array(PAGE_SIZE);
    for (const chunk of page.data)
        bytes.set(chunk.bytes, chunk.offset);
    return bytes;
}
