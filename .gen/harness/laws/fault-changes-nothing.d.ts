import { type Law } from "./law.ts";
/**
 * A fault at the instruction itself, seen before delivery. An exception at another RIP is one of the
 * next fetch or a trap, behind an instruction that completed.
 */
export declare const faultChangesNothing: Law;
