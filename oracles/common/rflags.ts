/** The bits of RFLAGS that ring crossings treat apart: Intel SDM Vol. 1, 3.4.3; AMD APM Vol. 2, 3.1.6. */

/** Bit 1, which always reads 1. */
export const BIT_1: bigint = 1n << 1n;
/** ZF: zero. */
export const ZF: bigint = 1n << 6n;
/** TF: single-step. */
export const TF: bigint = 1n << 8n;
/** IF: interrupts enabled. */
export const IF: bigint = 1n << 9n;
/** RF: resume. */
export const RF: bigint = 1n << 16n;
/** VM: virtual-8086 mode. */
export const VM: bigint = 1n << 17n;
/** VIF and VIP: virtual interrupt flag and pending. */
export const VIF_VIP: bigint = 3n << 19n;
/** Bits 3, 5, 15 and 63:22, which always read 0. */
export const RESERVED: bigint = 0xffff_ffff_ffc0_8028n;
/** Every bit of RFLAGS but RF. */
export const ALL_BUT_RF: bigint = 0xffff_ffff_fffe_ffffn;
/** CF PF AF ZF SF TF IF DF OF IOPL NT AC ID: what SYSRET takes from R11, but for VIF and VIP. */
export const FROM_R11: bigint = 0x24_7fd5n;
