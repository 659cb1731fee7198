import type { Claim } from "../generated/documents.ts";
/** spec/claims.json. */
export declare function readClaims(root: string): readonly Claim[];
/** The source of spec/generated/claims.ts. */
export declare function claimsSource(root: string): string;
/** The text of docs/claims.md. */
export declare function claimsPage(root: string): string;
