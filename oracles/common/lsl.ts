/** Intel SDM Vol. 2A and AMD APM Vol. 3, "LSL": what both state alike. */
import { GPR_NAMES } from "../../spec/fields.ts";
import type { GprName } from "../../spec/model.ts";
import type { Operation, OperationContext } from "../operation.ts";
import type { Descriptor } from "./descriptor.ts";
import { inspecting, refuses } from "./inspect.ts";
import { in64BitMode, lma } from "./mode.ts";

const LEGACY_TYPES: ReadonlySet<number> = new Set([1, 2, 3, 9, 0xb]);
const LONG_TYPES: ReadonlySet<number> = new Set([2, 9, 0xb]);
const LOWER = 0xffff_ffffn;
const UPPER = LOWER << 32n;

/** What the vendors state differently. */
export interface LslDifferences {
  /** Whether type 0 has a limit in long mode. */
  readonly takesTypeZero: (context: OperationContext) => boolean;
  /** Whether nothing in the upper half of a 16-byte descriptor speaks against it. */
  readonly passesUpperHalf: (context: OperationContext, selector: number) => boolean;
}

/** LSL after a vendor. */
export function lslWith({ takesTypeZero, passesUpperHalf }: LslDifferences): Operation {
  return inspecting({
    takesCode: true,
    accepts: (context, { s, type }, selector) => {
      if (s === 1) return true;
      const long = lma(context.cpu);
      if (long && type === 0) return takesTypeZero(context);
      if (!(long ? LONG_TYPES : LEGACY_TYPES).has(type)) {
        return !refuses(context, long ? "inspect.lsl_refuses_type" : "inspect.lsl_legacy_refuses_type");
      }
      return !in64BitMode(context.cpu) || passesUpperHalf(context, selector);
    },
    give: giveLimit,
  });
}

function giveLimit(context: OperationContext, { limit, g }: Descriptor): void {
  const { cpu, instruction, setBits, force, unspecified } = context;
  const register = GPR_NAMES[instruction.reg] as GprName;
  const value = BigInt(limit);
  const mask = instruction.size === 16 ? 0xffffn : LOWER;
  if (g === 0) setBits(register, mask, value, "inspect.lsl_limit_in_bytes");
  else force(register, mask, { value, otherwise: value >> 12n }, "inspect.lsl_limit_in_pages");
  if (instruction.size === 16) return;
  if (in64BitMode(cpu)) setBits(register, UPPER, 0n, "inspect.lsl_register_zero_extended");
  else unspecified(register, UPPER, "inspect.lsl_upper_half_unspecified");
}
