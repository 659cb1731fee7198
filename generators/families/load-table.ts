/** LGDT and LIDT. */
import { address } from "../address.ts";
import { pagingWidth } from "../cpu-state.ts";
import { encode } from "../instruction.ts";
import { MEMORY_MAP, PAGE_SIZE } from "../memory-map.ts";
import { leaveNulls } from "../null-leftovers.ts";
import { dataPage, placeOperand, withMemoryOperand } from "../operand.ts";
import { placeCode, placeGdt } from "../placement.ts";
import type { RandomBits } from "../random-bits.ts";
import { CPL_OF_PRIVILEGED, MODE_OF_SEGMENT_LOADS } from "../weights.ts";
import type { Drawn, Family, Placed } from "./family.ts";

const PAGE = BigInt(PAGE_SIZE);
const EFER_LMSLE = 1n << 13n;
const MOST_PREFIXES = 4;
const ADDRESSES = { 48: address(48), 57: address(57) };

/** The operand: limit, then base. */
function pointer(limit: number, base: bigint): Uint8Array {
  const bytes = new Uint8Array(10);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, limit, true);
  view.setBigUint64(2, base, true);
  return bytes;
}

function draw(bits: RandomBits, drawn: Drawn): Placed {
  const { context, draft } = drawn;
  const { mode, width } = context;
  const { state } = draft;
  // Before the code is placed, since that looks at the paging; and after, since that sets RIP and CS.
  context.impose(state);
  leaveNulls(bits, state, context.profile);
  // An instruction that is long already stays within what a case may hold.
  const isShort = drawn.instruction.prefixes.length <= MOST_PREFIXES;
  const form = isShort
    ? withMemoryOperand(bits, drawn.instruction, { mode, db: state.cs.db })
    : drawn.instruction;
  const code = placeCode(bits, draft, context, encode(form).length);
  const pages = [code, placeGdt(bits, draft, context, code.linear)];
  context.impose(state);
  // The limit checks that this bit brings to 64-bit mode are not modelled.
  if ((state.efer & EFER_LMSLE) !== 0n) state.efer &= ~EFER_LMSLE;
  const next = mode === "64" ? BigInt.asUintN(64, code.linear + PAGE) : 0n;
  const placed = placeOperand(bits, form, { state, mode, pages, code: code.linear, next });
  const base = ADDRESSES[bits.chance(500) ? pagingWidth(state) : width].draw(bits);
  const content = pointer(bits.word() & 0xffff, base);
  const data = placed.page && dataPage(bits, placed.page, placed.linear, content);
  return { instruction: placed.instruction, pages: data === undefined ? pages : [...pages, data] };
}

export const LOAD_TABLE: Family = {
  names: ["lgdt", "lidt"],
  modes: MODE_OF_SEGMENT_LOADS,
  cpls: CPL_OF_PRIVILEGED,
  draw,
  boringCpl: 0,
  boring: ({ state, instruction }) => {
    const { base, limit } = instruction.name === "lgdt" ? state.gdtr : state.idtr;
    state.rbx = MEMORY_MAP.data;
    return {
      instruction,
      pages: [
        {
          linear: MEMORY_MAP.data,
          user: true,
          write: true,
          execute: false,
          data: [{ offset: 0, bytes: pointer(limit, base) }],
        },
      ],
    };
  },
};
