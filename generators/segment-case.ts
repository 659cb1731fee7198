/** What cases of instructions that look at descriptor tables have in common: the code, the tables, SMAP. */
import type { MutableCpuState } from "../spec/fields.ts";
import type { Page } from "../spec/model.ts";
import type { Drawn } from "./families/family.ts";
import { alignLocal, localTable } from "./loaded-selector.ts";
import { placeCode, placeGdt } from "./placement.ts";
import type { RandomBits } from "./random-bits.ts";
import { drawSmap, underSmap } from "./smap.ts";

const EFER_LMSLE = 1n << 13n;

/** Before anything is placed: control bits that decide what may lie where. */
export function begin(bits: RandomBits, { context, draft }: Drawn): void {
  drawSmap(bits, draft.state, context.profile);
  // Before the code is placed, since that looks at the paging.
  context.impose(draft.state);
}

/** The pages of the code, of the GDT, which holds `gdt`, and of the LDT, where it has one. */
export function placeTables(
  bits: RandomBits,
  { context, draft: { state } }: Drawn,
  { gdt, length }: { readonly gdt: Uint8Array; readonly length: number },
): Page[] {
  const code = placeCode(bits, { state, gdt }, context, length);
  const table = placeGdt(bits, { state, gdt }, context, code.linear);
  const pages = [code, underSmap(bits, state, table)];
  // That set RIP and CS.
  context.impose(state);
  forgetLimits(state);
  alignLocal(state);
  pages.push(...localTable(bits, state, { pages, code: code.linear, mode: context.mode }));
  return pages;
}

/** The limit checks that this bit brings to 64-bit mode are not modelled. */
function forgetLimits(state: MutableCpuState): void {
  if ((state.efer & EFER_LMSLE) !== 0n) state.efer &= ~EFER_LMSLE;
}
