/** Where a case record holds its 64-bit values, in words of 32 bits. */
import { CASE, STATE, VMCB_SCALARS } from "../../../guest/layout.ts";

/** By name. */
export const SCALAR: { readonly [name in (typeof VMCB_SCALARS)[number]]: number } = Object.fromEntries(
  VMCB_SCALARS.map((name, index) => [name, (CASE.state + STATE.scalars + index * 8) >> 2]),
) as { readonly [name in (typeof VMCB_SCALARS)[number]]: number };
