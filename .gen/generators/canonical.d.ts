/** Canonical addresses, as the generators understand them; the oracles have their own. */
/** Width in bits of a linear address: 4 or 5 levels of paging. */
export type AddressWidth = 48 | 57;
/** Whether bits 63 to width-1 of an address are all equal. */
export declare function isCanonical(address: bigint, width: AddressWidth): boolean;
