/** Runs case records on engines and writes result records: the counterpart of the guest's agent. */
import { CASE, CASE_PAGES, CHUNK_HEADER_SIZE, PAGE_ENTRY_SIZE, MAX_PAGES, MAX_WRITES, PLAIN_GPRS, RESULT, RESULT_SIZE, SEGMENT_ORDER, STATE, STATUS, VMCB_SCALARS, } from "../../../guest/layout.js";
import { recordSum } from "../../../guest/record-sum.js";
import { EXIT, POISON } from "../../../guest/vmcb.js";
import { Engine, FLUSH, TOP_PAGE } from "./engine.js";
import { UNICORN_EXIT } from "./exits.js";
import { HFLAGS_CPL, hiddenFlags } from "./hidden-flags.js";
import { ERROR_INVALID_INSTRUCTION } from "./library.js";
import { PageTables } from "./page-tables.js";
import { GPR_NUMBERS, NUMBER } from "./registers.js";
const PAGE_SIZE = 4096;
const INVALID_OPCODE = 6;
const PAGE_FAULT = 14;
/** L0 to G3 of DR7: a breakpoint that a case arms stays in the engine. */
const BREAKPOINTS = 0xff;
/** Translations are never given back, so an engine serves a limited number of cases. */
const CASES_PER_ENGINE = 20_000;
/** Runs cases one after the other, on a fresh engine now and then. */
export class CaseRunner {
    #library;
    #layout;
    #model;
    #memory;
    #tables;
    #copies;
    #result = new ArrayBuffer(RESULT_SIZE);
    #words = new Uint32Array(this.#result);
    /** What each page holds before the run. */
    #contents = Array.from({ length: MAX_PAGES }, () => new Uint8Array(PAGE_SIZE));
    #pages = [];
    #linears = [];
    #contexts;
    #served = 0;
    constructor(library, memory, { layout, model }) {
        this.#library = library;
        this.#layout = layout;
        this.#model = model;
        this.#memory = memory;
        this.#tables = new PageTables(memory);
        this.#copies = copies(layout);
        this.#contexts = this.#open();
    }
    /** Runs the record at `start` of `records`; the result is valid until the next call. */
    run(records, start) {
        const words = new Uint32Array(records.buffer, records.byteOffset + start, CASE_PAGES >> 2);
        this.#words.fill(POISON);
        this.#words[RESULT.sequence >> 2] = words[CASE.sequence >> 2];
        this.#words[RESULT.status >> 2] = STATUS.ran;
        this.#words[RESULT.writeCount >> 2] = 0;
        if (this.#place(records, start))
            this.#execute(words);
        else
            this.#exit(UNICORN_EXIT.noPlace);
        this.#contexts.engine.releasePages();
        this.#tables.clear();
        recordSum(this.#words, 2, RESULT_SIZE >> 2, this.#words, 0);
        this.#served += 1;
        if (this.#served >= CASES_PER_ENGINE)
            this.#renew();
        return new Uint8Array(this.#result);
    }
    close() {
        const { engine, flush, before, after } = this.#contexts;
        for (const context of [flush, before, after])
            this.#library.freeContext(context);
        engine.close();
    }
    #open() {
        const engine = new Engine(this.#library, this.#memory, this.#model);
        const { pointer } = engine;
        const [flush, before, after] = [0, 1, 2].map(() => this.#library.newContext(pointer));
        // PE and, in RAX, also WP.
        engine.write(NUMBER.cr0, 0x11n);
        engine.write(GPR_NUMBERS[0]?.[1] ?? 0, 0x10011n);
        for (const context of [flush, before])
            this.#library.saveContext(pointer, context);
        const words = (context) => new Uint32Array(this.#library.view(context, this.#layout.size & ~3));
        return { engine, flush, before, after, beforeWords: words(before), afterWords: words(after) };
    }
    #renew() {
        this.close();
        this.#contexts = this.#open();
        this.#served = 0;
    }
    /** Maps and fills the pages. Returns false when one has no place. */
    #place(records, start) {
        const view = new DataView(records.buffer, records.byteOffset + start);
        const count = view.getUint32(CASE.pages, true);
        const levels = view.getUint32(CASE.levels, true);
        this.#pages.length = 0;
        this.#linears.length = 0;
        for (let index = 0; index < count; index += 1) {
            const at = CASE_PAGES + index * PAGE_ENTRY_SIZE;
            const linear = view.getBigUint64(at, true);
            const page = this.#contexts.engine.page(linear);
            if (page === undefined)
                return false;
            const leaf = { low: view.getUint32(at + 8, true), high: view.getUint32(at + 12, true), levels };
            this.#tables.map(view.getUint32(at, true), view.getUint32(at + 4, true), leaf);
            this.#pages.push(page);
            this.#linears.push(linear);
            this.#contents[index]?.fill(0);
        }
        let at = CASE_PAGES + count * PAGE_ENTRY_SIZE;
        for (let chunk = view.getUint32(CASE.chunks, true); chunk > 0; chunk -= 1) {
            const place = view.getUint32(at, true);
            const size = view.getUint32(at + 4, true) * 8;
            const data = new Uint8Array(view.buffer, view.byteOffset + at + CHUNK_HEADER_SIZE, size);
            this.#contents[place >>> 12]?.set(data, place & 0xfff);
            at += CHUNK_HEADER_SIZE + size;
        }
        for (const [index, page] of this.#pages.entries())
            page.set(this.#contents[index]);
        return true;
    }
    #execute(words) {
        const { engine, flush, before, after, afterWords } = this.#contexts;
        this.#library.restoreContext(engine.pointer, flush);
        // Any of the pages may hold code that an earlier case had otherwise.
        engine.forgetCode(this.#linears);
        engine.run(FLUSH);
        this.#load(words);
        this.#library.restoreContext(engine.pointer, before);
        const rip = (BigInt(words[SCALAR.rip + 1]) << 32n) | BigInt(words[SCALAR.rip]);
        const end = engine.run(rip);
        this.#library.saveContext(engine.pointer, after);
        this.#store();
        this.#judge(end);
        this.#findWrites();
        const isTainted = (afterWords[this.#layout.dr.dr7 >> 2] & BREAKPOINTS) !== 0;
        const isWorn = isTainted || this.#linears.includes(TOP_PAGE);
        if (isWorn || (end.error !== 0 && end.error !== ERROR_INVALID_INSTRUCTION))
            this.#renew();
    }
    /** Writes the state of a record into the context that goes in. */
    #load(words) {
        const { beforeWords: context } = this.#contexts;
        const layout = this.#layout;
        for (const [record, place] of this.#copies) {
            context[place] = words[(CASE.state >> 2) + record];
            context[place + 1] = words[(CASE.state >> 2) + record + 1];
        }
        const attributes = {};
        let word = (CASE.state + STATE.segments) >> 2;
        for (const name of SEGMENT_ORDER) {
            const place = layout.segments[name] >> 2;
            const first = words[word];
            context[place] = first & 0xffff;
            context[place + 2] = words[word + 2];
            context[place + 3] = words[word + 3];
            context[place + 4] = words[word + 1];
            const bits = first >>> 16;
            attributes[name] = bits;
            context[place + 5] = ((bits & 0xff) << 8) | ((bits & 0xf00) << 12);
            word += 4;
        }
        context[layout.msrs.sysenterCs >> 2] = words[SCALAR.sysenterCs];
        context[layout.oldException >> 2] = -1;
        context[layout.cr.cr2 >> 2] = 0;
        context[(layout.cr.cr2 >> 2) + 1] = 0;
        context[layout.hflags >> 2] = hiddenFlags({
            cpl: words[CASE.cpl >> 2],
            cr0: words[SCALAR.cr0],
            cr4: words[SCALAR.cr4],
            efer: words[SCALAR.efer],
            csL: (attributes.cs >> 9) & 1,
            csD: (attributes.cs >> 10) & 1,
            ssB: (attributes.ss >> 10) & 1,
            isFlat: ["ds", "es", "ss"].every((name) => {
                const place = layout.segments[name] >> 2;
                return context[place + 2] === 0 && context[place + 3] === 0;
            }),
        });
    }
    /** Writes the state of the context that came out into the result. */
    #store() {
        const { afterWords: context } = this.#contexts;
        const layout = this.#layout;
        const result = this.#words;
        for (const [record, place] of this.#copies) {
            result[(RESULT.state >> 2) + record] = context[place];
            result[(RESULT.state >> 2) + record + 1] = context[place + 1];
        }
        let word = (RESULT.state + STATE.segments) >> 2;
        for (const name of SEGMENT_ORDER) {
            const place = layout.segments[name] >> 2;
            const flags = context[place + 5];
            const bits = name === "gdtr" || name === "idtr" ? 0 : ((flags >>> 8) & 0xff) | ((flags >>> 12) & 0xf00);
            result[word] = (context[place] & 0xffff) | (bits << 16);
            result[word + 1] = context[place + 4];
            result[word + 2] = context[place + 2];
            result[word + 3] = context[place + 3];
            word += 4;
        }
        const shift = (RESULT.state - CASE.state) >> 2;
        result[SCALAR.sysenterCs + shift] = context[layout.msrs.sysenterCs >> 2];
        result[SCALAR.sysenterCs + shift + 1] = 0;
        result[RESULT.cpl >> 2] = context[layout.hflags >> 2] & HFLAGS_CPL;
    }
    #judge({ error, vector, calledSystem }) {
        const { afterWords: context } = this.#contexts;
        const layout = this.#layout;
        if (calledSystem)
            this.#exit(UNICORN_EXIT.systemCall);
        else if (error === ERROR_INVALID_INSTRUCTION)
            this.#exit(EXIT.exception + INVALID_OPCODE);
        else if (error !== 0)
            this.#exit(UNICORN_EXIT.failed);
        else if (vector < 0)
            this.#exit(UNICORN_EXIT.stopped);
        else if (context[layout.isInterrupt >> 2] !== 0 || vector > EXIT.exceptionEnd - EXIT.exception)
            this.#exit(UNICORN_EXIT.interrupt);
        else {
            this.#exit(EXIT.exception + vector);
            this.#words[RESULT.exitInfo1 >> 2] = context[layout.errorCode >> 2];
            this.#words[(RESULT.exitInfo1 >> 2) + 1] = 0;
            if (vector !== PAGE_FAULT)
                return;
            this.#words[RESULT.exitInfo2 >> 2] = context[layout.cr.cr2 >> 2];
            this.#words[(RESULT.exitInfo2 >> 2) + 1] = context[(layout.cr.cr2 >> 2) + 1];
        }
    }
    #exit(code) {
        this.#words[RESULT.exitCode >> 2] = code;
    }
    /** Compares the pages that were written to, in quadwords. */
    #findWrites() {
        let count = 0;
        for (const [index, page] of this.#pages.entries()) {
            if (!this.#tables.isDirty(index))
                continue;
            const now = new BigUint64Array(page.buffer, page.byteOffset, PAGE_SIZE / 8);
            const before = new BigUint64Array(this.#contents[index].buffer);
            for (let quad = 0; quad < now.length; quad += 1) {
                if (now[quad] === before[quad])
                    continue;
                if (count < MAX_WRITES) {
                    const at = (RESULT.writes + count * 16) >> 2;
                    this.#words[at] = (index << 12) | (quad * 8);
                    this.#words[at + 1] = 0;
                    const value = now[quad];
                    this.#words[at + 2] = Number(value & 0xffffffffn);
                    this.#words[at + 3] = Number(value >> 32n);
                }
                count += 1;
            }
        }
        this.#words[RESULT.writeCount >> 2] = count;
    }
}
/** Places of scalars in a case record, in words. */
const SCALAR = Object.fromEntries(VMCB_SCALARS.map((name, index) => [name, (CASE.state + STATE.scalars + index * 8) >> 2]));
/** What is the same 64 bits in a record and in the context. */
function copies({ gprs, rip, eflags, cr, dr, msrs }) {
    const places = new Map([
        ["rip", rip],
        ["rflags", eflags],
        ...Object.entries(cr),
        ...Object.entries(dr),
        ...Object.entries(msrs).filter(([name]) => name !== "sysenterCs"),
        ...GPR_NUMBERS.map(([name], index) => [name, gprs[index]]),
    ]);
    const all = [
        ...VMCB_SCALARS.map((name, index) => [name, STATE.scalars + index * 8]),
        ...PLAIN_GPRS.map((name, index) => [name, STATE.gprs + index * 8]),
    ];
    return all.flatMap(([name, record]) => {
        const place = places.get(name);
        return place === undefined ? [] : [[record >> 2, place >> 2]];
    });
}
