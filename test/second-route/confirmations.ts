/** All confirmations. */
import type { Confirmation } from "./confirmation.ts";
import { BOCHS } from "./findings/bochs.ts";
import { QEMU_FSGSBASE, QEMU_MSRS } from "./findings/qemu-msrs.ts";
import { QEMU_DECODE, QEMU_SYSCALL } from "./findings/qemu-syscall.ts";
import { QEMU_SYSRET } from "./findings/qemu-sysret.ts";

export const CONFIRMATIONS: readonly Confirmation[] = [
  ...QEMU_SYSRET, ...QEMU_SYSCALL, ...QEMU_DECODE, ...QEMU_MSRS, ...QEMU_FSGSBASE, ...BOCHS,
];
