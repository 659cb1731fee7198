/** Intel SDM Vol. 2A and AMD APM Vol. 3, "LAR": what both state alike. */
import { GPR_NAMES } from "../../spec/fields.ts";
import type { GprName } from "../../spec/model.ts";
import type { Operation, OperationContext } from "../operation.ts";
import type { Descriptor } from "./descriptor.ts";
import { inspecting, refuses } from "./inspect.ts";
import { in64BitMode, lma } from "./mode.ts";

const LEGACY_TYPES: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 9, 0xb, 0xc]);
const LONG_TYPES: ReadonlySet<number> = new Set([9, 0xb, 0xc]);
const LDT = 2;
const CALL_GATE = 0xc;
const UPPER = 0xffff_ffffn << 32n;

/** What the vendors state differently. */
export interface LarDifferences {
  /** Whether an LDT's descriptor has access rights in long mode. */
  readonly takesLdt: (context: OperationContext) => boolean;
  /** Whether nothing in the upper half of a 16-byte descriptor speaks against it. */
  readonly passesUpperHalf: (context: OperationContext, selector: number) => boolean;
  /** Gives the register bits 19:16 of the descriptor's second doubleword. */
  readonly limitBits: (context: OperationContext, register: GprName, value: bigint) => void;
}

/** Bits 19:16 of the second doubleword: those of the limit. */
export const LIMIT_BITS: bigint = 0xf_0000n;

/** LAR after a vendor. */
export function larWith({ takesLdt, passesUpperHalf, limitBits }: LarDifferences): Operation {
  return inspecting({
    takesCode: true,
    accepts: (context, descriptor, selector) =>
      descriptor.s === 1 ||
      (isOfType(context, descriptor, takesLdt) &&
        (!isWide(context, descriptor) || passesUpperHalf(context, selector))),
    give: (context, descriptor) => giveRights(context, descriptor, limitBits),
  });
}

function isOfType(
  context: OperationContext,
  { type }: Descriptor,
  takesLdt: LarDifferences["takesLdt"],
): boolean {
  const long = lma(context.cpu);
  if ((long ? LONG_TYPES : LEGACY_TYPES).has(type)) return true;
  if (long && type === LDT) return takesLdt(context);
  return !refuses(context, long ? "inspect.lar_refuses_type" : "inspect.lar_legacy_refuses_type");
}

/** Descriptors of LDTs and TSSs have 16 bytes in 64-bit mode, those of call gates in all of long mode. */
function isWide({ cpu }: OperationContext, { type }: Descriptor): boolean {
  if (type === CALL_GATE) return lma(cpu);
  return in64BitMode(cpu) && (type === LDT || LONG_TYPES.has(type));
}

function giveRights(
  context: OperationContext,
  { high }: Descriptor,
  limitBits: LarDifferences["limitBits"],
): void {
  const { cpu, instruction, setBits, force, unspecified } = context;
  const register = GPR_NAMES[instruction.reg] as GprName;
  const value = BigInt(high);
  setBits(register, 0xff00n, value, "inspect.lar_access_rights");
  force(register, 0xffn, { value: 0n, otherwise: value }, "inspect.lar_other_bits_zero");
  if (instruction.size === 16) return;
  setBits(register, 0xf0_0000n, value, "inspect.lar_access_rights");
  limitBits(context, register, value);
  force(register, 0xff00_0000n, { value: 0n, otherwise: value }, "inspect.lar_other_bits_zero");
  if (in64BitMode(cpu)) setBits(register, UPPER, 0n, "inspect.lar_register_zero_extended");
  else unspecified(register, UPPER, "inspect.lar_upper_half_unspecified");
}
