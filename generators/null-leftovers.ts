/** What null selectors leave behind: P alone makes such a segment unusable, the rest may be that of flat data. */
import type { MutableCpuState } from "../spec/fields.ts";
import type { Profile, SegmentName } from "../spec/model.ts";
import type { RandomBits } from "./random-bits.ts";
import * as weights from "./weights.ts";

const NAMES: readonly SegmentName[] = ["es", "ss", "ds", "fs", "gs"];
const FLAT_DATA = { limit: 0xffff_ffff, type: 3, s: 1, db: 1, g: 1 } as const;

/**
 * Gives unusable segments the limit and the type of flat data now and then, so that nothing but P forbids an access.
 * Where the observer forces the tables it loads null selectors itself, and what they leave is not the case's.
 */
export function leaveNulls(bits: RandomBits, state: MutableCpuState, { memory }: Profile): void {
  if (memory !== undefined) return;
  for (const name of NAMES) {
    if (state[name].p === 0 && bits.chance(weights.NULL_LEFTOVERS)) {
      state[name] = { ...state[name], ...FLAT_DATA };
    }
  }
}
