import type { Claim } from "./documents.ts";
/** What the founding notes claim, by number. */
export declare const CLAIMS: readonly Claim[];
