/** Intel SDM Vol. 2A and 2B, "PUSH", "POP", "LFS" and their kin: how much of a slot counts, and what is open. */
import type { FarLoads } from "../common/loadfar.ts";
import { in64BitMode } from "../common/mode.ts";
import type { ReadOfSlot } from "../common/popsreg.ts";
import { wholeSlot, type SlotOfSelector } from "../common/pushsreg.ts";
import { loadSegment } from "./segload.ts";

export const slotOf: SlotOfSelector = (context, size) => {
  const { absent, variant } = context;
  if (size === 2 || in64BitMode(context.cpu)) return wholeSlot(context, size);
  let written = 2;
  absent("pushsreg.two_bytes_written", () => (written = size));
  const checked = variant("pushsreg.checked_bytes", ["two", "all"]) === "two" ? written : size;
  return { least: checked, checked, written, keeps: "pushsreg.two_bytes_written" };
};

export const readOf: ReadOfSlot = ({ variant }, size) => {
  const checked = size > 2 && variant("popsreg.read_bytes", ["two", "all"]) === "two" ? 2 : size;
  return { least: checked, checked };
};

export const farLoads: FarLoads = {
  load: loadSegment,
  size: ({ instruction, absent }) => {
    let { size } = instruction;
    if (size === 64) absent("loadfar.rex_w_obeyed", () => (size = 32));
    return size;
  },
  inOrder: ({ variant }, offset, selector) => {
    const isOffsetFirst = variant("loadfar.read_order", ["offset", "selector"]) === "offset";
    for (const read of isOffsetFirst ? [offset, selector] : [selector, offset]) read();
  },
};
