/** LAR, LSL, VERR and VERW. */
import { chooseEntry } from "../table-entry.ts";
import { CPL_OF_INSPECTIONS, MODE_OF_SEGMENT_LOADS } from "../weights.ts";
import type { Family } from "./family.ts";
import { drawWithSelector } from "./move-segment.ts";

/** User data, which all four accept at every CPL. */
const DATA_SELECTOR = 0x2bn;
/** With S = 0: what exists in long mode, and everything else now and then. */
const TYPES: readonly number[] = [
  2, 2, 2, 9, 9, 9, 0xb, 0xb, 0xb, 0xc, 0xc, 0xc, 0, 1, 3, 4, 5, 6, 7, 8, 0xa, 0xd, 0xe, 0xf,
];

/** Where a processor may take another way after the instruction as well: in compatibility mode with D = 0. */
const VALID_TYPES: readonly number[] = [2, 9, 0xb];

export const INSPECT_DESCRIPTOR: Family = {
  names: ["lar", "lsl", "verr", "verw"],
  modes: MODE_OF_SEGMENT_LOADS,
  cpls: CPL_OF_INSPECTIONS,
  draw: (bits, drawn) =>
    drawWithSelector(bits, drawn, ({ draft }) => {
      const { context } = drawn;
      const isNarrow = context.mode === "compat" && draft.state.cs.db === 0;
      return chooseEntry(bits, draft, { context, types: isNarrow ? VALID_TYPES : TYPES });
    }),
  boringCpl: 3,
  boring: ({ state, instruction }) => {
    state.rax = DATA_SELECTOR;
    return { instruction, pages: [] };
  },
};
