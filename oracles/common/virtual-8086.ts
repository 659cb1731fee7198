/** What a processor does that returns to virtual-8086 mode where it must not. Intel SDM Vol. 3B, 21.2.2; AMD APM Vol. 2, 12.2. */
import type { Segment } from "../../spec/model.ts";
import type { OperationContext } from "../operation.ts";
import type { ReadSlot } from "./return-slots.ts";

/** TF, IF, IOPL, NT, VM, AC, VIF, VIP, ID and the flags that are always loaded; RF is cleared. */
const LOADED = 0x3f_7fd5n;
const RF = 1n << 16n;
/** Slots of 32 bits after RIP, CS and RFLAGS, by what they hold. */
const SLOTS = [
  ["ss", 4],
  ["es", 5],
  ["ds", 6],
  ["fs", 7],
  ["gs", 8],
] as const;

function realSegment(selector: number): Segment {
  const flags = { type: 3, s: 1, dpl: 3, p: 1, avl: 0, l: 0, db: 0, g: 0 };
  return { selector, base: BigInt(selector) << 4n, limit: 0xffff, ...flags };
}

/** Pops six more values and loads everything as in real mode; only for misbeliefs. */
export function toVirtual8086(
  context: OperationContext,
  frame: { readonly rip: bigint; readonly selector: number; readonly image: bigint },
  slot: ReadSlot,
): void {
  const { set, setBits, load } = context;
  set({ rsp: slot(context, 12, true) }, "return.rsp");
  const popped = SLOTS.map(([name, at]) => [name, Number(slot(context, 4 * at, true) & 0xffffn)] as const);
  for (const [name, selector] of popped) load(name, realSegment(selector), "return.ss_selector");
  load("cs", realSegment(frame.selector), "far.cs_selector");
  set({ rip: frame.rip & 0xffffn, cpl: 3 }, "return.rip");
  setBits("rflags", LOADED, frame.image & ~RF, "iret.flags_from_image");
}
