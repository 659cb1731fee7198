/** Short forms for the operands and the string instructions that the agent uses. */
import type { Register } from "iced-x86";
import type { Immediate, Memory } from "./assembler.ts";

/** An immediate. */
export const imm = (immediate: number | bigint): Immediate => ({ immediate });

/** Memory at an absolute address. */
export const at = (displacement: number): Memory => ({ displacement });

/** Memory at a register plus a displacement. */
export const from = (base: Register, displacement: number): Memory => ({ base, displacement });

/** REP MOVSQ and REP STOSQ, for which the encoder has no plain codes. */
export const REP_MOVSQ: Uint8Array = Uint8Array.of(0xf3, 0x48, 0xa5);
export const REP_STOSQ: Uint8Array = Uint8Array.of(0xf3, 0x48, 0xab);
