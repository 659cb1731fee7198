import type { Law } from "./law.ts";
/** Every law that needs no oracle. */
export declare const LAWS: readonly Law[];
