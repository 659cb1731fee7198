/** Where an instruction may go: none of these addresses lies in a mapped page, so that landing is seen. */
import type { MutableCpuState } from "../spec/fields.ts";
import type { CpuState, Page } from "../spec/model.ts";
import { familyOf } from "./families/index.ts";
import type { Instruction } from "./instruction.ts";
import type { InstructionName } from "./instruction-name.ts";
import { isMapped } from "./mapped.ts";
import { fromWords, highWord, lowWord } from "./random-bits.ts";

const PAGE = 4096n;

/** The nearest lower address with the same offset that no page maps; lower, since that stays canonical. */
function moved(address: bigint, pages: readonly Page[]): bigint {
  let free = address;
  while (isMapped(free, pages)) free = BigInt.asUintN(64, free - PAGE);
  return free;
}

/** `moved` on the low 32 bits of a value. */
function movedLow(value: bigint, pages: readonly Page[]): bigint {
  const low = BigInt(lowWord(value));
  return isMapped(low, pages) ? fromWords(highWord(value), lowWord(moved(low, pages))) : value;
}

/** Where an instruction that has a register of its own for the target takes it from. */
const OWN_TARGETS: { readonly [name in InstructionName]?: "rcx" | "rdx" | "sysenterEip" } = {
  sysret: "rcx",
  sysexit: "rdx",
  sysenter: "sysenterEip",
};

/**
 * Moves LSTAR, CSTAR, STAR[31:0] and the instruction's own target, all of it and its low half, out of the mapped
 * pages. Both, because a processor may read a prefix wrongly, and shrinking may turn one form into the other.
 */
export function avoidPages(state: MutableCpuState, instruction: Instruction, pages: readonly Page[]): void {
  state.lstar = moved(state.lstar, pages);
  state.cstar = moved(state.cstar, pages);
  state.star = movedLow(state.star, pages);
  const own = OWN_TARGETS[instruction.name];
  if (own !== undefined) state[own] = moved(movedLow(state[own], pages), pages);
}

/** Whether LSTAR, CSTAR, STAR[31:0] or a target of the instruction, or its low half, lies in a mapped page. */
export function targetsInPages(state: CpuState, instruction: Instruction, pages: readonly Page[]): boolean {
  const own = OWN_TARGETS[instruction.name];
  const targets = familyOf(instruction.name)?.targets?.(state, instruction, pages) ?? [];
  return (
    targets.some((target) => isMapped(target, pages)) ||
    isMapped(state.lstar, pages) ||
    isMapped(state.cstar, pages) ||
    isMapped(BigInt(lowWord(state.star)), pages) ||
    (own !== undefined && (isMapped(state[own], pages) || isMapped(BigInt(lowWord(state[own])), pages)))
  );
}
