/** Canonical addresses, as the generators understand them; the oracles have their own. */
const LIMITS = {
    48: [1n << 47n, (1n << 64n) - (1n << 47n)],
    57: [1n << 56n, (1n << 64n) - (1n << 56n)],
};
/** Whether bits 63 to width-1 of an address are all equal. */
export function isCanonical(address, width) {
    const [low, high] = LIMITS[width];
    return address < low || address >= high;
}
