/** A descriptor that an instruction looks up by a selector: in 64-bit mode those with S = 0 take two entries. */
import type { MutableCpuState } from "../spec/fields.ts";
import type { StateContext, Draft } from "./cpu-state.ts";
import { pagingWidth } from "./cpu-state.ts";
import { canonicalAddress } from "./address.ts";
import { descriptor, packDescriptor } from "./descriptor.ts";
import { drawSelector, type Chosen } from "./loaded-selector.ts";
import type { RandomBits } from "./random-bits.ts";
import * as weights from "./weights.ts";

const DESCRIPTOR = descriptor();
const CANONICAL = { 48: canonicalAddress(48), 57: canonicalAddress(57) };
/** A table shorter than this becomes so long. */
const LEAST_ENTRIES = 4;

/** What the instruction looks for. */
export interface EntryOptions {
  readonly context: StateContext;
  /** Types with S = 0 to choose from. */
  readonly types: readonly number[];
  /** Most descriptors are of these types; half of them otherwise. */
  readonly system?: boolean;
}

/** Draws the selector, and gives the table an entry for it that has something to say. */
export function chooseEntry(bits: RandomBits, draft: Draft, options: EntryOptions): Chosen {
  const { state } = draft;
  const { cpl } = state;
  const gdt = new Uint8Array(Math.max(draft.gdt.length, 8 * LEAST_ENTRIES));
  gdt.set(draft.gdt);
  if (state.gdtr.limit === draft.gdt.length - 1) state.gdtr.limit = gdt.length - 1;
  const view = new DataView(gdt.buffer);
  const entries = gdt.length / 8;
  const index = 1 + bits.below(bits.chance(weights.LAST_ENTRY) ? entries - 1 : entries - 2);
  if (bits.chance(options.system === true ? weights.SYSTEM_WANTED : weights.SYSTEM_ENTRY)) {
    putSystem(bits, gdt, index, { state, ...options });
  } else if (bits.chance(weights.CHOSEN_DESCRIPTOR)) {
    view.setBigUint64(8 * index, DESCRIPTOR.draw(bits), true);
  }
  const rpl = bits.chance(weights.RPL_IS_CPL) ? cpl : bits.below(4);
  return { selector: drawSelector(bits, index, rpl), gdt };
}

/** Makes an entry of a table one with S = 0, and the next one, where the table has it, its upper half. */
export function putSystem(
  bits: RandomBits,
  table: Uint8Array,
  index: number,
  options: Pick<EntryOptions, "context" | "types"> & { readonly state: MutableCpuState },
): void {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  view.setBigUint64(8 * index, drawSystem(bits, options.types), true);
  if (8 * index + 16 <= table.length) {
    view.setBigUint64(8 * index + 8, drawUpperHalf(bits, options.state, options.context), true);
  }
}

function drawSystem(bits: RandomBits, types: readonly number[]): bigint {
  const word = bits.word();
  return packDescriptor({
    base: bits.word(),
    limit: bits.word() & 0xf_ffff,
    type: bits.oneOf(types),
    s: 0,
    dpl: bits.chance(weights.USER_DESCRIPTOR) ? 3 : word & 3,
    p: (word & 0x70) === 0 ? 0 : 1,
    avl: (word >>> 7) & 1,
    l: (word & 0x700) === 0 ? 1 : 0,
    db: (word & 0x3800) === 0 ? 1 : 0,
    g: (word >>> 14) & 1,
  });
}

/** Bits 63:32 of the base, then 32 bits of which 12:8 count. */
function drawUpperHalf(bits: RandomBits, state: MutableCpuState, context: StateContext): bigint {
  const width = bits.chance(500) ? pagingWidth(state) : context.width;
  const high = bits.chance(weights.CANONICAL_UPPER) ? CANONICAL[width].draw(bits) >> 32n : bits.value32();
  const rest = bits.word() & (bits.chance(weights.TYPED_UPPER_HALF) ? 0xffff_ffff : 0xffff_e0ff);
  return high | (BigInt(rest >>> 0) << 32n);
}
