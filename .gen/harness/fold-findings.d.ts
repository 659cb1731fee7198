import type { Prediction, TestCase } from "../spec/model.ts";
import type { Adapter } from "./adapter.ts";
import type { CaseSource } from "./case-source.ts";
import type { Finding } from "./finding.ts";
/**
 * The findings without those that another one explains, whose cases count under that one. Where the
 * processor breaks on a neighbour, the finding stays as it is.
 */
export declare function foldFindings(options: {
    readonly adapter: Adapter;
    readonly source: CaseSource;
    readonly predict: (testCase: TestCase) => Prediction;
    /** With their smallest examples. */
    readonly findings: readonly Finding[];
}): Promise<readonly Finding[]>;
