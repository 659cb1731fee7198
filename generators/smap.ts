/** CR4.SMAP, which keeps supervisor accesses out of user pages. */
import type { MutableCpuState } from "../spec/fields.ts";
import type { Page, Profile } from "../spec/model.ts";
import type { RandomBits } from "./random-bits.ts";
import * as weights from "./weights.ts";

const CR4_SMAP = 1n << 21n;

/** Sets the bit now and then, where the processor has it. */
export function drawSmap(bits: RandomBits, state: MutableCpuState, { features }: Profile): void {
  if (features.smap === true && bits.chance(weights.SMAP)) state.cr4 |= CR4_SMAP;
}

/** The page of a descriptor table: under SMAP a user page now and then, which the processor may not read then. */
export function underSmap(bits: RandomBits, { cr4 }: MutableCpuState, table: Page): Page {
  return (cr4 & CR4_SMAP) !== 0n && bits.chance(weights.TABLE_USER) ? { ...table, user: true } : table;
}
