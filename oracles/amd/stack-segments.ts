/** AMD APM Vol. 3, "PUSH", "POP", "LFS" and their kin: how much of a slot counts, and which part of a pointer first. */
import type { FarLoads } from "../common/loadfar.ts";
import type { ReadOfSlot } from "../common/popsreg.ts";
import { wholeSlot, type SlotOfSelector } from "../common/pushsreg.ts";
import { loadSegment } from "./segload.ts";

export const slotOf: SlotOfSelector = wholeSlot;

export const readOf: ReadOfSlot = (_, size) => ({ least: 2, checked: size });

export const farLoads: FarLoads = {
  load: loadSegment,
  size: ({ instruction, absent }) => {
    if (instruction.size !== 64) return instruction.size;
    let size: 32 | 64 = 32;
    absent("loadfar.rex_w_ignored", () => (size = 64));
    return size;
  },
  inOrder: ({ absent }, offset, selector) => {
    let reads = [offset, selector];
    absent("loadfar.offset_before_selector", () => (reads = [selector, offset]));
    for (const read of reads) read();
  },
};
