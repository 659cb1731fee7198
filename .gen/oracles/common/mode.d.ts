/** What the control registers say about the mode: Intel SDM Vol. 3A, 2.2.1; AMD APM Vol. 2, 3.1.7. */
import type { CpuState } from "../../spec/model.ts";
/** EFER.SCE: SYSCALL and SYSRET are enabled. */
export declare function sce(cpu: CpuState): boolean;
/** EFER.LMA: long mode is active. */
export declare function lma(cpu: CpuState): boolean;
/** 64-bit mode: long mode is active and the code segment is 64-bit. */
export declare function in64BitMode(cpu: CpuState): boolean;
