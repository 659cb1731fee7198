/** 16-bit selectors. */
import { DrawnArbitrary } from "./drawn-arbitrary.ts";
import type { RandomBits } from "./random-bits.ts";
import type { ReachClass } from "./reach.ts";
import { simplerNumbers } from "./simplify.ts";
import { weighted } from "./weighted.ts";
import { SELECTOR } from "./weights.ts";

const KINDS = weighted(SELECTOR);
/** Selectors from which +8 and +16 wrap around 16 bits. */
const WRAPPING: readonly number[] = [0xffe8, 0xfff0, 0xfff8];

class Selector extends DrawnArbitrary<number> {
  override draw(bits: RandomBits): number {
    const word = bits.word();
    const rpl = word & 3;
    switch (KINDS.pick(bits)) {
      case "null":
        return rpl;
      case "table":
        return (((word >>> 2) & 0x1f) << 3) | rpl;
      case "local":
        return (((word >>> 2) & 0xf) << 3) | 4 | rpl;
      case "wrapping":
        return (WRAPPING[(word >>> 2) % 3] as number) | rpl;
      case "uniform":
        return word >>> 16;
    }
  }

  override admits(value: unknown): value is number {
    return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 0xffff;
  }

  override simpler(value: number): Iterable<number> {
    return simplerNumbers(value);
  }
}

/** A selector: of a small table entry, null with any RPL, local, or close to the top of 16 bits. */
export function selector(): DrawnArbitrary<number> {
  return new Selector();
}

/** What `selector()` must hit. */
export const SELECTOR_REACH: readonly ReachClass<number>[] = [
  { name: "null", least: 0.08, matches: (value) => (value & 0xfffc) === 0 },
  { name: "null with an RPL", least: 0.04, matches: (value) => value > 0 && value < 4 },
  { name: "local table", least: 0.05, matches: (value) => (value & 4) !== 0 },
  { name: "+8 wraps", least: 0.01, matches: (value) => value >= 0xfff8 },
  { name: "+16 wraps", least: 0.02, matches: (value) => value >= 0xfff0 },
  ...[0, 1, 2, 3].map((rpl) => ({
    name: `RPL ${rpl}`,
    least: 0.15,
    matches: (value: number) => (value & 3) === rpl,
  })),
];
