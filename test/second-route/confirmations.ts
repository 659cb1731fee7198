/** All confirmations, and what this route does not confirm. */
import type { Confirmation } from "./confirmation.ts";
import { BOCHS, BOCHS_CLEARED } from "./findings/bochs.ts";
import { QEMU_CONTROL } from "./findings/control.ts";
import { DEBUG_REGISTERS } from "./findings/debug-registers.ts";
import { BOCHS_NEAR, QEMU_NEAR } from "./findings/near.ts";
import { QEMU_FSGSBASE, QEMU_MSRS } from "./findings/qemu-msrs.ts";
import { QEMU_DECODE, QEMU_SYSCALL } from "./findings/qemu-syscall.ts";
import { QEMU_SYSRET } from "./findings/qemu-sysret.ts";
import { BOCHS_FAR, QEMU_FAR } from "./findings/far.ts";
import { BOCHS_MEMORY, QEMU_MEMORY } from "./findings/memory.ts";
import { BOCHS_STACK_SEGMENTS, QEMU_STACK_SEGMENTS } from "./findings/stack-segments.ts";
import { BOCHS_RETURNS, QEMU_RETURNS } from "./findings/returns.ts";
import { BOCHS_SYSENTER, QEMU_SYSENTER } from "./findings/sysenter.ts";
import { BOCHS_LOAD_TABLES, QEMU_LOAD_TABLES } from "./findings/load-tables.ts";
import { QEMU_TABLES } from "./findings/tables.ts";

export const CONFIRMATIONS: readonly Confirmation[] = [
  ...QEMU_SYSRET,
  ...QEMU_SYSCALL,
  ...QEMU_SYSENTER,
  ...QEMU_DECODE,
  ...QEMU_CONTROL,
  ...DEBUG_REGISTERS,
  ...QEMU_MSRS,
  ...QEMU_FSGSBASE,
  ...QEMU_NEAR,
  ...BOCHS_NEAR,
  ...QEMU_MEMORY,
  ...QEMU_FAR,
  ...BOCHS_MEMORY,
  ...QEMU_STACK_SEGMENTS,
  ...BOCHS_STACK_SEGMENTS,
  ...BOCHS_FAR,
  ...QEMU_TABLES,
  ...QEMU_LOAD_TABLES,
  ...BOCHS_LOAD_TABLES,
  ...BOCHS,
  ...BOCHS_SYSENTER,
  ...QEMU_RETURNS,
  ...BOCHS_RETURNS,
];

/** Experiments in which the processor does what the manual says, where a run through the VMCB said otherwise. */
export const CLEARED: readonly Confirmation[] = BOCHS_CLEARED;
