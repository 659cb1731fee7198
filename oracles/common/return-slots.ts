/** How far RET and IRET read the stack. Intel SDM Vol. 1, 6.2, and Vol. 3A, 4.6; AMD APM Vol. 2, 4.5.3 and 5.6. */
import type { OperationContext } from "../operation.ts";
import { readData, readTable } from "./memory.ts";
import { in64BitMode } from "./mode.ts";
import { currentStack, stackLinear } from "./stack.ts";

const CR4_SMAP = 1n << 21n;

/**
 * Reads the slot of the operand size that lies so many bytes above the stack pointer, which stays; `supervisor` for
 * what only a misbelief does.
 */
export type ReadSlot = (context: OperationContext, at: number, supervisor?: boolean) => bigint;

/** The slots above the stack pointer, as an instruction of this operand size sees them. */
export function slotsOf(context: OperationContext): ReadSlot {
  const size = context.instruction.size / 8;
  let stack = currentStack(context);
  if (in64BitMode(context.cpu) && size !== 8) {
    const narrow = currentStack(context, false);
    const bottom = BigInt.asUintN(64, narrow.pointer + narrow.segment.base);
    if (bottom !== stack.pointer) {
      context.absent("return.stack_64bit_for_every_size", () => {
        stack = narrow;
        // Such a processor pops from the bottom, as itself.
        readTable(context, bottom, size);
      });
    }
  }
  return (open, at, supervisor = false) => {
    const pointer = BigInt.asUintN(stack.width, stack.pointer + BigInt(at));
    const linear = stackLinear(open, stack, { pointer, size });
    const uncut = stack.segment.base + pointer;
    if (stack.width !== 64 && size === 2 && uncut !== linear) {
      open.absent("return.slots_wrap_at_4_gib", () => readTable(open, uncut, size));
    }
    let asUser = !supervisor;
    if (asUser && isOfUserOnly(open, linear)) {
      open.absent("return.slots_read_as_user", () => {
        asUser = false;
        readTable(open, stackLinear(open, stack, { pointer: stack.pointer, size }), size);
      });
    }
    return asUser ? readData(open, linear, size) : readTable(open, linear, size);
  };
}

/** Whether it shows at CPL 3 that the user reads and not the processor: SMAP keeps that from the user's pages. */
function isOfUserOnly({ cpu, memory }: OperationContext, linear: bigint): boolean {
  return cpu.cpl === 3 && (cpu.cr4 & CR4_SMAP) !== 0n && memory.pageAt(linear)?.user === true;
}
