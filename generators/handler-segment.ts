/** The code segment that a gate names. */
import type { Draft } from "./cpu-state.ts";
import { packDescriptor } from "./descriptor.ts";
import type { RandomBits } from "./random-bits.ts";
import { selector } from "./selector.ts";
import { weighted } from "./weighted.ts";
import * as weights from "./weights.ts";

const KINDS = weighted(weights.HANDLER_SELECTOR);
const SELECTOR = selector();
/** Entries of the LDT that the generators write. */
const LOCAL_ENTRIES = 16;

/** Draws the selector of a gate, and changes the GDT so that it has something to say. */
export function chooseHandlerSegment(
  bits: RandomBits,
  draft: Draft,
): { readonly selector: number; readonly gdt: Uint8Array } {
  const gdt = draft.gdt.slice();
  const entries = gdt.length / 8;
  if (bits.chance(weights.NOT_ACCESSED)) {
    for (let at = 5; at < gdt.length; at += 8) {
      const access = gdt[at] as number;
      if ((access & 0x10) !== 0) gdt[at] = access & ~1;
    }
  }
  const rpl = bits.chance(500) ? 0 : bits.below(4);
  const any = ((1 + bits.below(entries)) << 3) | rpl;
  switch (KINDS.pick(bits)) {
    case "fitting": {
      const fitting = Array.from({ length: entries }, (_, index) => index).filter((index) =>
        isHandler(gdt, index, draft.state.cpl),
      );
      return { selector: fitting.length === 0 ? any : (bits.oneOf(fitting) << 3) | rpl, gdt };
    }
    case "made": {
      if (entries === 1) return { selector: any, gdt };
      const index = 1 + bits.below(entries - 1);
      new DataView(gdt.buffer).setBigUint64(8 * index, makeCode(bits, draft.state.cpl), true);
      return { selector: (index << 3) | rpl, gdt };
    }
    case "table":
      return { selector: any, gdt };
    case "null":
      return { selector: rpl, gdt };
    case "local":
      return { selector: (bits.below(LOCAL_ENTRIES) << 3) | 4 | rpl, gdt };
    case "any":
      return { selector: SELECTOR.draw(bits), gdt };
  }
}

/** Present 64-bit code that an event at `cpl` may enter. */
function isHandler(gdt: Uint8Array, index: number, cpl: number): boolean {
  const access = gdt[8 * index + 5] as number;
  const flags = (gdt[8 * index + 6] as number) & 0x60;
  return index > 0 && (access & 0x98) === 0x98 && flags === 0x20 && ((access >> 5) & 3) <= cpl;
}

/** Code of any kind and DPL, mostly 64-bit. */
function makeCode(bits: RandomBits, cpl: number): bigint {
  const isLong = bits.chance(weights.MADE_LONG);
  const word = bits.word();
  return packDescriptor({
    base: bits.word(),
    limit: bits.word() & 0xf_ffff,
    type: 8 | (word & 7),
    s: 1,
    dpl: bits.chance(700) ? bits.below(cpl + 1) : bits.below(4),
    p: bits.chance(weights.MADE_PRESENT) ? 1 : 0,
    avl: (word >>> 3) & 1,
    l: isLong ? 1 : (word >>> 4) & 1,
    db: isLong ? 0 : 1,
    g: (word >>> 5) & 1,
  });
}
