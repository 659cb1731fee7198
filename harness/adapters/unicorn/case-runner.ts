/** Runs case records on engines and writes result records: the counterpart of the guest's agent. */
import {
  CASE,
  CASE_PAGES,
  MAX_PAGES,
  PLAIN_GPRS,
  RESULT,
  RESULT_SIZE,
  SEGMENT_ORDER,
  STATE,
  STATUS,
  VMCB_SCALARS,
} from "../../../guest/layout.ts";
import { recordSum } from "../../../guest/record-sum.ts";
import { EXIT, POISON } from "../../../guest/vmcb.ts";
import type { ContextLayout } from "./context-layout.ts";
import { Engine, FLUSH, TABLES, TOP_PAGE, type EngineMemory, type RunEnd } from "./engine.ts";
import { UNICORN_EXIT } from "./exits.ts";
import { HFLAGS_CPL, hiddenFlags } from "./hidden-flags.ts";
import { ERROR_INVALID_INSTRUCTION, type Pointer, type UnicornLibrary } from "./library.ts";
import { SCALAR } from "../records/scalars.ts";
import { readPages } from "../records/read-pages.ts";
import { recordChanges } from "../records/record-changes.ts";
import { PageTables } from "../records/page-tables.ts";
import { GPR_NUMBERS, NUMBER } from "./registers.ts";

const PAGE_SIZE = 4096;
const INVALID_OPCODE = 6;
const PAGE_FAULT = 14;
/** L0 to G3 of DR7: a breakpoint that a case arms stays in the engine. */
const BREAKPOINTS = 0xff;
/** Any frame below the width of physical addresses will do: Unicorn does not use it. */
const FRAME = 0x40_0000;
/** Translations are never given back, so an engine serves a limited number of cases. */
const CASES_PER_ENGINE = 20_000;

/** A 64-bit value: its place in a record's state and in the context, in 32-bit words. */
type Copy = readonly [record: number, context: number];

/** The contexts of an engine: two are only restored, the third is only saved to. */
interface Contexts {
  readonly engine: Engine;
  /** Paging is off, and the next instruction makes the engine forget page tables. */
  readonly flush: Pointer;
  readonly before: Pointer;
  readonly after: Pointer;
  readonly beforeWords: Uint32Array;
  readonly afterWords: Uint32Array;
}

/** Runs cases one after the other, on a fresh engine now and then. */
export class CaseRunner {
  readonly #library: UnicornLibrary;
  readonly #layout: ContextLayout;
  readonly #model: number;
  readonly #memory: EngineMemory;
  readonly #tables: PageTables;
  readonly #copies: readonly Copy[];
  readonly #result = new ArrayBuffer(RESULT_SIZE);
  readonly #words = new Uint32Array(this.#result);
  /** What each page holds before the run. */
  readonly #contents = Array.from({ length: MAX_PAGES }, () => new Uint8Array(PAGE_SIZE));
  readonly #pages: Uint8Array[] = [];
  readonly #linears: bigint[] = [];
  #contexts: Contexts;
  #served = 0;

  constructor(
    library: UnicornLibrary,
    memory: EngineMemory,
    { layout, model }: { layout: ContextLayout; model: number },
  ) {
    this.#library = library;
    this.#layout = layout;
    this.#model = model;
    this.#memory = memory;
    this.#tables = new PageTables({
      root: new Uint32Array(memory.root.buffer),
      tables: new Uint32Array(memory.tables.buffer),
      base: Number(TABLES.base),
    });
    this.#copies = copies(layout);
    this.#contexts = this.#open();
  }

  /** Runs the record at `start` of `records`; the result is valid until the next call. */
  run(records: Uint8Array, start: number): Uint8Array {
    const words = new Uint32Array(records.buffer, records.byteOffset + start, CASE_PAGES >> 2);
    this.#words.fill(POISON);
    this.#words[RESULT.sequence >> 2] = words[CASE.sequence >> 2] as number;
    this.#words[RESULT.status >> 2] = STATUS.ran;
    this.#words[RESULT.writeCount >> 2] = 0;
    if (this.#place(records, start)) this.#execute(words);
    else this.#exit(UNICORN_EXIT.noPlace);
    this.#contexts.engine.releasePages();
    this.#tables.clear();
    recordSum(this.#words, 2, RESULT_SIZE >> 2, this.#words, 0);
    this.#served += 1;
    if (this.#served >= CASES_PER_ENGINE) this.#renew();
    return new Uint8Array(this.#result);
  }

  close(): void {
    const { engine, flush, before, after } = this.#contexts;
    for (const context of [flush, before, after]) this.#library.freeContext(context);
    engine.close();
  }

  #open(): Contexts {
    const engine = new Engine(this.#library, this.#memory, this.#model);
    const { pointer } = engine;
    const [flush, before, after] = [0, 1, 2].map(() => this.#library.newContext(pointer)) as [
      Pointer,
      Pointer,
      Pointer,
    ];
    // PE and, in RAX, also WP.
    engine.write(NUMBER.cr0, 0x11n);
    engine.write(GPR_NUMBERS[0]?.[1] ?? 0, 0x1_0011n);
    for (const context of [flush, before]) this.#library.saveContext(pointer, context);
    const words = (context: Pointer): Uint32Array =>
      new Uint32Array(this.#library.view(context, this.#layout.size & ~3));
    return { engine, flush, before, after, beforeWords: words(before), afterWords: words(after) };
  }

  #renew(): void {
    this.close();
    this.#contexts = this.#open();
    this.#served = 0;
  }

  /** Maps and fills the pages. Returns false when one has no place. */
  #place(records: Uint8Array, start: number): boolean {
    const { levels, pages } = readPages(records, start, this.#contents);
    this.#pages.length = 0;
    this.#linears.length = 0;
    for (const { linear, linearLow, linearHigh, low, high } of pages) {
      const page = this.#contexts.engine.page(linear);
      if (page === undefined) return false;
      this.#tables.map(linearLow, linearHigh, { low: FRAME | low, high, levels });
      this.#pages.push(page);
      this.#linears.push(linear);
    }
    for (const [index, page] of this.#pages.entries()) page.set(this.#contents[index] as Uint8Array);
    return true;
  }

  #execute(words: Uint32Array): void {
    const { engine, flush, before, after, afterWords } = this.#contexts;
    this.#library.restoreContext(engine.pointer, flush);
    // Any of the pages may hold code that an earlier case had otherwise.
    engine.forgetCode(this.#linears);
    engine.run(FLUSH);
    this.#load(words);
    this.#library.restoreContext(engine.pointer, before);
    const rip = (BigInt(words[SCALAR.rip + 1] as number) << 32n) | BigInt(words[SCALAR.rip] as number);
    const end = engine.run(rip);
    this.#library.saveContext(engine.pointer, after);
    this.#store();
    this.#judge(end);
    this.#findWrites();
    const isTainted = ((afterWords[this.#layout.dr.dr7 >> 2] as number) & BREAKPOINTS) !== 0;
    const isWorn = isTainted || this.#linears.includes(TOP_PAGE);
    if (isWorn || (end.error !== 0 && end.error !== ERROR_INVALID_INSTRUCTION)) this.#renew();
  }

  /** Writes the state of a record into the context that goes in. */
  #load(words: Uint32Array): void {
    const { beforeWords: context } = this.#contexts;
    const layout = this.#layout;
    for (const [record, place] of this.#copies) {
      context[place] = words[(CASE.state >> 2) + record] as number;
      context[place + 1] = words[(CASE.state >> 2) + record + 1] as number;
    }
    const attributes = {} as Record<(typeof SEGMENT_ORDER)[number], number>;
    let word = (CASE.state + STATE.segments) >> 2;
    for (const name of SEGMENT_ORDER) {
      const place = layout.segments[name] >> 2;
      const first = words[word] as number;
      context[place] = first & 0xffff;
      context[place + 2] = words[word + 2] as number;
      context[place + 3] = words[word + 3] as number;
      context[place + 4] = words[word + 1] as number;
      const bits = first >>> 16;
      attributes[name] = bits;
      context[place + 5] = ((bits & 0xff) << 8) | ((bits & 0xf00) << 12);
      word += 4;
    }
    context[layout.msrs.sysenterCs >> 2] = words[SCALAR.sysenterCs] as number;
    context[layout.oldException >> 2] = -1;
    context[layout.cr.cr2 >> 2] = 0;
    context[(layout.cr.cr2 >> 2) + 1] = 0;
    context[layout.hflags >> 2] = hiddenFlags({
      cpl: words[CASE.cpl >> 2] as number,
      cr0: words[SCALAR.cr0] as number,
      cr4: words[SCALAR.cr4] as number,
      efer: words[SCALAR.efer] as number,
      csL: (attributes.cs >> 9) & 1,
      csD: (attributes.cs >> 10) & 1,
      ssB: (attributes.ss >> 10) & 1,
      isFlat: (["ds", "es", "ss"] as const).every((name) => {
        const place = layout.segments[name] >> 2;
        return context[place + 2] === 0 && context[place + 3] === 0;
      }),
    });
  }

  /** Writes the state of the context that came out into the result. */
  #store(): void {
    const { afterWords: context } = this.#contexts;
    const layout = this.#layout;
    const result = this.#words;
    for (const [record, place] of this.#copies) {
      result[(RESULT.state >> 2) + record] = context[place] as number;
      result[(RESULT.state >> 2) + record + 1] = context[place + 1] as number;
    }
    let word = (RESULT.state + STATE.segments) >> 2;
    for (const name of SEGMENT_ORDER) {
      const place = layout.segments[name] >> 2;
      const flags = context[place + 5] as number;
      const bits = name === "gdtr" || name === "idtr" ? 0 : ((flags >>> 8) & 0xff) | ((flags >>> 12) & 0xf00);
      result[word] = ((context[place] as number) & 0xffff) | (bits << 16);
      result[word + 1] = context[place + 4] as number;
      result[word + 2] = context[place + 2] as number;
      result[word + 3] = context[place + 3] as number;
      word += 4;
    }
    const shift = (RESULT.state - CASE.state) >> 2;
    result[SCALAR.sysenterCs + shift] = context[layout.msrs.sysenterCs >> 2] as number;
    result[SCALAR.sysenterCs + shift + 1] = 0;
    result[RESULT.cpl >> 2] = (context[layout.hflags >> 2] as number) & HFLAGS_CPL;
  }

  #judge({ error, vector, calledSystem }: RunEnd): void {
    const { afterWords: context } = this.#contexts;
    const layout = this.#layout;
    if (calledSystem) this.#exit(UNICORN_EXIT.systemCall);
    else if (error === ERROR_INVALID_INSTRUCTION) this.#exit(EXIT.exception + INVALID_OPCODE);
    else if (error !== 0) this.#exit(UNICORN_EXIT.failed);
    else if (vector < 0) this.#exit(UNICORN_EXIT.stopped);
    else if (context[layout.isInterrupt >> 2] !== 0 || vector > EXIT.exceptionEnd - EXIT.exception)
      this.#exit(UNICORN_EXIT.interrupt);
    else {
      this.#exit(EXIT.exception + vector);
      this.#words[RESULT.exitInfo1 >> 2] = context[layout.errorCode >> 2] as number;
      this.#words[(RESULT.exitInfo1 >> 2) + 1] = 0;
      if (vector !== PAGE_FAULT) return;
      this.#words[RESULT.exitInfo2 >> 2] = context[layout.cr.cr2 >> 2] as number;
      this.#words[(RESULT.exitInfo2 >> 2) + 1] = context[(layout.cr.cr2 >> 2) + 1] as number;
    }
  }

  #exit(code: number): void {
    this.#words[RESULT.exitCode >> 2] = code;
  }

  /** Compares the pages that were written to. */
  #findWrites(): void {
    const changed = [...this.#pages.keys()].filter((index) => this.#tables.isDirty(index));
    recordChanges(
      this.#words,
      changed.map((index) => ({
        index,
        before: this.#contents[index] as Uint8Array,
        after: this.#pages[index] as Uint8Array,
      })),
    );
  }
}

/** What is the same 64 bits in a record and in the context. */
function copies({ gprs, rip, eflags, cr, dr, msrs }: ContextLayout): readonly Copy[] {
  const places = new Map<string, number>([
    ["rip", rip],
    ["rflags", eflags],
    ...Object.entries(cr),
    ...Object.entries(dr),
    ...Object.entries(msrs).filter(([name]) => name !== "sysenterCs"),
    ...GPR_NUMBERS.map(([name], index) => [name, gprs[index] as number] as const),
  ]);
  const all = [
    ...VMCB_SCALARS.map((name, index) => [name, STATE.scalars + index * 8] as const),
    ...PLAIN_GPRS.map((name, index) => [name, STATE.gprs + index * 8] as const),
  ];
  return all.flatMap(([name, record]) => {
    const place = places.get(name);
    return place === undefined ? [] : [[record >> 2, place >> 2] as const];
  });
}
