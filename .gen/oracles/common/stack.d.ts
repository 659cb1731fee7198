/** Pushing to and popping from the stack: Intel SDM Vol. 1, 6.2; AMD APM Vol. 1, 3.7.3.2, and Vol. 2, 4.5.3. */
import type { CpuState, Segment } from "../../spec/model.ts";
import type { OperationContext } from "../operation.ts";
type RuleId = Parameters<OperationContext["store"]>[2];
/** A stack and how far an instruction has moved on it; `pointer` changes with each push and pop. */
export interface Stack {
    pointer: bigint;
    /** Bits of the stack pointer that move: 64 in 64-bit mode, else 32 or 16 by SS.B. */
    readonly width: 16 | 32 | 64;
    readonly segment: Segment;
    /** Whose accesses they are. */
    readonly cpl: number;
    /** Error code of #SS: 0, or the selector of a stack that is being switched to. */
    readonly errorCode: number;
}
/** How many bits of RSP move with this SS; `long` says whether in 64-bit mode, the current mode unless given. */
export declare function stackWidth(cpu: CpuState, long?: boolean): 16 | 32 | 64;
/** The stack that SS and RSP name; `long` as in `stackWidth`. */
export declare function currentStack({ cpu }: OperationContext, long?: boolean): Stack;
/** Pushes the low `size` bytes of a value, by `rule`; memory keeps it when a fault follows. */
export declare function push(context: OperationContext, stack: Stack, { size, value }: {
    readonly size: number;
    readonly value: bigint;
}, rule: RuleId): void;
/** Pops `size` bytes as a little-endian number. */
export declare function pop(context: OperationContext, stack: Stack, size: number): bigint;
/** The linear address of `size` bytes at a pointer, once the segment allows them. */
export declare function stackLinear(context: OperationContext, { width, segment, errorCode }: Stack, access: {
    readonly pointer: bigint;
    readonly size: number;
    readonly writes?: boolean;
}): bigint;
/** Gives RSP the stack's pointer, by `rule`: of a 16-bit stack the low 16 bits, of others all. */
export declare function setStackPointer({ setBits }: OperationContext, stack: Stack, rule: RuleId): void;
/** Bits of what instructions push and pop: 64 in 64-bit mode or 16 with 66h, else the operand size. */
export declare function stackOperandSize({ cpu, instruction }: OperationContext): 16 | 32 | 64;
export {};
