import { TRAMPOLINE_PAGE } from "./idt-layout.ts";
/** Vectors of exceptions; the IDT ends behind them, and no case may raise another one. */
export declare const EXCEPTION_VECTORS = 32;
/** Vectors for which the processor itself pushes an error code. */
export declare const VECTORS_WITH_ERROR_CODE: ReadonlySet<number>;
/** Linear address of `offset` in one page of the stretch. */
export declare function trampolineAddress(page: keyof typeof TRAMPOLINE_PAGE, offset: number): bigint;
/** The code page, and the offsets in it that the rest of the agent needs. */
export interface Trampoline {
    readonly bytes: Uint8Array;
    /** Offset of the way in; it expects nothing. */
    readonly enter: number;
    /** Offset of the IRETQ that enters the case. */
    readonly iretq: number;
    /** Offset of the handler of each vector. */
    readonly handlers: readonly number[];
}
/** Assembles the code page; it runs anywhere, since it only jumps within itself or through registers. */
export declare function assembleTrampoline(): Trampoline;
