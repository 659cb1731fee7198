/** An immediate. */
export const imm = (immediate) => ({ immediate });
/** Memory at an absolute address. */
export const at = (displacement) => ({ displacement });
/** Memory at a register plus a displacement. */
export const from = (base, displacement) => ({ base, displacement });
/** REP MOVSQ and REP STOSQ, for which the encoder has no plain codes. */
export const REP_MOVSQ = Uint8Array.of(0xf3, 0x48, 0xa5);
export const REP_STOSQ = Uint8Array.of(0xf3, 0x48, 0xab);
