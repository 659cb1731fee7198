/** AMD APM Vol. 3, "LAR" and "LSL". */
import { refuses } from "../common/inspect.ts";
import { LIMIT_BITS, larWith } from "../common/lar.ts";
import { lslWith } from "../common/lsl.ts";
import { readUpperHalf } from "../common/wide-descriptor.ts";
import type { Operation, OperationContext } from "../operation.ts";

function passesUpperHalf(context: OperationContext, selector: number): boolean {
  const upper = readUpperHalf(context, selector);
  if (upper === undefined) return !refuses(context, "inspect.refuses_upper_beyond_limit");
  return upper.type === 0 || !refuses(context, "inspect.refuses_upper_type");
}

export const lar: Operation = larWith({
  takesLdt: (context) => {
    let takes = true;
    context.absent("inspect.lar_ldt_accepted", () => (takes = false));
    return takes;
  },
  passesUpperHalf,
  limitBits: ({ setBits }, register, value) => setBits(register, LIMIT_BITS, value, "inspect.lar_limit_bits"),
});

export const lsl: Operation = lslWith({
  takesTypeZero: (context) => !refuses(context, "inspect.lsl_refuses_type"),
  passesUpperHalf,
});
