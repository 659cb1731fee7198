/** Machine code of the experiments, the longest forms spelled out. */
export const SYSCALL: readonly number[] = [0x0f, 0x05];
export const SYSRET: readonly number[] = [0x0f, 0x07];
/** REX.W SYSRET. */
export const SYSRET_W: readonly number[] = [0x48, 0x0f, 0x07];
export const SYSENTER: readonly number[] = [0x0f, 0x34];
export const SYSEXIT: readonly number[] = [0x0f, 0x35];
/** REX.W SYSEXIT. */
export const SYSEXIT_W: readonly number[] = [0x48, 0x0f, 0x35];
export const SWAPGS: readonly number[] = [0x0f, 0x01, 0xf8];
export const RDMSR: readonly number[] = [0x0f, 0x32];
export const WRMSR: readonly number[] = [0x0f, 0x30];
export const NOP: readonly number[] = [0x90];

/** REX.W and an operand-size prefix: the REX is void, since it does not stand right before the opcode. */
export const DEAD_REX_W: readonly number[] = [0x48, 0x66];
export const LOCK = 0xf0;

/** Flags that experiments set. */
export const FLAG = {
  one: 0x2n,
  tf: 0x100n,
  if: 0x200n,
  /** IOPL 2. */
  iopl2: 0x2000n,
  rf: 0x1_0000n,
  vm: 0x2_0000n,
  ac: 0x4_0000n,
  vif: 0x8_0000n,
  vip: 0x10_0000n,
  id: 0x20_0000n,
  /** CF, PF, AF, ZF, SF, OF. */
  status: 0x8d5n,
} as const;
