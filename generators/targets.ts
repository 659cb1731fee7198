/** Where an instruction may go: none of these addresses lies in a mapped page, so that landing is seen. */
import type { MutableCpuState } from "../spec/fields.ts";
import type { CpuState, Page } from "../spec/model.ts";
import type { Instruction } from "./instruction.ts";
import { fromWords, highWord, lowWord } from "./random-bits.ts";

const PAGE = 4096n;

function isMapped(address: bigint, pages: readonly Page[]): boolean {
  for (const { linear } of pages) if (address >= linear && address - linear < PAGE) return true;
  return false;
}

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

/**
 * Moves LSTAR, CSTAR, STAR[31:0] and, for SYSRET, RCX and ECX out of the mapped pages. Both, because a
 * processor may read a prefix wrongly, and shrinking may turn one form into the other.
 */
export function avoidPages(state: MutableCpuState, instruction: Instruction, pages: readonly Page[]): void {
  state.lstar = moved(state.lstar, pages);
  state.cstar = moved(state.cstar, pages);
  state.star = movedLow(state.star, pages);
  if (instruction.name === "sysret") state.rcx = moved(movedLow(state.rcx, pages), pages);
}

/** Whether LSTAR, CSTAR, STAR[31:0] or, for SYSRET, RCX or ECX lies in a mapped page. */
export function targetsInPages(state: CpuState, instruction: Instruction, pages: readonly Page[]): boolean {
  return (
    isMapped(state.lstar, pages) ||
    isMapped(state.cstar, pages) ||
    isMapped(BigInt(lowWord(state.star)), pages) ||
    (instruction.name === "sysret" &&
      (isMapped(state.rcx, pages) || isMapped(BigInt(lowWord(state.rcx)), pages)))
  );
}
