import type { Law } from "./law.ts";
/** General registers that the instruction does not use. */
export declare const unusedRegisters: Law;
