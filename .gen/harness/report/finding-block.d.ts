import type { TestCase } from "../../spec/model.ts";
import { type ComparisonText } from "./comparison-text.ts";
import type { MergedFinding } from "./merge-models.ts";
import type { DifferenceText } from "./notation.ts";
import type { Paint } from "./paint.ts";
import { type RuleTexts } from "./rule-text.ts";
/** What a finding is printed with. */
export interface FindingBlockOptions {
    /** Its place in the report, from 1. */
    readonly number: number;
    readonly rules: RuleTexts;
    /** How the user calls the program here. */
    readonly command: string;
    readonly replay: string;
    /** The boring machine of a case, if it has one. */
    readonly plain: (testCase: TestCase) => TestCase | undefined;
    readonly paint: Paint;
    /** The width of the terminal. */
    readonly columns: number;
}
/**
 * A finding as a block of lines: who, which rule, what it says and where; the smallest example;
 * predicted against observed; how often; how to see it again.
 */
export declare function findingBlock({ finding, others }: MergedFinding, options: FindingBlockOptions): string;
/** The ends of a case that differs: one line when they are the same, otherwise one for each. */
export declare function endLines(comparison: ComparisonText, paint: Paint): readonly string[];
/** The differing fields as a small table; none when the ends tell it all. */
export declare function fieldLines(fields: readonly DifferenceText[]): readonly string[];
