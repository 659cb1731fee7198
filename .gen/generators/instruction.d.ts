import type { GprName, Mode } from "../spec/model.ts";
import { DrawnArbitrary } from "./drawn-arbitrary.ts";
import { type InstructionName } from "./instruction-name.ts";
import type { RandomBits } from "./random-bits.ts";
import type { ReachClass } from "./reach.ts";
/** One instruction before encoding. */
export interface Instruction {
    readonly name: InstructionName;
    /**
     * What precedes the REX prefix in effect: legacy prefixes, the mandatory F3 of RD/WRxSBASE among them, and REX
     * prefixes that are dead because something follows them.
     */
    readonly prefixes: readonly number[];
    /** The REX prefix in effect, 40h to 4Fh; 0 for none. */
    readonly rex: number;
    /** ModRM.rm of RD/WRxSBASE, otherwise 0. */
    readonly rm: number;
    /** What follows the opcode: ModRM with SIB and displacement, and the immediate, where there are such. */
    readonly tail: readonly number[];
}
/** Whether the 64-bit form is meant. */
export declare function isWide(instruction: Instruction): boolean;
/** The general register that is an operand; undefined for an instruction without one. */
export declare function operandRegister(instruction: Instruction): GprName | undefined;
/** The instruction without a superfluous byte; an immediate is still missing. */
export declare function plainInstruction(name: InstructionName, options: {
    readonly wide: boolean;
    readonly reg?: number;
}): Instruction;
/** The operand size where 66h and REX.W count; `db` is CS.D. */
export declare function operandSizeOf(instruction: Instruction, mode: Mode, db: number): 16 | 32 | 64;
/** The instruction with the low bytes of `value` as the immediate that its form asks for; it must not have one yet. */
export declare function withImmediate(instruction: Instruction, value: bigint, options: {
    readonly mode: Mode;
    readonly db: number;
}): Instruction;
/** The bytes of an instruction; more than 15 are possible. */
export declare function encode(instruction: Instruction): Uint8Array;
/** The structure of bytes that `encode` could have written in this mode; undefined for anything else. */
export declare function parse(bytes: Uint8Array, mode: Mode): Instruction | undefined;
/** Indices of the prefixes that the instruction would not miss: all but the F3 that RD/WRxSBASE need. */
export declare function superfluousPrefixes(instruction: Instruction): readonly number[];
/** What an arbitrary of instructions may produce. */
export interface InstructionOptions {
    /** 40h to 4Fh are prefixes in 64-bit mode only. */
    readonly mode: Mode;
    /** The names to choose from; the settled ones when it is absent. */
    readonly only?: readonly InstructionName[];
}
/** An instruction named `name` with random superfluous bytes; `wide` asks for the 64-bit form. */
export declare function drawEncoding(bits: RandomBits, options: {
    name: InstructionName;
    wide: boolean;
    mode: Mode;
}): Instruction;
/** The REX prefix that the form and the operand need; 0 for none. */
export declare function neededRex(instruction: Instruction): number;
/** An instruction under test, mostly without superfluous bytes. */
export declare function instruction(options: InstructionOptions): DrawnArbitrary<Instruction>;
/** What `instruction({mode: "64"})` must hit. */
export declare const INSTRUCTION_REACH: readonly ReachClass<Instruction>[];
