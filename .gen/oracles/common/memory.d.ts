/**
 * Accesses to memory: the address, the checks of the segment, then those of the page. Intel SDM Vol. 1, 3.3.7.1,
 * Vol. 3A, 4.6, 4.7 and 5.3; AMD APM Vol. 2, 4.5.3, 4.12, 5.3.1 and 5.6.
 */
import type { Segment } from "../../spec/model.ts";
import type { OperationContext } from "../operation.ts";
import type { MemoryOperand } from "./modrm.ts";
/** The offset in its segment that an operand names; `rip` of RIP-relative forms is that of the next instruction. */
export declare function offsetOf(context: OperationContext, operand: MemoryOperand): bigint;
/** The linear address of `size` bytes of an operand's segment, `at` bytes after its own, once the segment allows them. */
export declare function linearOf(context: OperationContext, operand: MemoryOperand, access: {
    readonly size: number;
    readonly at?: number;
    readonly writes?: boolean;
}): bigint;
/** Whether all bytes have canonical addresses; running over the top of the address space is not an offence. */
export declare function isCanonicalRange({ cpu }: OperationContext, linear: bigint, size: number): boolean;
/** What of an access counts outside 64-bit mode. */
export interface Access32 {
    readonly offset: bigint;
    readonly size: number;
    readonly writes?: boolean;
    /** Through SS: faults are #SS. */
    readonly stack: boolean;
    /** Error code of the faults; 0 unless given. */
    readonly errorCode?: number;
}
/** Outside 64-bit mode: null, type, limit, then base + offset modulo 2^32. */
export declare function linear32({ raise }: OperationContext, segment: Segment, access: Access32): bigint;
/** Reads `size` bytes of the program's data as a little-endian number. */
export declare function readData(context: OperationContext, linear: bigint, size: number): bigint;
/**
 * Writes the low `size` bytes of a value as the program's data, by `rule`; `cpl` is that of the access where it is not
 * the current one.
 */
export declare function writeData(context: OperationContext, linear: bigint, value: {
    readonly size: number;
    readonly value: bigint;
    readonly cpl?: number;
}, rule: Parameters<OperationContext["store"]>[2]): void;
/** Reads `size` bytes of a descriptor table or TSS, which the processor does as supervisor whatever CPL is. */
export declare function readTable(context: OperationContext, linear: bigint, size: number): bigint;
/** Sets bits of one byte of a descriptor table; the fault of its page names no certain address in the descriptor. */
export declare function setTableBits(context: OperationContext, linear: bigint, bits: number, rule: Parameters<OperationContext["store"]>[2]): void;
/** The low `size` bytes of a value in the order of memory. */
export declare function littleEndian(value: bigint, size: number): Uint8Array;
