/** MOV to and from segment registers. */
import type { Page } from "../../spec/model.ts";
import type { Draft } from "../cpu-state.ts";
import { encode, type Instruction } from "../instruction.ts";
import { chooseSelector, giveOperand, type Chosen } from "../loaded-selector.ts";
import { PAGE_SIZE } from "../memory-map.ts";
import { leaveNulls } from "../null-leftovers.ts";
import { withMemoryOperand } from "../operand.ts";
import type { RandomBits } from "../random-bits.ts";
import { begin, placeTables } from "../segment-case.ts";
import { CPL_OF_SEGMENT_LOADS, MEMORY_OPERAND, MODE_OF_SEGMENT_LOADS } from "../weights.ts";
import type { Drawn, Family, Placed } from "./family.ts";

/** User data, which DS, ES, FS and GS take at every CPL, and SS at CPL 3. */
const DATA_SELECTOR = 0x2bn;
const PAGE = BigInt(PAGE_SIZE);
const MOST_PREFIXES = 4;
/** ModRM.reg of SS. */
const SS = 2;

/** What chooses the selector: the instruction with its operand still open, and the state under construction. */
export interface SelectorContext {
  readonly form: Instruction;
  readonly draft: Draft;
}

/** An instruction that looks up the selector in its operand, with the tables that `choose` and the LDT give. */
export function drawWithSelector(
  bits: RandomBits,
  drawn: Drawn,
  choose: (context: SelectorContext) => Chosen,
): Placed {
  const { context, draft } = drawn;
  const { mode } = context;
  const { state } = draft;
  begin(bits, drawn);
  leaveNulls(bits, state, context.profile);
  // An instruction that is long already stays within what a case may hold.
  const isMemory = bits.chance(MEMORY_OPERAND) && drawn.instruction.prefixes.length <= MOST_PREFIXES;
  const form = isMemory
    ? withMemoryOperand(bits, drawn.instruction, { mode, db: state.cs.db })
    : drawn.instruction;
  const chosen = choose({ form, draft });
  const pages = placeTables(bits, drawn, { gdt: chosen.gdt, length: encode(form).length });
  const code = (pages[0] as Page).linear;
  const next = mode === "64" ? BigInt.asUintN(64, code + PAGE) : 0n;
  const { instruction, page } = giveOperand(bits, form, {
    operand: { state, mode, pages, code, next, lowest: context.profile.memory?.lowest },
    selector: chosen.selector,
  });
  if (page !== undefined) pages.push(page);
  return { instruction, pages };
}

export const MOVE_SEGMENT: Family = {
  names: ["mov_to_sreg", "mov_from_sreg"],
  modes: MODE_OF_SEGMENT_LOADS,
  cpls: CPL_OF_SEGMENT_LOADS,
  draw: (bits, drawn) =>
    drawWithSelector(bits, drawn, ({ form, draft }) => {
      const isStack = (((form.tail[0] ?? 0) >> 3) & 7) === SS;
      return chooseSelector(bits, { isStack, draft });
    }),
  boringCpl: 3,
  boring: ({ state, instruction }) => {
    if (instruction.name === "mov_to_sreg") state.rax = DATA_SELECTOR;
    return { instruction, pages: [] };
  },
};
