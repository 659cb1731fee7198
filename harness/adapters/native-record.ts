/** What crosses the pipes to native/processor.c, which has the other half of these layouts. */
import { boundedLeaves, type Leaf } from "../../guest/hello.ts";
import { placedBytes } from "../../guest/placed-bytes.ts";
import { GPR_NAMES } from "../../spec/fields.ts";
import type { CpuState, TestCase, Write } from "../../spec/model.ts";

const MAGIC_HELLO = 0x5649_5441_4e58_4752n;
const MAGIC_LDT = 0x5354_444c;
const MAGIC_BATCH = 0x4354_4142;
const MAGIC_DONE = 0x454e_4f44;
const VERSION = 2;

/** Cases in one batch, at most, and the bytes of their records. */
export const MAX_CASES = 8192;
export const MAX_BATCH_BYTES: number = 16 << 20;
/** Pages that one case may have. */
export const MAX_PAGES = 8;

/** Bytes of the records of fixed size. */
const GDT_AT = 24;
const GDT_ENTRIES = 16;
const LEAVES_AT: number = GDT_AT + GDT_ENTRIES * 12;
export const HELLO_SIZE: number = LEAVES_AT + 8 * 20;
export const DONE_SIZE = 24;
export const RESULT_SIZE = 200;
export const CHANGE_SIZE = 32;
const BATCH_SIZE = 16;
const STATE_AT = 8;
const STATE_SIZE = 176;
const CASE_HEAD = STATE_AT + STATE_SIZE;
const PAGE_HEAD = 16;
const CHUNK_HEAD = 8;
/** Room that a case with full pages may need. */
const MAX_CASE_SIZE: number = CASE_HEAD + MAX_PAGES * (PAGE_HEAD + 2 * 4096);

const PAGE_WRITE = 1;
const PAGE_EXECUTE = 2;

/** What the program says of the machine when it starts. */
export interface NativeHello {
  /** `modify_ldt` works. */
  readonly ldt: boolean;
  /** The kernel filters system calls, so that SYSCALL takes another way through it. */
  readonly seccomp: boolean;
  /** The kernel runs with CR4.LA57=1. */
  readonly la57: boolean;
  /** The first page that the process may map. */
  readonly lowest: bigint;
  /** What LAR and LSL say of each entry of the GDT; undefined where they say nothing. */
  readonly gdt: readonly (SeenEntry | undefined)[];
  readonly leaf: (number: number) => Leaf;
}

/** A descriptor as a program sees it. */
export interface SeenEntry {
  /** Bits 55:40 of the descriptor in bits 23:8. */
  readonly access: number;
  /** In bytes. */
  readonly limit: number;
}

/** Errors: a record of another program or version. */
export function readNativeHello(bytes: Buffer): NativeHello {
  if (bytes.readBigUInt64LE(0) !== MAGIC_HELLO || bytes.readUInt32LE(8) !== VERSION) {
    throw new Error("the program does not introduce itself as expected");
  }
  const flags = bytes.readUInt32LE(12);
  const leaves = new Map<number, Leaf>();
  for (let at = LEAVES_AT; at < HELLO_SIZE; at += 20) {
    const word = (index: number): number => bytes.readUInt32LE(at + index * 4);
    leaves.set(word(0), { eax: word(1), ebx: word(2), ecx: word(3), edx: word(4) });
  }
  return {
    ldt: (flags & 1) !== 0,
    seccomp: (flags & 2) !== 0,
    la57: (flags & 4) !== 0,
    lowest: bytes.readBigUInt64LE(16),
    gdt: Array.from({ length: GDT_ENTRIES }, (_, index) => seenEntry(bytes, GDT_AT + 12 * index)),
    leaf: boundedLeaves(leaves),
  };
}

function seenEntry(bytes: Buffer, at: number): SeenEntry | undefined {
  // LAR and LSL both.
  if (bytes.readUInt32LE(at) !== 3) return undefined;
  return { access: bytes.readUInt32LE(at + 4), limit: bytes.readUInt32LE(at + 8) };
}

/** The message that gives the program its LDT. */
export function encodeLocalTable(descriptors: readonly bigint[]): Buffer {
  const message = Buffer.alloc(BATCH_SIZE + 8 * descriptors.length);
  message.writeUInt32LE(MAGIC_LDT, 0);
  message.writeUInt32LE(descriptors.length, 4);
  message.writeUInt32LE(8 * descriptors.length, 8);
  descriptors.forEach((value, index) => message.writeBigUInt64LE(value, BATCH_SIZE + 8 * index));
  return message;
}

/** Collects the records of one batch in one buffer, its head included. */
export class NativeEncoder {
  readonly #bytes: Buffer = Buffer.alloc(BATCH_SIZE + MAX_BATCH_BYTES);
  readonly #words: Uint32Array;
  readonly #quads: BigUint64Array;
  #count = 0;
  #end = BATCH_SIZE;

  constructor() {
    const { buffer } = this.#bytes;
    this.#words = new Uint32Array(buffer);
    this.#quads = new BigUint64Array(buffer);
  }

  /** Starts a batch. */
  reset(): void {
    this.#count = 0;
    this.#end = BATCH_SIZE;
  }

  get count(): number {
    return this.#count;
  }

  /** The batch so far, as a copy: the pipe may take its time. `limit` is in milliseconds per case. */
  finish(limit: number): Buffer {
    this.#words[0] = MAGIC_BATCH;
    this.#words[1] = this.#count;
    this.#words[2] = this.#end - BATCH_SIZE;
    this.#words[3] = limit;
    return Buffer.from(this.#bytes.subarray(0, this.#end));
  }

  /** Appends a record. False: there is no room, nothing was written. */
  add(testCase: TestCase): boolean {
    if (this.#count === MAX_CASES || this.#end + MAX_CASE_SIZE > this.#bytes.length) return false;
    const start = this.#end;
    const { before, pages } = testCase;
    this.#writeState(before, start + STATE_AT);
    this.#end = start + CASE_HEAD;
    const chunks: { readonly offset: number; readonly bytes: Uint8Array }[][] = pages.map(() => []);
    placedBytes(testCase, (page, offset, bytes) => {
      chunks[page]?.push({ offset, bytes });
      return undefined;
    });
    let mapped = 0;
    for (const [index, { linear, user, write, execute }] of pages.entries()) {
      // Nothing at CPL 3 sees what is on a supervisor page.
      if (!user) continue;
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

  #writeState(state: CpuState, at: number): void {
    const quads = this.#quads;
    let quad = at >> 3;
    for (const name of GPR_NAMES) quads[quad++] = state[name];
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

/** How a batch ended, and how many results and changes of memory follow. */
export interface NativeDone {
  readonly outcome: "complete" | "died" | "hung" | "damaged";
  /** The signal by which the worker died. */
  readonly signal: number;
  readonly count: number;
  readonly changes: number;
  /** Microseconds that the cases took of their core. */
  readonly cpuTime: number;
}

const OUTCOMES: readonly NativeDone["outcome"][] = ["complete", "died", "hung", "damaged"];

/** Errors: a record that is none. */
export function readNativeDone(bytes: Buffer): NativeDone {
  const outcome = OUTCOMES[bytes.readUInt32LE(4)];
  if (bytes.readUInt32LE(0) !== MAGIC_DONE || outcome === undefined) {
    throw new Error("the program does not answer as expected");
  }
  return {
    outcome,
    signal: bytes.readUInt32LE(8),
    count: bytes.readUInt32LE(12),
    changes: bytes.readUInt32LE(16),
    cpuTime: bytes.readUInt32LE(20),
  };
}

const NOTHING: readonly Write[] = [];

/** What cases wrote to memory, by the number of their record. */
export class NativeChanges {
  readonly #writes = new Map<number, Write[]>();

  constructor(bytes: Buffer) {
    for (let at = 0; at + CHANGE_SIZE <= bytes.length; at += CHANGE_SIZE) {
      const index = bytes.readUInt32LE(at);
      const writes = this.#writes.get(index) ?? [];
      const content = bytes.subarray(at + 16, at + 16 + bytes.readUInt32LE(at + 4));
      writes.push({ linear: bytes.readBigUInt64LE(at + 8), bytes: Uint8Array.from(content) });
      this.#writes.set(index, writes);
    }
  }

  of(index: number): readonly Write[] {
    return this.#writes.get(index) ?? NOTHING;
  }
}

/** What happened to a case. */
export interface NativeResult {
  readonly status: "ran" | "no page" | "wrote too much";
  readonly vector: number;
  readonly errorCode: number;
  readonly address: bigint;
  /** In the order of GPR_NAMES. */
  readonly gprs: BigUint64Array;
  readonly rip: bigint;
  readonly rflags: bigint;
  readonly fsBase: bigint;
  readonly gsBase: bigint;
  readonly selectors: { readonly [name in "cs" | "ss" | "ds" | "es" | "fs" | "gs"]: number };
}

const STATUSES: readonly NativeResult["status"][] = ["ran", "no page", "wrote too much"];

/** Reads result `index` of `count` results, which begin at offset 0 of an aligned buffer. */
export class NativeResults {
  readonly #words: Uint32Array;
  readonly #quads: BigUint64Array;

  constructor(bytes: Buffer) {
    const copy = new Uint8Array(bytes).buffer;
    this.#words = new Uint32Array(copy);
    this.#quads = new BigUint64Array(copy);
  }

  read(index: number): NativeResult {
    const words = this.#words;
    const quads = this.#quads;
    const word = (index * RESULT_SIZE) >> 2;
    const quad = word >> 1;
    const state = quad + 3;
    const selectors = (state + 20) * 2;
    const low = (at: number): number => (words[selectors + at] as number) & 0xffff;
    const high = (at: number): number => (words[selectors + at] as number) >>> 16;
    return {
      status: STATUSES[words[word] as number] ?? "no page",
      vector: words[word + 1] as number,
      errorCode: words[word + 2] as number,
      address: quads[quad + 2] as bigint,
      gprs: quads.subarray(state, state + 16),
      rip: quads[state + 16] as bigint,
      rflags: quads[state + 17] as bigint,
      fsBase: quads[state + 18] as bigint,
      gsBase: quads[state + 19] as bigint,
      selectors: { cs: low(0), ss: high(0), ds: low(1), es: high(1), fs: low(2), gs: high(2) },
    };
  }
}
