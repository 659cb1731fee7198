/** MOV to and from segment registers. */
import type { Draft } from "../cpu-state.ts";
import { encode, type Instruction } from "../instruction.ts";
import { alignLocal, chooseSelector, giveOperand, localTable, type Chosen } from "../loaded-selector.ts";
import { PAGE_SIZE } from "../memory-map.ts";
import { withMemoryOperand } from "../operand.ts";
import { placeCode, placeGdt } from "../placement.ts";
import type { RandomBits } from "../random-bits.ts";
import { drawSmap, underSmap } from "../smap.ts";
import { CPL_OF_SEGMENT_LOADS, MEMORY_OPERAND, MODE_OF_SEGMENT_LOADS } from "../weights.ts";
import type { Drawn, Family, Placed } from "./family.ts";

/** User data, which DS, ES, FS and GS take at every CPL, and SS at CPL 3. */
const DATA_SELECTOR = 0x2bn;
const PAGE = BigInt(PAGE_SIZE);
const EFER_LMSLE = 1n << 13n;
const MOST_PREFIXES = 4;

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
  drawSmap(bits, state, context.profile);
  // Before the code is placed, since that looks at the paging; and after, since that sets RIP and CS.
  context.impose(state);
  // An instruction that is long already stays within what a case may hold.
  const isMemory = bits.chance(MEMORY_OPERAND) && drawn.instruction.prefixes.length <= MOST_PREFIXES;
  const form = isMemory
    ? withMemoryOperand(bits, drawn.instruction, { mode, db: state.cs.db })
    : drawn.instruction;
  const chosen = choose({ form, draft });
  const code = placeCode(bits, draft, context, encode(form).length);
  const table = placeGdt(bits, { state, gdt: chosen.gdt }, context, code.linear);
  const pages = [code, underSmap(bits, state, table)];
  context.impose(state);
  // The limit checks that this bit brings to 64-bit mode are not modelled.
  if ((state.efer & EFER_LMSLE) !== 0n) state.efer &= ~EFER_LMSLE;
  alignLocal(state);
  pages.push(...localTable(bits, state, pages, code.linear));
  const next = mode === "64" ? BigInt.asUintN(64, code.linear + PAGE) : 0n;
  const { instruction, page } = giveOperand(bits, form, {
    operand: { state, mode, pages, code: code.linear, next, lowest: context.profile.memory?.lowest },
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
    drawWithSelector(bits, drawn, ({ form, draft }) => chooseSelector(bits, form, draft)),
  boringCpl: 3,
  boring: ({ state, instruction }) => {
    if (instruction.name === "mov_to_sreg") state.rax = DATA_SELECTOR;
    return { instruction, pages: [] };
  },
};
