/** Intel SDM Vol. 2B and AMD APM Vol. 3, "PUSH": of a segment register. */
import type { SegmentName } from "../../spec/model.ts";
import { operation, type Operation, type OperationContext } from "../operation.ts";
import { retireToNext } from "./boundary.ts";
import { UD } from "./exceptions.ts";
import { bytesAt, littleEndian } from "./memory.ts";
import { in64BitMode } from "./mode.ts";
import { checkSlot, currentStack, setStackPointer, stackOperandSize } from "./stack.ts";

/** How many bytes of a slot a processor needs to access, and how many it writes. */
export interface SlotBytes {
  readonly least: number;
  readonly checked: number;
  readonly written: number;
  /** The rule by which the rest of the slot keeps its bytes; undefined where there is none. */
  readonly keeps?: Parameters<OperationContext["store"]>[2];
}

/** What the manuals and processors do differently about a slot of `size` bytes. */
export type SlotOfSelector = (context: OperationContext, size: number) => SlotBytes;

/** The segment registers whose PUSH and POP have one byte, which 64-bit mode does not know. */
const ONE_BYTE: ReadonlySet<SegmentName> = new Set<SegmentName>(["es", "cs", "ss", "ds"]);

/** Whether PUSH and POP of a segment register exist in the mode. */
export function existsHere({ cpu }: OperationContext, name: SegmentName): boolean {
  return !in64BitMode(cpu) || !ONE_BYTE.has(name);
}

/** PUSH of a segment register. */
export function pushSreg(name: "es" | "cs" | "ss" | "ds" | "fs" | "gs", slotOf: SlotOfSelector): Operation {
  return operation("pushsreg", (context) => {
    const { cpu, raise, store } = context;
    if (!existsHere(context, name)) raise(UD, "pushsreg.ud_64bit");
    const size = stackOperandSize(context) / 8;
    const stack = currentStack(context);
    stack.pointer = BigInt.asUintN(stack.width, stack.pointer - BigInt(size));
    const { pointer } = stack;
    const { checked, least, written, keeps } = slotOf(context, size);
    const access = { pointer, size: checked, least, writes: true };
    const linear = checkSlot(context, stack, access, "pushsreg.whole_slot_checked");
    store(linear, littleEndian(BigInt(cpu[name].selector), written), "pushsreg.slot");
    const rest = linear + BigInt(written);
    if (keeps !== undefined && context.memory.pageAt(rest) !== undefined) {
      store(rest, littleEndian(bytesAt(context, rest, size - written), size - written), keeps);
    }
    setStackPointer(context, stack, "pushsreg.rsp");
    retireToNext(context);
  });
}

/** The whole slot is checked and written. */
export const wholeSlot: SlotOfSelector = (_, size) => ({ least: 2, checked: size, written: size });
