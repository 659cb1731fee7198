/** Values for MOV to a control register, each register with its own edges. */
import type { MutableCpuState } from "../spec/fields.ts";
import type { CpuState, GprName, Mode, Profile, TestCase } from "../spec/model.ts";
import { modeOf } from "../spec/validity.ts";
import { operandRegister, registerNumber, type Instruction } from "./instruction.ts";
import { MEMORY_MAP, PAGE_SIZE } from "./memory-map.ts";
import { fromWords, lowWord, type RandomBits } from "./random-bits.ts";
import { weighted } from "./weighted.ts";
import { CONTROL_WRITE, HIGH_GARBAGE } from "./weights.ts";

const KINDS = weighted(CONTROL_WRITE);
const BITS: readonly bigint[] = Array.from({ length: 64 }, (_, bit) => 1n << BigInt(bit));
const PE = 1n;
const ET = 1n << 4n;
const PG = 1n << 31n;
const NW = 1n << 29n;
const CD = 1n << 30n;
const PAE = 1n << 5n;
const LA57 = 1n << 12n;
const FSGSBASE = 1n << 16n;
/** VME to OSXMMEXCPT, which every CPU with long mode has, and what no CPU has; of the others CPUID of the case says nothing. */
const CR4_TOLD = 0x7ffn | LA57 | FSGSBASE | 0xffff_fffe_e400_8000n;
/** Bits 63:52 are reserved, of 11:0 some are ignored; those between lead elsewhere. */
const CR3_FREE = 0xfff0_0000_0000_0fffn;
/** MP, EM, TS, NE, WP, AM: of CR0; TSD, DE, PSE, MCE, PGE, PCE, OSFXSR, OSXMMEXCPT: of CR4; PWT and PCD: of CR3. */
const OPTIONAL = { 0: 0x5_002en, 3: 0x18n, 4: 0x7dcn } as const;

/** Where a value is to be written. */
interface Place {
  readonly state: CpuState;
  readonly mode: Mode;
  readonly profile: Profile;
}

/** What the case allows besides the register: clearing PG would leave its mode, and a wrong table its memory. */
function settled(control: 0 | 3 | 4, value: bigint, { state, mode, profile }: Place): bigint {
  if (control === 0) return value | pagingBits(mode, profile);
  if (control === 3) return (value & CR3_FREE) | MEMORY_MAP.cr3;
  const told = value & (CR4_TOLD | state.cr4);
  // Legacy mode knows 32-bit tables only. A processor that does not refuse a change reads the case's tables by another
  // rule: at the default place it finds nothing there.
  const isDefault = state.rip >= MEMORY_MAP.code && state.rip < MEMORY_MAP.code + BigInt(PAGE_SIZE);
  const inPlace = isDefault && state.cs.base === 0n;
  const fixed = inPlace && mode !== "legacy" ? 0n : PAE | LA57;
  return (told & ~fixed) | (state.cr4 & fixed);
}

/**
 * Bits of CR0 that stay: under a VMCB paging without PE is legal, so that Bochs stops altogether instead of raising
 * #GP(0), and without paging QEMU runs on into whatever lies there. Only Intel says what clearing PG does, and only
 * of 64-bit mode.
 */
function pagingBits(mode: Mode, { vendor, imposed }: Profile): bigint {
  if (imposed.length > 0) return PG | PE;
  return vendor === "intel" && mode === "64" ? 0n : PG;
}

function changed(bits: RandomBits, control: 0 | 3 | 4, current: bigint): bigint {
  switch (KINDS.pick(bits)) {
    case "same":
      return current;
    case "flip":
      return current ^ (BITS[bits.below(64)] as bigint);
    case "several":
      return current ^ (fromWords(0, bits.word()) & OPTIONAL[control]);
    case "upper":
      return fromWords(bits.word(), lowWord(current));
    case "combination":
      if (control !== 0) return current ^ (bits.chance(500) ? PAE : LA57);
      return bits.oneOf([(current & ~CD) | NW, current & ~ET, current & ~PE, current & ~PG]);
  }
}

/** Whether MOV to a control register, if it is that, leaves the case's mode and memory to it. */
export function keepsMode({ before: state, profile }: TestCase, instruction: Instruction): boolean {
  if (instruction.name !== "mov_to_cr") return true;
  const control = registerNumber(instruction);
  if (control !== 0 && control !== 3 && control !== 4) return true;
  const whole = state[operandRegister(instruction) as GprName];
  const mode = modeOf(state);
  const value = mode === "64" ? whole : BigInt(lowWord(whole));
  return settled(control, value, { state, mode, profile }) === value;
}

/** Gives the operand of MOV to a control register a value near the one that the register holds. */
export function drawControlOperand(
  bits: RandomBits,
  state: MutableCpuState,
  { instruction, mode, profile }: { instruction: Instruction; mode: Mode; profile: Profile },
): void {
  const control = registerNumber(instruction);
  if (control !== 0 && control !== 3 && control !== 4) return;
  const register = operandRegister(instruction) as GprName;
  const current = { 0: state.cr0, 3: state.cr3, 4: state.cr4 }[control];
  const value = settled(control, changed(bits, control, current), { state, mode, profile });
  if (mode === "legacy") state[register] = BigInt(lowWord(value));
  else if (mode === "64") state[register] = value;
  // In compatibility mode the upper half does not count, hence it is often not 0; RSP has none. With CR3 and CR4 QEMU
  // takes it for reserved bits.
  else {
    const garbage = control === 0 && register !== "rsp" && bits.chance(HIGH_GARBAGE);
    state[register] = fromWords(garbage ? bits.word() : 0, lowWord(value));
  }
}
