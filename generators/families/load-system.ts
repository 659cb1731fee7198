/** LLDT and LTR. */
import type { Page } from "../../spec/model.ts";
import { packDescriptor } from "../descriptor.ts";
import { MEMORY_MAP, PAGE_SIZE } from "../memory-map.ts";
import { pageOf, tablePage } from "../placement.ts";
import { tableBytes } from "../presets.ts";
import type { RandomBits } from "../random-bits.ts";
import { chooseEntry, putSystem } from "../table-entry.ts";
import { CPL_OF_PRIVILEGED, DATA_PAGE_WRITE, MODE_OF_SEGMENT_LOADS } from "../weights.ts";
import type { BoringContext, Family } from "./family.ts";
import { drawWithSelector } from "./move-segment.ts";

/** Types with S = 0: mostly the wanted ones, of TSSs the busy one too, and a few that none of the two wants. */
const LDT_TYPES: readonly number[] = [2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 9, 0xb, 0xc];
const TSS_TYPES: readonly number[] = [9, 9, 9, 9, 9, 9, 9, 9, 0xb, 0xb, 1, 3, 2, 0xc];
/** Where the boring machine of LTR has its GDT, and in it a TSS that is not busy. */
const TABLE = MEMORY_MAP.gdt + BigInt(2 * PAGE_SIZE);
const TSS_SELECTOR = 0x10;
const CR4_SMAP = 1n << 21n;
const TSS = packDescriptor({
  base: Number(MEMORY_MAP.tss),
  limit: 0x67,
  type: 9,
  s: 0,
  dpl: 0,
  p: 1,
  avl: 0,
  l: 0,
  db: 0,
  g: 0,
});

/** LLDT makes LDTR unusable; LTR takes a TSS. */
function boring({ state, instruction }: BoringContext): {
  readonly instruction: BoringContext["instruction"];
  readonly pages: readonly Page[];
} {
  if (instruction.name === "lldt") {
    state.rax = 0n;
    return { instruction, pages: [] };
  }
  const bytes = tableBytes([0n, 0n, TSS, 0n]);
  state.rax = BigInt(TSS_SELECTOR);
  state.gdtr = { base: TABLE, limit: bytes.length - 1 };
  return { instruction, pages: [tablePage(TABLE, bytes)] };
}

/** Puts what the instruction wants where the selector names it, though in the LDT, which it refuses. */
function putLocal(
  bits: RandomBits,
  pages: readonly Page[],
  selector: number,
  options: Parameters<typeof putSystem>[3],
): void {
  const { ldtr } = options.state;
  const [table] = pages.find(({ linear }, at) => at > 1 && linear === pageOf(ldtr.base))?.data ?? [];
  const index = selector >> 3;
  if (ldtr.p === 0 || table === undefined || table.offset !== Number(ldtr.base & 0xfffn)) return;
  if (8 * index < table.bytes.length) putSystem(bits, table.bytes, index, options);
}

export const LOAD_SYSTEM: Family = {
  names: ["lldt", "ltr"],
  modes: MODE_OF_SEGMENT_LOADS,
  cpls: CPL_OF_PRIVILEGED,
  draw: (bits, drawn) => {
    const { context, instruction } = drawn;
    const { state } = drawn.draft;
    const types = instruction.name === "ltr" ? TSS_TYPES : LDT_TYPES;
    let selector = 0;
    const placed = drawWithSelector(bits, drawn, ({ draft }) => {
      const chosen = chooseEntry(bits, draft, { context, types, system: true });
      selector = chosen.selector;
      // What a processor finds that looks there all the same.
      if (selector < 4) putSystem(bits, chosen.gdt, 0, { state, context, types });
      return chosen;
    });
    if ((selector & 4) !== 0) putLocal(bits, placed.pages, selector, { state, context, types });
    if (context.mode === "compat") {
      // How many bytes of the table are read is open, and so would be which fault comes first.
      state.cr4 &= ~CR4_SMAP;
      context.impose(state);
    }
    if (bits.chance(DATA_PAGE_WRITE)) return placed;
    // LTR writes to the table.
    const pages = placed.pages.map((page, index) => (index === 1 ? { ...page, write: false } : page));
    return { ...placed, pages };
  },
  boringCpl: 0,
  boring,
};
