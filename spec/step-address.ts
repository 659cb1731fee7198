/** Where the instructions of a case lie. */
import type { CpuState, Step } from "./model.ts";

const EFER_LMA = 1n << 10n;

/** The linear address that RIP names: RIP itself in 64-bit mode, else CS.base + RIP in 32 bits. */
export function linearRip({ efer, cs, rip }: Pick<CpuState, "efer" | "cs" | "rip">): bigint {
  const mode64 = (efer & EFER_LMA) !== 0n && cs.l === 1;
  return mode64 ? rip : BigInt.asUintN(32, cs.base + rip);
}

/** The linear address of each step of a case. */
export function stepAddresses({
  before,
  steps,
}: {
  readonly before: Pick<CpuState, "efer" | "cs" | "rip">;
  readonly steps: readonly Step[];
}): readonly bigint[] {
  let following = linearRip(before);
  return steps.map(({ bytes, at = following }) => {
    following = BigInt.asUintN(64, at + BigInt(bytes.length));
    return at;
  });
}
