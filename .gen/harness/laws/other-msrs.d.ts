import type { Law } from "./law.ts";
/** MSRs that the instruction has nothing to do with, and the parts of STAR that belong to the other one. */
export declare const otherMsrs: Law;
