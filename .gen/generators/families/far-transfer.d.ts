import type { Family } from "./family.ts";
/** With the pointer in the instruction, which 64-bit mode does not know. */
export declare const FAR_DIRECT: Family;
/** With the pointer in memory. */
export declare const FAR_MEMORY: Family;
