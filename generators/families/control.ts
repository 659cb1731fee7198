/** MOV to and from control registers, CLTS, LMSW and SMSW. */
import type { MutableCpuState } from "../../spec/fields.ts";
import type { Page } from "../../spec/model.ts";
import { drawControlOperand, keepsMode } from "../control-values.ts";
import { debugValue, drawDebugOperand } from "../debug-values.ts";
import { encode, registerNumber, type Instruction } from "../instruction.ts";
import { PAGE_SIZE } from "../memory-map.ts";
import { dataPage, placeOperand, withMemoryOperand } from "../operand.ts";
import { placeCode, placeGdt } from "../placement.ts";
import type { RandomBits } from "../random-bits.ts";
import { CPL_OF_OTHERS, CPL_OF_PRIVILEGED, MEMORY_OPERAND, MODE } from "../weights.ts";
import type { BoringContext, Drawn, Family, Placed } from "./family.ts";

const PAGE = BigInt(PAGE_SIZE);
const EFER_LMSLE = 1n << 13n;
const MOST_PREFIXES = 4;

function draw(bits: RandomBits, drawn: Drawn): Placed {
  const { context, draft } = drawn;
  const { mode } = context;
  const { state } = draft;
  const { name, prefixes } = drawn.instruction;
  // Before the code is placed, since that looks at the paging; and after, since that sets RIP and CS.
  context.impose(state);
  const mayLieInMemory = (name === "lmsw" || name === "smsw") && prefixes.length <= MOST_PREFIXES;
  const isMemory = mayLieInMemory && bits.chance(MEMORY_OPERAND);
  const form = isMemory
    ? withMemoryOperand(bits, drawn.instruction, { mode, db: state.cs.db })
    : drawn.instruction;
  const code = placeCode(bits, draft, context, encode(form).length);
  const pages = [code, placeGdt(bits, draft, context, code.linear)];
  context.impose(state);
  if (name === "mov_to_cr") drawControlOperand(bits, state, { instruction: form, ...context });
  if (name === "mov_to_dr" || name === "mov_from_dr") drawDebugOperand(bits, state, form, mode);
  if (!isMemory) return { instruction: form, pages };
  // The limit checks that this bit brings to 64-bit mode are not modelled.
  if ((state.efer & EFER_LMSLE) !== 0n) state.efer &= ~EFER_LMSLE;
  const next = mode === "64" ? BigInt.asUintN(64, code.linear + PAGE) : 0n;
  const placed = placeOperand(bits, form, { state, mode, pages, code: code.linear, next });
  const word = bits.word();
  const bytes = Uint8Array.of(word & 0xff, (word >> 8) & 0xff);
  const data = placed.page && dataPage(bits, placed.page, placed.linear, bytes);
  return { instruction: placed.instruction, pages: data === undefined ? pages : [...pages, data] };
}

/** MOV to a control register writes what the register holds. */
function boring({ state, instruction }: BoringContext): {
  readonly instruction: Instruction;
  readonly pages: readonly Page[];
} {
  if (instruction.name === "mov_to_cr") state.rax = controlValue(state, registerNumber(instruction));
  if (instruction.name === "mov_to_dr") state.rax = debugValue(state, registerNumber(instruction));
  return { instruction, pages: [] };
}

function controlValue(state: MutableCpuState, number: number): bigint {
  if (number === 0) return state.cr0;
  if (number === 3) return state.cr3;
  return number === 4 ? state.cr4 : 0n;
}

/** What completes at CPL 0 only. */
export const CONTROL_REGISTERS: Family = {
  names: ["mov_to_cr", "mov_from_cr", "mov_to_dr", "mov_from_dr", "clts", "lmsw"],
  modes: MODE,
  cpls: CPL_OF_PRIVILEGED,
  draw,
  boringCpl: 0,
  boring,
  admits: keepsMode,
};

export const MACHINE_STATUS: Family = {
  names: ["smsw"],
  modes: MODE,
  cpls: CPL_OF_OTHERS,
  draw,
  boringCpl: 3,
  boring,
};
