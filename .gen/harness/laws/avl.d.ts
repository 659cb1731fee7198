import type { Law } from "./law.ts";
/** The bit of a descriptor that is free for software, in the hidden part of a register. */
export declare const avl: Law;
