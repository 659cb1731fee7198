import type { Group } from "./group.ts";
export declare const GPR_GROUPS: readonly Group[];
export declare const MSR_GROUPS: readonly Group[];
export declare const CONTROL_GROUPS: readonly Group[];
export declare const FLAG_GROUPS: readonly Group[];
