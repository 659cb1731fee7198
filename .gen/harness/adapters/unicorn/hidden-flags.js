/** The flags that TCG translates code by; they follow from the rest of the state and are part of the context. */
/** Bit positions in QEMU's hflags, in the releases of QEMU that Unicorn 2 is made of. */
const SHIFT = {
    inhibit: 3,
    cs32: 4,
    ss32: 5,
    addSegment: 6,
    pe: 7,
    fpu: 9,
    lma: 14,
    cs64: 15,
    svme: 20,
    fxsr: 22,
    smap: 23,
};
const EFER_LMA = 1 << 10;
const EFER_SVME = 1 << 12;
const CR4_OSFXSR = 1 << 9;
const CR4_SMAP = 1 << 21;
/** CPL, the two lowest bits. */
export const HFLAGS_CPL = 3;
/**
 * The flags for a state. The shadow of an interrupt is always in force: nothing interrupts here, and it
 * makes the translator stop behind one instruction. Without it, translation runs on into the next page,
 * and a fault of that fetch is raised before the instruction under test was executed.
 */
export function hiddenFlags(state) {
    const { cpl, cr0, cr4, efer, csL, csD, ssB, isFlat } = state;
    const lma = (efer & EFER_LMA) === 0 ? 0 : 1;
    const is64 = lma & csL;
    const cs32 = is64 | csD;
    const addSegment = is64 === 1 || (cs32 === 1 && isFlat) ? 0 : 1;
    return (cpl |
        (1 << SHIFT.inhibit) |
        (cs32 << SHIFT.cs32) |
        (ssB << SHIFT.ss32) |
        (addSegment << SHIFT.addSegment) |
        ((cr0 & 1) << SHIFT.pe) |
        (((cr0 >> 1) & 7) << SHIFT.fpu) |
        (lma << SHIFT.lma) |
        (is64 << SHIFT.cs64) |
        (efer & EFER_SVME ? 1 << SHIFT.svme : 0) |
        (cr4 & CR4_OSFXSR ? 1 << SHIFT.fxsr : 0) |
        (cr4 & CR4_SMAP ? 1 << SHIFT.smap : 0));
}
