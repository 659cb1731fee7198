/** Turns test cases into case records, without allocating per field. */
import type { CpuState, Page, Segment, TestCase, Unsupported } from "../spec/model.ts";
import {
  CASE,
  CASE_CR3,
  CASE_PAGES,
  CHUNK_HEADER_SIZE,
  MAX_CASE_SIZE,
  MAX_PAGES,
  PAGE_ENTRY_SIZE,
  PLAIN_GPRS,
  SEGMENT_ORDER,
  STATE,
  VMCB_SCALARS,
} from "./layout.ts";
import type { ObserverName } from "./layout.ts";
import { idtObjection, namesAgent } from "./idt-objection.ts";
import { placedBytes } from "./placed-bytes.ts";
import { recordSum } from "./record-sum.ts";
import { testedMsrs } from "./tested-msrs.ts";

const EFER_LME = 1n << 8n;
const EFER_LMA = 1n << 10n;
const EFER_NXE = 1n << 11n;
const EFER_SVME = 1n << 12n;
const CR0_PE = 1n;
const CR0_PG = 1n << 31n;
const CR4_PAE = 1n << 5n;
const CR4_LA57 = 1n << 12n;
const RFLAGS_VM = 1n << 17n;
const NO_EXECUTE = 1n << 63n;

const MAX_CHUNKS = 64;

/** Levels of the page tables that the state asks for, or why the guest cannot build them. */
function pagingLevels(state: CpuState): 2 | 4 | 5 | string {
  const paging = (state.cr0 & CR0_PG) !== 0n;
  const lma = (state.efer & EFER_LMA) !== 0n;
  if ((state.cr0 & CR0_PE) === 0n) return "real mode (CR0.PE=0) is out of the model";
  if (!paging) return "the guest does not run cases with paging off (CR0.PG=0)";
  if (((state.efer & EFER_LME) !== 0n) !== lma) return "EFER.LMA must equal EFER.LME and CR0.PG";
  if (lma) {
    if ((state.cr4 & CR4_PAE) === 0n) return "long mode needs CR4.PAE=1";
    return (state.cr4 & CR4_LA57) === 0n ? 4 : 5;
  }
  return (state.cr4 & CR4_PAE) === 0n ? 2 : "the guest builds no PAE tables outside long mode";
}

/** Who runs the records: one of the guest's observers, or a program that is no guest. */
export type RecordReader = ObserverName | "program";

/** What no record can express, or its reader cannot do, whatever the emulator; undefined when the case fits. */
function objection(testCase: TestCase, observer: RecordReader): string | undefined {
  const { before, pages, steps, delivery } = testCase;
  if (delivery !== "observe") {
    return observer === "idt"
      ? "observer B delivers exceptions to its own IDT only"
      : "the observer sees exceptions before delivery only";
  }
  if (steps.length > 1 && observer === "program") return "one step per case";
  if (before.cr3 !== CASE_CR3) return `CR3 must be ${CASE_CR3.toString(16)}h, the root of the guest's tables`;
  if (observer === "svm" && (before.efer & EFER_SVME) === 0n) return "EFER.SVME must be 1 under a VMCB";
  if ((before.rflags & RFLAGS_VM) !== 0n) return "virtual-8086 mode is out of the model";
  if (observer !== "program" && before.cpl !== before.ss.dpl)
    return "the emulator takes CPL and SS.DPL for one value";
  if (pages.length > MAX_PAGES) return `more than ${MAX_PAGES} pages`;
  return undefined;
}

/** Whether `linear` can be the address of a page under `levels` levels. */
function isPageAddress(linear: bigint, levels: 2 | 4 | 5): boolean {
  if ((linear & 0xfffn) !== 0n) return false;
  if (levels === 2) return linear >> 32n === 0n;
  return BigInt.asUintN(64, BigInt.asIntN(levels === 4 ? 48 : 57, linear)) === linear;
}

function attributes(segment: Segment): number {
  return (
    segment.type |
    (segment.s << 4) |
    (segment.dpl << 5) |
    (segment.p << 7) |
    (segment.avl << 8) |
    (segment.l << 9) |
    (segment.db << 10) |
    (segment.g << 11)
  );
}

/** Present, accessed, not yet dirty: a dirty leaf afterwards means that the case wrote to the page. */
function leafEntry(page: Page, nxe: boolean): bigint {
  const flags = 0x21 | (page.write ? 2 : 0) | (page.user ? 4 : 0);
  return nxe && !page.execute ? BigInt(flags) | NO_EXECUTE : BigInt(flags);
}

/** Collects the records of one batch in one buffer. */
export class CaseEncoder {
  readonly #bytes: Uint8Array;
  readonly #words: Uint32Array;
  readonly #quads: BigUint64Array;
  #nonce = 0;
  #count = 0;
  #end = 0;
  /** Chunks of the current record: page, first and past-the-end offset, position of the data. */
  readonly #ranges = new Int32Array(MAX_CHUNKS * 4);
  #rangeCount = 0;

  readonly #observer: RecordReader;
  readonly #msrs: ReadonlySet<number>;

  /** Room for `capacity` bytes of records, a multiple of 8, for one reader. */
  constructor(capacity: number, observer: RecordReader = "svm") {
    this.#observer = observer;
    this.#msrs = observer === "idt" ? new Set(testedMsrs()) : new Set();
    const buffer = new ArrayBuffer(capacity);
    this.#bytes = new Uint8Array(buffer);
    this.#words = new Uint32Array(buffer);
    this.#quads = new BigUint64Array(buffer);
  }

  /** Starts a batch. `nonce` makes its records recognisable. */
  reset(nonce: number): void {
    this.#nonce = nonce;
    this.#count = 0;
    this.#end = 0;
  }

  /** Number of records. */
  get count(): number {
    return this.#count;
  }

  /** The records so far; valid until the next `reset`. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#end);
  }

  /** Appends a record. `full`: no room for a record of the largest size, nothing was written. */
  add(testCase: TestCase): "placed" | "full" | Unsupported {
    if (this.#end + MAX_CASE_SIZE > this.#bytes.length) return "full";
    const why =
      objection(testCase, this.#observer) ??
      (this.#observer === "idt" ? idtObjection(testCase, this.#msrs) : undefined);
    if (why !== undefined) return { unsupported: why };
    const levels = pagingLevels(testCase.before);
    if (typeof levels === "string") return { unsupported: levels };
    const start = this.#end;
    this.#writeState(testCase.before, start + CASE.state);
    const problem = this.#writePages(testCase, start, levels);
    if (problem !== undefined) {
      this.#end = start;
      return { unsupported: problem };
    }
    const pagesEnd = start + CASE_PAGES + testCase.pages.length * PAGE_ENTRY_SIZE;
    if (this.#observer === "idt" && namesAgent(this.#words, (start + CASE.state) >> 2, pagesEnd >> 2)) {
      this.#end = start;
      return { unsupported: "the case holds an address of the agent of observer B" };
    }
    const word = start >> 2;
    this.#words[word + (CASE.sequence >> 2)] = this.#nonce + this.#count;
    this.#words[word + (CASE.length >> 2)] = this.#end - start;
    this.#words[word + (CASE.levels >> 2)] = levels;
    this.#words[word + (CASE.pages >> 2)] = testCase.pages.length;
    this.#words[word + (CASE.cpl >> 2)] = testCase.before.cpl;
    this.#words[word + (CASE.chunks >> 2)] = this.#rangeCount;
    recordSum(this.#words, word + 2, this.#end >> 2, this.#words, word);
    this.#count += 1;
    return "placed";
  }

  #writeState(state: CpuState, start: number): void {
    const words = this.#words;
    const quads = this.#quads;
    let word = (start + STATE.segments) >> 2;
    for (const name of SEGMENT_ORDER) {
      if (name === "gdtr" || name === "idtr") {
        const table = state[name];
        words[word] = 0;
        words[word + 1] = table.limit;
        quads[(word >> 1) + 1] = table.base;
      } else {
        const segment = state[name];
        words[word] = segment.selector | (attributes(segment) << 16);
        words[word + 1] = segment.limit;
        quads[(word >> 1) + 1] = segment.base;
      }
      word += 4;
    }
    let quad = (start + STATE.scalars) >> 3;
    for (const name of VMCB_SCALARS) quads[quad++] = state[name];
    for (const name of PLAIN_GPRS) quads[quad++] = state[name];
  }

  #writePages(testCase: TestCase, start: number, levels: 2 | 4 | 5): string | undefined {
    const { before, pages } = testCase;
    const nxe = (before.efer & EFER_NXE) !== 0n;
    let position = start + CASE_PAGES;
    for (const [index, page] of pages.entries()) {
      if (!isPageAddress(page.linear, levels)) {
        return `the tables cannot map ${page.linear.toString(16)}h`;
      }
      for (let other = 0; other < index; other += 1) {
        if (pages[other]?.linear === page.linear) return `two pages at ${page.linear.toString(16)}h`;
      }
      this.#quads[position >> 3] = page.linear;
      this.#quads[(position >> 3) + 1] = leafEntry(page, nxe);
      position += PAGE_ENTRY_SIZE;
    }
    this.#end = position;
    this.#rangeCount = 0;
    return placedBytes(testCase, (page, offset, bytes) => this.#writeChunk(start, page, offset, bytes));
  }

  /** Chunks are copied as whole qwords in order; a later one carries what an earlier one put around it. */
  #writeChunk(start: number, page: number, offset: number, bytes: Uint8Array): string | undefined {
    const low = offset & ~7;
    const high = (offset + bytes.length + 7) & ~7;
    const position = this.#end + CHUNK_HEADER_SIZE;
    const end = position + high - low;
    if (this.#rangeCount === MAX_CHUNKS) return `more than ${MAX_CHUNKS} chunks`;
    if (end - start > MAX_CASE_SIZE) return `the pages' data exceeds a record of ${MAX_CASE_SIZE} bytes`;
    this.#bytes.fill(0, position, end);
    const ranges = this.#ranges;
    for (let at = 0; at < this.#rangeCount * 4; at += 4) {
      if (ranges[at] !== page) continue;
      const otherLow = ranges[at + 1] as number;
      const from = Math.max(low, otherLow);
      const to = Math.min(high, ranges[at + 2] as number);
      const data = ranges[at + 3] as number;
      if (from < to)
        this.#bytes.copyWithin(position + from - low, data + from - otherLow, data + to - otherLow);
    }
    this.#bytes.set(bytes, position + offset - low);
    this.#words[this.#end >> 2] = (page << 12) | low;
    this.#words[(this.#end >> 2) + 1] = (high - low) >> 3;
    ranges.set([page, low, high, position], this.#rangeCount * 4);
    this.#rangeCount += 1;
    this.#end = end;
    return undefined;
  }
}
