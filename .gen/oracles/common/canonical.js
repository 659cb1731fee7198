const CR4_LA57 = 1n << 12n;
/** Whether bits 63 down to `width` - 1 are all equal. */
export function isCanonical(address, width) {
    return BigInt.asUintN(64, BigInt.asIntN(width, address)) === address;
}
/** The width of the paging in use: what RIP and the operands of WRFSBASE and WRGSBASE must fit. */
export function pagingWidth(cpu) {
    return (cpu.cr4 & CR4_LA57) !== 0n ? 57 : 48;
}
/** The width that the CPU supports, whatever CR4 says: what MSRs that hold addresses must fit. */
export function cpuWidth(profile) {
    return profile.features.la57 ? 57 : 48;
}
