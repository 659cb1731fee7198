/** Values for MOV to a debug register. */
import type { MutableCpuState } from "../spec/fields.ts";
import type { CpuState, GprName, Mode } from "../spec/model.ts";
import { operandRegister, registerNumber, type Instruction } from "./instruction.ts";
import { fromWords, lowWord, type RandomBits } from "./random-bits.ts";
import { DEBUG_ALIASES, HIGH_GARBAGE } from "./weights.ts";

const CR4_DE = 1n << 3n;
/** L0 to G3 and GD of DR7: breakpoints are out of the model. */
const DR7_ENABLED = 0x20ffn;

/** What the debug register of this number, or of its other name, holds. */
export function debugValue({ dr6, dr7 }: CpuState, number: number): bigint {
  return number % 2 === 0 ? dr6 : dr7;
}

/** Gives MOV to and from debug registers CR4.DE as often 0 as 1, and its operand a value with bits of every kind. */
export function drawDebugOperand(
  bits: RandomBits,
  state: MutableCpuState,
  instruction: Instruction,
  mode: Mode,
): void {
  const number = registerNumber(instruction);
  if (bits.chance(DEBUG_ALIASES)) state.cr4 &= ~CR4_DE;
  else state.cr4 |= CR4_DE;
  if (instruction.name !== "mov_to_dr") return;
  const register = operandRegister(instruction) as GprName;
  const current = debugValue(state, number);
  const flipped = bits.chance(500) ? bits.word() : 1 << bits.below(32);
  const low = lowWord(current ^ BigInt(flipped >>> 0));
  const high = mode !== "legacy" && register !== "rsp" && bits.chance(HIGH_GARBAGE) ? bits.word() : 0;
  const value = fromWords(mode === "64" && bits.chance(500) ? (high & -high) >>> 0 : high, low);
  state[register] = number % 2 === 0 ? value : value & ~DR7_ENABLED;
}
