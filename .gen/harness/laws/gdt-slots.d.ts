import type { Law } from "./law.ts";
/** The content of the GDT. None of these instructions reads it, so that no slot is related to any. */
export declare const gdtSlots: Law;
