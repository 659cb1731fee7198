import type { GprName } from "../../spec/model.ts";
import { type Operand } from "./modrm.ts";
/** Instructions that the oracles model. */
export type InstructionName = "syscall" | "sysret" | "sysenter" | "sysexit" | "swapgs" | "rdmsr" | "wrmsr" | "rdfsbase" | "rdgsbase" | "wrfsbase" | "wrgsbase" | "mov_to_sreg" | "mov_from_sreg" | "jmp_far_direct" | "jmp_far_memory" | "call_far_direct" | "call_far_memory";
/** A decoded instruction. `length` is in bytes and may exceed the 15 that a processor accepts. */
export interface Instruction {
    readonly name: InstructionName;
    readonly length: number;
    readonly lock: boolean;
    /** Whether there is a prefix 66h. */
    readonly operandSizePrefix: boolean;
    /** 64 with an effective REX.W, otherwise 32. */
    readonly operandSize: 32 | 64;
    /** Operand size where 66h counts: 64 with an effective REX.W, otherwise what the code's default and 66h make it. */
    readonly size: 16 | 32 | 64;
    /** ModRM.reg with REX.R; 0 without ModRM. */
    readonly reg: number;
    /** What ModRM.rm names; undefined for an instruction without such an operand. */
    readonly operand: Operand | undefined;
    /** The immediate, sign-extended; of a far pointer its offset, zero-extended; 0 without one. */
    readonly immediate: bigint;
    /** The selector of a far pointer in the instruction; 0 without one. */
    readonly selector: number;
    /** The general register of RD/WRFSBASE and RD/WRGSBASE; `rax` for the others, which have none. */
    readonly register: GprName;
    /** What the instruction would be if a REX prefix that a legacy prefix follows counted; undefined without one. */
    readonly withDeadRex: Instruction | undefined;
}
/** The bytes are no instruction that the oracles model. */
export declare class OutOfModel extends Error {
    readonly name = "OutOfModel";
}
/**
 * Decodes one instruction. `rex` says whether 40h to 4Fh are prefixes (64-bit mode); `defaultSize` is 16 in code with
 * CS.D = 0 outside it.
 * Errors: `OutOfModel` for bytes that are no modelled instruction.
 */
export declare function decode(bytes: Uint8Array, rex: boolean, defaultSize?: 16 | 32): Instruction;
