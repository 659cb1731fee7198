/** One engine of the library with its memory: what is needed to run code and to read its context. */
import { type Pointer, type UnicornLibrary } from "./library.ts";
/** Physical memory that is always there. Unicorn 2.0 uses linear addresses as physical ones, see `EngineMemory`. */
export declare const RAM: {
    readonly base: bigint;
    readonly size: number;
};
/** The root page table of every case, as CR3 names it. */
export declare const ROOT = 2097152n;
/** The other page tables: where no default address of a case lies, and below 4 GiB for 32-bit tables. */
export declare const TABLES: {
    readonly base: bigint;
    readonly count: number;
};
/**
 * A page of the harness: code that makes the engine forget what it knows of page tables, which the
 * interface cannot. Its translation stays known to the engine, so its address is an odd one.
 */
export declare const FLUSH = 4291244032n;
/** Pages beside RAM that a case can have at any address. */
export declare const SPARE_PAGES = 16;
/** The page whose end is no number of 64 bits: its code cannot be forgotten, so an engine that had it is done. */
export declare const TOP_PAGE = 18446744073709547520n;
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
export declare class Engine {
    #private;
    readonly library: UnicornLibrary;
    readonly pointer: Pointer;
    /** Errors: the library refuses. */
    constructor(library: UnicornLibrary, memory: EngineMemory, model: number);
    /** Writes a register of 64 bits. */
    write(register: number, value: bigint): void;
    /** Reads a register of up to 64 bits. */
    read(register: number): bigint;
    /** The bytes at a page's linear address, mapping a spare page there if there is none; undefined when they are used up. */
    page(linear: bigint): Uint8Array | undefined;
    /** Takes away the pages beside RAM. */
    releasePages(): void;
    /** Runs from `rip` until an exception, an interrupt, HLT or a system call. */
    run(rip: bigint): RunEnd;
    /** Makes the engine translate the code in these pages anew. Paging must be off, so that no look-up of them faults. */
    forgetCode(pages: readonly bigint[]): void;
    close(): void;
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
export declare class EngineMemory {
    #private;
    readonly root: DataView;
    readonly tables: DataView;
    readonly blocks: readonly Block[];
    readonly spares: readonly {
        readonly host: Pointer;
        readonly bytes: Uint8Array;
    }[];
    constructor(library: UnicornLibrary);
    /** The page at `linear` if RAM has it. */
    inRam(linear: bigint): Uint8Array | undefined;
}
export {};
