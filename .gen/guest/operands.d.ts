/** Short forms for the operands and the string instructions that the agent uses. */
import type { Register } from "iced-x86";
import type { Immediate, Memory } from "./assembler.ts";
/** An immediate. */
export declare const imm: (immediate: number | bigint) => Immediate;
/** Memory at an absolute address. */
export declare const at: (displacement: number) => Memory;
/** Memory at a register plus a displacement. */
export declare const from: (base: Register, displacement: number) => Memory;
/** REP MOVSQ and REP STOSQ, for which the encoder has no plain codes. */
export declare const REP_MOVSQ: Uint8Array;
export declare const REP_STOSQ: Uint8Array;
