/** Intel SDM Vol. 2B and AMD APM Vol. 3, "POP": of a segment register. */
import { operation, type Operation, type OperationContext } from "../operation.ts";
import { retireToNext } from "./boundary.ts";
import { UD } from "./exceptions.ts";
import { bytesAt } from "./memory.ts";
import { existsHere } from "./pushsreg.ts";
import type { LoadableSegment, SegmentLoad } from "./segload.ts";
import { checkSlot, currentStack, setStackPointer, stackOperandSize } from "./stack.ts";

/** How many bytes of a slot of `size` bytes a processor needs to access, and how many it does. */
export type ReadOfSlot = (
  context: OperationContext,
  size: number,
) => { readonly least: number; readonly checked: number };

/** POP of a segment register. */
export function popSreg(
  name: LoadableSegment,
  options: { readonly load: SegmentLoad; readonly readOf: ReadOfSlot },
): Operation {
  return operation("popsreg", (context) => {
    const { raise } = context;
    if (!existsHere(context, name)) raise(UD, "popsreg.ud_64bit");
    const size = stackOperandSize(context) / 8;
    const stack = currentStack(context);
    const { pointer } = stack;
    const { least, checked } = options.readOf(context, size);
    const access = { pointer, size: checked, least, writes: false };
    const linear = checkSlot(context, stack, access, "popsreg.whole_slot_read");
    const selector = Number(bytesAt(context, linear, 2));
    options.load(context, name, selector);
    stack.pointer = BigInt.asUintN(stack.width, stack.pointer + BigInt(size));
    setStackPointer(context, stack, "popsreg.rsp");
    retireToNext(context, { shadow: name === "ss" });
  });
}
