/** Runs case records on v86's CPU and writes result records: the counterpart of the guest's agent. */
import {
  CASE,
  CASE_PAGES,
  MAX_PAGES,
  MEMORY,
  PLAIN_GPRS,
  RESULT,
  RESULT_SIZE,
  SEGMENT_ORDER,
  STATE,
  STATE_SIZE,
  STATUS,
} from "../../../guest/layout.ts";
import { recordSum } from "../../../guest/record-sum.ts";
import { EXIT, POISON } from "../../../guest/vmcb.ts";
import { PageTables } from "../records/page-tables.ts";
import { readPages } from "../records/read-pages.ts";
import { recordChanges } from "../records/record-changes.ts";
import { SCALAR } from "../records/scalars.ts";
import { V86_EXIT } from "./exits.ts";
import { GPRS, PLACE, SEGMENTS } from "./layout.ts";
import { IDT, Observer, type RunEnd } from "./observer.ts";
import type { WasmModule } from "./web-assembly.ts";

const PAGE_SIZE = 4096;
const PAGE_FAULT = 14;
/** Where the pages of a case have their frames, one after the other. */
const FRAMES = MEMORY.casePages;
const TABLE_COUNT = 8;
/** Present, writable, of the supervisor, accessed. */
const IDT_LEAF = 0x23;
/** What an address without paging finds: UD2 from every even address on. */
const UD2 = 0x0b0f;
const PRESENT = 0x80;
const DB = 0x400;

/** Words of a record that hold a segment register, by v86's number. */
const SEGMENT_WORDS: readonly number[] = SEGMENTS.map((name) => segmentWord(name));
const GDTR = segmentWord("gdtr");
const IDTR = segmentWord("idtr");
/** Words of a record that hold a general register, by v86's number. */
const GPR_WORDS: readonly number[] = GPRS.map((name) =>
  name === "rax" || name === "rsp"
    ? SCALAR[name]
    : (CASE.state + STATE.gprs + PLAIN_GPRS.indexOf(name as (typeof PLAIN_GPRS)[number]) * 8) >> 2,
);
/** Other registers of 32 bits: the word of a record, and v86's. */
const PLAIN: readonly (readonly [record: number, place: number])[] = [
  [SCALAR.cr0, PLACE.cr >> 2],
  [SCALAR.cr3, (PLACE.cr >> 2) + 3],
  [SCALAR.cr4, (PLACE.cr >> 2) + 4],
  [SCALAR.dr6, (PLACE.dr >> 2) + 6],
  [SCALAR.dr7, (PLACE.dr >> 2) + 7],
  [SCALAR.sysenterCs, PLACE.sysenterCs >> 2],
  [SCALAR.sysenterEsp, PLACE.sysenterEsp >> 2],
  [SCALAR.sysenterEip, PLACE.sysenterEip >> 2],
];
/** From the words of a case record to those of a result record. */
const SHIFT = (RESULT.state - CASE.state) >> 2;
const CS = SEGMENTS.indexOf("cs");
const SS = SEGMENTS.indexOf("ss");
const TR = SEGMENTS.indexOf("tr");
const LDTR = SEGMENTS.indexOf("ldtr");

function segmentWord(name: (typeof SEGMENT_ORDER)[number]): number {
  return (CASE.state + STATE.segments + SEGMENT_ORDER.indexOf(name) * 16) >> 2;
}

/** What v86 holds of a segment register besides the selector. */
interface Loaded {
  limit: number;
  base: number;
  access: number;
  isNull: number;
}

/** A CPU and what of its RAM is a case's. */
interface Machine {
  readonly observer: Observer;
  readonly frames: readonly Uint8Array[];
  readonly tables: PageTables;
}

/** Runs cases one after the other, on a fresh CPU after one that gave up. */
export class CaseRunner {
  readonly #module: WasmModule;
  readonly #tick: () => void;
  #machine: Machine;
  readonly #result = new ArrayBuffer(RESULT_SIZE);
  readonly #words = new Uint32Array(this.#result);
  /** What each page holds before the run. */
  readonly #contents = Array.from({ length: MAX_PAGES }, () => new Uint8Array(PAGE_SIZE));
  #pageCount = 0;
  /** The words of the running case. */
  #case: Uint32Array = new Uint32Array(0);
  /** What `#load` put into the hidden parts of segment registers. */
  readonly #loaded: readonly Loaded[] = SEGMENTS.map(() => ({ limit: 0, base: 0, access: 0, isNull: 0 }));

  /** `tick` is called now and then while a case runs. */
  constructor(module: WasmModule, tick: () => void) {
    this.#module = module;
    this.#tick = tick;
    this.#machine = this.#renew();
  }

  /** A CPU whose RAM holds nothing of a case. */
  #renew(): Machine {
    const observer = new Observer(this.#module, { onRaise: () => this.#store(), tick: this.#tick });
    const { ram } = observer.cpu;
    new Uint16Array(ram.buffer, ram.byteOffset + Observer.free, (ram.length - Observer.free) >> 1).fill(UD2);
    ram.fill(0, MEMORY.caseRoot, MEMORY.caseTables + TABLE_COUNT * PAGE_SIZE);
    const words = (address: number, count: number): Uint32Array =>
      new Uint32Array(ram.buffer, ram.byteOffset + address, (count * PAGE_SIZE) >> 2);
    return {
      observer,
      frames: Array.from({ length: MAX_PAGES }, (_, index) =>
        ram.subarray(FRAMES + index * PAGE_SIZE, FRAMES + (index + 1) * PAGE_SIZE),
      ),
      tables: new PageTables({
        root: words(MEMORY.caseRoot, 1),
        tables: words(MEMORY.caseTables, TABLE_COUNT),
        base: MEMORY.caseTables,
      }),
    };
  }

  /** Runs the record at `start` of `records`; the result is valid until the next call. */
  run(records: Uint8Array, start: number): Uint8Array {
    this.#case = new Uint32Array(records.buffer, records.byteOffset + start, CASE_PAGES >> 2);
    const words = this.#words;
    words.fill(POISON);
    words[RESULT.sequence >> 2] = this.#case[CASE.sequence >> 2] as number;
    words[RESULT.status >> 2] = STATUS.ran;
    words[RESULT.writeCount >> 2] = 0;
    const state = CASE.state >> 2;
    words.set(this.#case.subarray(state, state + (STATE_SIZE >> 2)), RESULT.state >> 2);
    if (this.#place(records, start)) {
      this.#load();
      const end = this.#machine.observer.run();
      this.#judge(end);
      this.#findWrites();
      if (this.#machine.observer.isBroken) this.#machine = this.#renew();
    } else words[RESULT.exitCode >> 2] = V86_EXIT.noPlace;
    this.#machine.tables.clear();
    recordSum(words, 2, RESULT_SIZE >> 2, words, 0);
    return new Uint8Array(this.#result);
  }

  /** Fills the frames and maps them. Returns false when a page has no place. */
  #place(records: Uint8Array, start: number): boolean {
    const { levels, pages } = readPages(records, start, this.#contents);
    this.#pageCount = pages.length;
    this.#machine.tables.map(IDT, 0, { low: IDT | IDT_LEAF, high: 0, levels });
    for (const [index, { linearLow, low, high }] of pages.entries()) {
      if (linearLow === IDT) return false;
      this.#machine.frames[index]?.set(this.#contents[index] as Uint8Array);
      this.#machine.tables.map(linearLow, 0, { low: (FRAMES + index * PAGE_SIZE) | low, high, levels });
    }
    return true;
  }

  #load(): void {
    const { cpu } = this.#machine.observer;
    const { words, bytes, halves } = cpu;
    const record = this.#case;
    for (const [number, word] of GPR_WORDS.entries())
      words[(PLACE.gprs >> 2) + number] = record[word] as number;
    for (const [word, place] of PLAIN) words[place] = record[word] as number;
    for (const [number, word] of SEGMENT_WORDS.entries()) {
      const first = record[word] as number;
      const attributes = first >>> 16;
      const isPresent = (attributes & PRESENT) !== 0;
      const loaded = this.#loaded[number] as Loaded;
      // LLDT of a null selector leaves v86's LDTR so.
      const isNone = number === LDTR && !isPresent;
      loaded.limit = isNone ? 0 : (record[word + 1] as number) | 0;
      loaded.base = isNone ? 0 : (record[word + 2] as number) | 0;
      loaded.access = attributes & 0xff;
      loaded.isNull = isPresent ? 0 : 1;
      halves[(PLACE.selectors >> 1) + number] = first & 0xffff;
      words[(PLACE.limits >> 2) + number] = loaded.limit;
      words[(PLACE.bases >> 2) + number] = loaded.base;
      bytes[PLACE.access + number] = loaded.access;
      bytes[PLACE.nulls + number] = loaded.isNull;
    }
    bytes[PLACE.code32] = this.#isBig(CS);
    bytes[PLACE.stack32] = this.#isBig(SS);
    bytes[PLACE.tss32] = ((record[SEGMENT_WORDS[TR] as number] as number) >>> 19) & 1;
    words[PLACE.gdtLimit >> 2] = record[GDTR + 1] as number;
    words[PLACE.gdtBase >> 2] = record[GDTR + 2] as number;
    words[PLACE.flags >> 2] = record[SCALAR.rflags] as number;
    words[PLACE.lazyFlags >> 2] = 0;
    words[PLACE.instruction >> 2] =
      (record[SCALAR.rip] as number) + (words[(PLACE.bases >> 2) + CS] as number);
    words[(PLACE.cr >> 2) + 2] = 0;
    bytes[PLACE.prefixes] = 0;
    bytes[PLACE.cpl] = record[CASE.cpl >> 2] as number;
    cpu.exports.update_state_flags();
    cpu.exports.full_clear_tlb();
  }

  #isBig(number: number): number {
    return (((this.#case[SEGMENT_WORDS[number] as number] as number) >>> 16) & DB) === 0 ? 0 : 1;
  }

  /** Writes the state at the exception into the result. What is as it was loaded is as it was in the case. */
  #store(): void {
    const { cpu, ownsIdt } = this.#machine.observer;
    const { words, bytes, halves } = cpu;
    const result = this.#words;
    const put = (word: number, value: number): void => {
      result[word + SHIFT] = value;
    };
    for (const [number, word] of GPR_WORDS.entries()) put(word, words[(PLACE.gprs >> 2) + number] as number);
    for (const [word, place] of PLAIN) put(word, words[place] as number);
    for (const [number, word] of SEGMENT_WORDS.entries()) {
      const first = this.#case[word] as number;
      const loaded = this.#loaded[number] as Loaded;
      const limit = words[(PLACE.limits >> 2) + number] as number;
      const base = words[(PLACE.bases >> 2) + number] as number;
      const access = bytes[PLACE.access + number] as number;
      const isNull = bytes[PLACE.nulls + number] as number;
      let attributes = first >>> 16;
      if (access !== loaded.access) attributes = (attributes & ~0xff) | access;
      if (isNull !== loaded.isNull) attributes = isNull === 0 ? attributes | PRESENT : attributes & ~PRESENT;
      if (number === CS || number === SS) {
        const isBig = bytes[number === CS ? PLACE.code32 : PLACE.stack32] !== 0;
        attributes = isBig ? attributes | DB : attributes & ~DB;
      }
      put(word, (halves[(PLACE.selectors >> 1) + number] as number) | (attributes << 16));
      if (limit !== loaded.limit) put(word + 1, limit);
      if (base !== loaded.base) put(word + 2, base);
    }
    put(GDTR + 1, words[PLACE.gdtLimit >> 2] as number);
    put(GDTR + 2, words[PLACE.gdtBase >> 2] as number);
    if (!ownsIdt) {
      put(IDTR + 1, words[PLACE.idtLimit >> 2] as number);
      put(IDTR + 2, words[PLACE.idtBase >> 2] as number);
    }
    put(SCALAR.rflags, cpu.exports.get_eflags());
    put(SCALAR.rip, (words[PLACE.instruction >> 2] as number) - (words[(PLACE.bases >> 2) + CS] as number));
    result[RESULT.cpl >> 2] = bytes[PLACE.cpl] as number;
    result[RESULT.exitInfo2 >> 2] = words[(PLACE.cr >> 2) + 2] as number;
    result[(RESULT.exitInfo2 >> 2) + 1] = 0;
  }

  #judge(end: RunEnd): void {
    const result = this.#words;
    if (end.kind === "gave up") {
      // Nothing of the guest runs any more.
      this.#store();
      result[RESULT.exitCode >> 2] = EXIT.shutdown;
      return;
    }
    if (end.kind === "halted") {
      result[RESULT.exitCode >> 2] = V86_EXIT.halted;
      return;
    }
    const { vector, errorCode } = end;
    if (vector > EXIT.exceptionEnd - EXIT.exception) {
      result[RESULT.exitCode >> 2] = V86_EXIT.vector;
      return;
    }
    result[RESULT.exitCode >> 2] = EXIT.exception + vector;
    result[RESULT.exitInfo1 >> 2] = errorCode ?? 0;
    result[(RESULT.exitInfo1 >> 2) + 1] = 0;
    if (vector !== PAGE_FAULT) result[RESULT.exitInfo2 >> 2] = 0;
  }

  #findWrites(): void {
    recordChanges(
      this.#words,
      Array.from({ length: this.#pageCount }, (_, index) => ({
        index,
        before: this.#contents[index] as Uint8Array,
        after: this.#machine.frames[index] as Uint8Array,
      })),
    );
  }
}
