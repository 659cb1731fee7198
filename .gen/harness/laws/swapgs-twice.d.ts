import { type Law } from "./law.ts";
/** SWAPGS is its own inverse. The second case starts in the state that the first one left, at the same RIP. */
export declare const swapgsTwice: Law;
