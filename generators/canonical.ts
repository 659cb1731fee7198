/** Canonical addresses, as the generators understand them; the oracles have their own. */

/** Width in bits of a linear address: 4 or 5 levels of paging. */
export type AddressWidth = 48 | 57;

const LIMITS: { readonly [width in AddressWidth]: readonly [bigint, bigint] } = {
  48: [1n << 47n, (1n << 64n) - (1n << 47n)],
  57: [1n << 56n, (1n << 64n) - (1n << 56n)],
};

/** Whether bits 63 to width-1 of an address are all equal. */
export function isCanonical(address: bigint, width: AddressWidth): boolean {
  const [low, high] = LIMITS[width];
  return address < low || address >= high;
}
