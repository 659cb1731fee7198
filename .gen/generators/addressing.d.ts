import type { CpuState, GprName, Mode, SegmentName } from "../spec/model.ts";
import type { RandomBits } from "./random-bits.ts";
/** How wide the addresses of an instruction are. */
export type AddressSize = 16 | 32 | 64;
/** What a tail (ModRM and what follows it) names in memory. */
export interface MemoryForm {
    readonly base: GprName | "rip" | undefined;
    readonly index: GprName | undefined;
    readonly scale: number;
    readonly displacement: bigint;
    /** Where in the tail the displacement lies, and how many bytes it has: 0, 1, 2 or 4. */
    readonly displacementAt: number;
    readonly displacementSize: number;
    /** Bytes from ModRM to the end of the displacement. */
    readonly length: number;
}
/** What decides how a tail is read. */
export interface TailContext {
    readonly rex: number;
    readonly addressSize: AddressSize;
    readonly long: boolean;
}
/** The address size of an instruction: 67h switches the default of the code. */
export declare function addressSizeOf(prefixes: readonly number[], mode: Mode, db: number): AddressSize;
/** What a tail names; undefined for a register. */
export declare function readTail(tail: readonly number[], context: TailContext): MemoryForm | undefined;
/** The tail with another displacement, of which the low bytes are taken. */
export declare function withDisplacement(tail: readonly number[], { displacementAt, displacementSize }: MemoryForm, displacement: bigint): readonly number[];
/** The offset that a form names; `next` is the RIP after the instruction. */
export declare function offsetOf({ base, index, scale, displacement }: MemoryForm, state: Pick<CpuState, GprName>, options: {
    readonly addressSize: AddressSize;
    readonly next: bigint;
}): bigint;
/** The segment that a memory operand goes through, given the prefixes. */
export declare function segmentOf(form: MemoryForm, prefixes: readonly number[], mode: Mode): SegmentName;
/** A random tail for a memory operand, displacement 0 where it must be found later; `rex` gets its X and B bits. */
export declare function drawMemoryTail(bits: RandomBits, options: {
    readonly reg: number;
    readonly addressSize: AddressSize;
    readonly long: boolean;
}): {
    readonly tail: readonly number[];
    readonly rex: number;
};
