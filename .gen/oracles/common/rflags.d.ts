/** The bits of RFLAGS that ring crossings treat apart: Intel SDM Vol. 1, 3.4.3; AMD APM Vol. 2, 3.1.6. */
/** Bit 1, which always reads 1. */
export declare const BIT_1: bigint;
/** TF: single-step. */
export declare const TF: bigint;
/** IF: interrupts enabled. */
export declare const IF: bigint;
/** RF: resume. */
export declare const RF: bigint;
/** VM: virtual-8086 mode. */
export declare const VM: bigint;
/** VIF and VIP: virtual interrupt flag and pending. */
export declare const VIF_VIP: bigint;
/** Bits 3, 5, 15 and 63:22, which always read 0. */
export declare const RESERVED: bigint;
/** Every bit of RFLAGS but RF. */
export declare const ALL_BUT_RF: bigint;
/** CF PF AF ZF SF TF IF DF OF IOPL NT AC ID: what SYSRET takes from R11, but for VIF and VIP. */
export declare const FROM_R11: bigint;
