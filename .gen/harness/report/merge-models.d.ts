import type { Finding } from "../finding.ts";
/** A finding, and the same one on other models of the product. */
export interface MergedFinding {
    readonly finding: Finding;
    readonly others: readonly Finding[];
}
/** Joins findings that differ in nothing but the model, in the order of the first of each. */
export declare function mergeModels(findings: readonly Finding[]): readonly MergedFinding[];
