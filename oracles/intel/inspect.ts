/** Intel SDM Vol. 2A, "LAR" and "LSL", with their tables of types. */
import { LIMIT_BITS, larWith } from "../common/lar.ts";
import { lslWith } from "../common/lsl.ts";
import { readUpperHalf } from "../common/wide-descriptor.ts";
import type { Operation, OperationContext } from "../operation.ts";

/** The manual speaks of the second doubleword of the descriptor alone. */
function passesUpperHalf(context: OperationContext, selector: number): boolean {
  if (context.variant("inspect.upper_half", ["ignored", "checked"]) === "ignored") return true;
  return readUpperHalf(context, selector)?.type === 0;
}

export const lar: Operation = larWith({
  takesLdt: ({ variant }) => variant("inspect.lar_ldt_in_long_mode", ["refused", "accepted"]) === "accepted",
  passesUpperHalf,
  limitBits: ({ unspecified }, register) =>
    unspecified(register, LIMIT_BITS, "inspect.lar_limit_bits_unspecified"),
});

export const lsl: Operation = lslWith({
  takesTypeZero: ({ variant }) =>
    variant("inspect.lsl_type_0_in_long_mode", ["refused", "accepted"]) === "accepted",
  passesUpperHalf,
});
