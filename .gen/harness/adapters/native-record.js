/** What crosses the pipes to native/processor.c, which has the other half of these layouts. */
import { boundedLeaves } from "../../guest/hello.js";
import { placedBytes } from "../../guest/placed-bytes.js";
import { GPR_NAMES } from "../../spec/fields.js";
const MAGIC_HELLO = 0x564954414e584752n;
const MAGIC_BATCH = 0x4354_4142;
const MAGIC_DONE = 0x454e_4f44;
const VERSION = 1;
/** Cases in one batch, at most, and the bytes of their records. */
export const MAX_CASES = 8192;
export const MAX_BATCH_BYTES = 16 << 20;
/** Pages that one case may have. */
export const MAX_PAGES = 8;
/** Bytes of the records of fixed size. */
export const HELLO_SIZE = 16 + 8 * 20;
export const DONE_SIZE = 16;
export const RESULT_SIZE = 200;
const BATCH_SIZE = 16;
const STATE_AT = 16;
const STATE_SIZE = 176;
const CASE_HEAD = STATE_AT + STATE_SIZE;
const PAGE_HEAD = 16;
const CHUNK_HEAD = 8;
/** Room that a case with full pages may need. */
const MAX_CASE_SIZE = CASE_HEAD + MAX_PAGES * (PAGE_HEAD + 2 * 4096);
const PAGE_WRITE = 1;
const PAGE_EXECUTE = 2;
/** Errors: a record of another program or version. */
export function readNativeHello(bytes) {
    if (bytes.readBigUInt64LE(0) !== MAGIC_HELLO || bytes.readUInt32LE(8) !== VERSION) {
        throw new Error("the program does not introduce itself as expected");
    }
    const flags = bytes.readUInt32LE(12);
    const leaves = new Map();
    for (let at = 16; at < HELLO_SIZE; at += 20) {
        const word = (index) => bytes.readUInt32LE(at + index * 4);
        leaves.set(word(0), { eax: word(1), ebx: word(2), ecx: word(3), edx: word(4) });
    }
    return {
        ldt: (flags & 1) !== 0,
        seccomp: (flags & 2) !== 0,
        la57: (flags & 4) !== 0,
        leaf: boundedLeaves(leaves),
    };
}
/** Collects the records of one batch in one buffer, its head included. */
export class NativeEncoder {
    #bytes = Buffer.alloc(BATCH_SIZE + MAX_BATCH_BYTES);
    #words;
    #quads;
    #count = 0;
    #end = BATCH_SIZE;
    constructor() {
        const { buffer } = this.#bytes;
        this.#words = new Uint32Array(buffer);
        this.#quads = new BigUint64Array(buffer);
    }
    /** Starts a batch. */
    reset() {
        this.#count = 0;
        this.#end = BATCH_SIZE;
    }
    get count() {
        return this.#count;
    }
    /** The batch so far, as a copy: the pipe may take its time. `limit` is in milliseconds per case. */
    finish(limit) {
        this.#words[0] = MAGIC_BATCH;
        this.#words[1] = this.#count;
        this.#words[2] = this.#end - BATCH_SIZE;
        this.#words[3] = limit;
        return Buffer.from(this.#bytes.subarray(0, this.#end));
    }
    /** Appends a record. False: there is no room, nothing was written. */
    add(testCase) {
        if (this.#count === MAX_CASES || this.#end + MAX_CASE_SIZE > this.#bytes.length)
            return false;
        const start = this.#end;
        const { before, pages } = testCase;
        this.#writeState(before, start + STATE_AT);
        this.#quads[(start + 8) >> 3] = (before.cs.selector & 4) === 0 ? 0n : descriptor(before.cs);
        this.#end = start + CASE_HEAD;
        const chunks = pages.map(() => []);
        placedBytes(testCase, (page, offset, bytes) => {
            chunks[page]?.push({ offset, bytes });
            return undefined;
        });
        let mapped = 0;
        for (const [index, { linear, user, write, execute }] of pages.entries()) {
            // Nothing at CPL 3 sees what is on a supervisor page.
            if (!user)
                continue;
            mapped += 1;
            this.#quads[this.#end >> 3] = linear;
            this.#words[(this.#end >> 2) + 2] = (write ? PAGE_WRITE : 0) | (execute ? PAGE_EXECUTE : 0);
            this.#words[(this.#end >> 2) + 3] = chunks[index]?.length ?? 0;
            this.#end += PAGE_HEAD;
            for (const { offset, bytes } of chunks[index] ?? []) {
                this.#words[this.#end >> 2] = offset;
                this.#words[(this.#end >> 2) + 1] = bytes.length;
                this.#bytes.set(bytes, this.#end + CHUNK_HEAD);
                this.#end += CHUNK_HEAD + ((bytes.length + 7) & ~7);
            }
        }
        this.#words[start >> 2] = this.#end - start;
        this.#words[(start >> 2) + 1] = mapped;
        this.#count += 1;
        return true;
    }
    #writeState(state, at) {
        const quads = this.#quads;
        let quad = at >> 3;
        for (const name of GPR_NAMES)
            quads[quad++] = state[name];
        quads[quad++] = state.rip;
        quads[quad++] = state.rflags;
        quads[quad++] = state.fs.base;
        quads[quad++] = state.gs.base;
        const words = this.#words;
        words[quad * 2] = state.cs.selector | (state.ss.selector << 16);
        words[quad * 2 + 1] = state.ds.selector | (state.es.selector << 16);
        words[quad * 2 + 2] = state.fs.selector | (state.gs.selector << 16);
        words[quad * 2 + 3] = 0;
    }
}
/** A segment as a descriptor. */
function descriptor({ base, limit, type, s, dpl, p, avl, l, db, g }) {
    const raw = BigInt(g === 1 ? Math.floor(limit / 4096) : limit);
    const access = BigInt(type | (s << 4) | (dpl << 5) | (p << 7));
    const flags = BigInt(avl | (l << 1) | (db << 2) | (g << 3));
    return ((raw & 0xffffn) |
        ((base & 0xffffffn) << 16n) |
        (access << 40n) |
        ((raw >> 16n) << 48n) |
        (flags << 52n) |
        ((base >> 24n) << 56n));
}
const OUTCOMES = ["complete", "died", "hung", "damaged"];
/** Errors: a record that is none. */
export function readNativeDone(bytes) {
    const outcome = OUTCOMES[bytes.readUInt32LE(4)];
    if (bytes.readUInt32LE(0) !== MAGIC_DONE || outcome === undefined) {
        throw new Error("the program does not answer as expected");
    }
    return { outcome, signal: bytes.readUInt32LE(8), count: bytes.readUInt32LE(12) };
}
const STATUSES = ["ran", "no page", "no descriptor"];
/** Reads result `index` of `count` results, which begin at offset 0 of an aligned buffer. */
export class NativeResults {
    #words;
    #quads;
    constructor(bytes) {
        const copy = new Uint8Array(bytes).buffer;
        this.#words = new Uint32Array(copy);
        this.#quads = new BigUint64Array(copy);
    }
    read(index) {
        const words = this.#words;
        const quads = this.#quads;
        const word = (index * RESULT_SIZE) >> 2;
        const quad = word >> 1;
        const state = quad + 3;
        const selectors = (state + 20) * 2;
        const low = (at) => words[selectors + at] & 0xffff;
        const high = (at) => words[selectors + at] >>> 16;
        return {
            status: STATUSES[words[word]] ?? "no page",
            vector: words[word + 1],
            errorCode: words[word + 2],
            address: quads[quad + 2],
            gprs: quads.subarray(state, state + 16),
            rip: quads[state + 16],
            rflags: quads[state + 17],
            fsBase: quads[state + 18],
            gsBase: quads[state + 19],
            selectors: { cs: low(0), ss: high(0), ds: low(1), es: high(1), fs: low(2), gs: high(2) },
        };
    }
}
