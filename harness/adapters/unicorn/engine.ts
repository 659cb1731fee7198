/** One engine of the library with its memory: what is needed to run code and to read its context. */
import { ALL_RIGHTS, type Hook, type Pointer, type UnicornLibrary } from "./library.ts";

const PAGE_SIZE = 4096;

/** Physical memory that is always there. Unicorn 2.0 uses linear addresses as physical ones, see `EngineMemory`. */
export const RAM: { readonly base: bigint; readonly size: number } = { base: 0x40_0000n, size: 0x50_0000 };
/** The root page table of every case, as CR3 names it. */
export const ROOT = 0x20_0000n;
/** The other page tables: where no default address of a case lies, and below 4 GiB for 32-bit tables. */
export const TABLES: { readonly base: bigint; readonly count: number } = { base: 0xffd0_0000n, count: 40 };
/**
 * A page of the harness: code that makes the engine forget what it knows of page tables, which the
 * interface cannot. Its translation stays known to the engine, so its address is an odd one.
 */
export const FLUSH = 0xffc7_3000n;
/** Pages beside RAM that a case can have at any address. */
export const SPARE_PAGES = 16;

/** The page whose end is no number of 64 bits: its code cannot be forgotten, so an engine that had it is done. */
export const TOP_PAGE = 0xffff_ffff_ffff_f000n;

/** How a run ended. */
export interface RunEnd {
  /** What uc_emu_start returned. */
  readonly error: number;
  /** The first exception or software interrupt; -1 for none. */
  readonly vector: number;
  /** Whether a SYSCALL or SYSENTER came by, which Unicorn does not execute. */
  readonly calledSystem: boolean;
}

/** An engine. Memory outlives it: engines follow each other, since translations are never given back. */
export class Engine {
  readonly functions: UnicornLibrary;
  readonly pointer: Pointer;
  readonly #memory: EngineMemory;
  readonly #hooks: readonly Hook[];
  /** Addresses of the spare pages in use. */
  #spares: bigint[] = [];
  #vector = -1;
  #calledSystem = false;
  readonly #quad = new Uint8Array(8);
  readonly #quadView = new DataView(this.#quad.buffer);

  /** Errors: the library refuses. */
  constructor(library: UnicornLibrary, memory: EngineMemory, model: number) {
    this.functions = library;
    this.#memory = memory;
    this.pointer = library.open(model);
    for (const { base, size, host } of memory.blocks) {
      const error = library.mapPointer(this.pointer, base, size, ALL_RIGHTS, host);
      if (error !== 0) throw new Error(`mapping memory at ${base.toString(16)}h gives the error ${error}`);
    }
    this.#hooks = [
      library.onInterrupt(this.pointer, (vector) => {
        if (this.#vector < 0) this.#vector = vector;
        library.stop(this.pointer);
      }),
      library.onSystemCall(this.pointer, () => {
        this.#calledSystem = true;
        library.stop(this.pointer);
      }),
      // Unicorn looks for a mapping at the linear address before it walks the page tables: with one it walks.
      library.onUnmapped(this.pointer, (address) => this.#place(address & ~0xfffn) !== undefined),
    ];
  }

  /** Writes a register of 64 bits. */
  write(register: number, value: bigint): void {
    this.#quadView.setBigUint64(0, value, true);
    this.functions.writeRegister(this.pointer, register, this.#quad);
  }

  /** Reads a register of up to 64 bits. */
  read(register: number): bigint {
    this.#quad.fill(0);
    this.functions.readRegister(this.pointer, register, this.#quad);
    return this.#quadView.getBigUint64(0, true);
  }

  /** The bytes at a page's linear address, mapping a spare page there if there is none; undefined when they are used up. */
  page(linear: bigint): Uint8Array | undefined {
    return this.#memory.inRam(linear) ?? this.#place(linear);
  }

  #place(linear: bigint): Uint8Array | undefined {
    const known = this.#spares.indexOf(linear);
    const index = known < 0 ? this.#spares.length : known;
    const spare = this.#memory.spares[index];
    if (spare === undefined || known >= 0) return spare?.bytes;
    const error = this.functions.mapPointer(this.pointer, linear, PAGE_SIZE, ALL_RIGHTS, spare.host);
    if (error !== 0) return undefined;
    this.#spares.push(linear);
    return spare.bytes;
  }

  /** Takes away the pages beside RAM. */
  releasePages(): void {
    for (const linear of this.#spares) this.functions.unmap(this.pointer, linear, PAGE_SIZE);
    this.#spares = [];
  }

  /** Runs from `rip` until an exception, an interrupt, HLT or a system call. */
  run(rip: bigint): RunEnd {
    this.#vector = -1;
    this.#calledSystem = false;
    const error = this.functions.start(this.pointer, rip);
    return { error, vector: this.#vector, calledSystem: this.#calledSystem };
  }

  /** Makes the engine translate the code in these pages anew. Paging must be off, so that no look-up of them faults. */
  forgetCode(pages: readonly bigint[]): void {
    for (const page of pages) {
      if (page !== TOP_PAGE) this.functions.forgetCode(this.pointer, page, page + BigInt(PAGE_SIZE));
    }
  }

  close(): void {
    this.releasePages();
    for (const free of this.#hooks) free();
    this.functions.close(this.pointer);
  }
}

/** A stretch of host memory. */
interface Block {
  readonly base: bigint;
  readonly size: number;
  readonly host: Pointer;
  readonly bytes: Uint8Array;
}

/**
 * What engines have for memory. Unicorn 2.0 walks the page tables for rights and faults, and then reads
 * memory at the linear address all the same, whatever frame the tables name. So a page's bytes lie at
 * its linear address, and only the tables need addresses of their own.
 */
export class EngineMemory {
  readonly #ram: Block;
  readonly root: DataView;
  readonly tables: DataView;
  readonly blocks: readonly Block[];
  readonly spares: readonly { readonly host: Pointer; readonly bytes: Uint8Array }[];

  constructor(library: UnicornLibrary) {
    const block = (base: bigint, size: number): Block => {
      const host = library.allocate(size);
      return { base, size, host, bytes: new Uint8Array(library.view(host, size)) };
    };
    this.#ram = block(RAM.base, RAM.size);
    const root = block(ROOT, PAGE_SIZE);
    const tables = block(TABLES.base, TABLES.count * PAGE_SIZE);
    const flush = block(FLUSH, PAGE_SIZE);
    // MOV CR0, RAX with another WP, and HLT, which ends the run without a hook.
    flush.bytes.set([0x0f, 0x22, 0xc0, 0xf4]);
    this.blocks = [this.#ram, root, tables, flush];
    this.root = new DataView(root.bytes.buffer);
    this.tables = new DataView(tables.bytes.buffer);
    this.spares = Array.from({ length: SPARE_PAGES }, () => block(0n, PAGE_SIZE));
  }

  /** The page at `linear` if RAM has it. */
  inRam(linear: bigint): Uint8Array | undefined {
    const offset = linear - RAM.base;
    if (offset < 0n || offset >= BigInt(RAM.size)) return undefined;
    const { buffer } = this.#ram.bytes;
    return new Uint8Array(buffer, Number(offset), PAGE_SIZE);
  }
}
