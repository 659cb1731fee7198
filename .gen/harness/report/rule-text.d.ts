/** The parts of the rule catalogue that reports quote. */
/** Where a manual states a rule. */
export interface Clause {
    readonly vendor: string;
    readonly document: string;
    readonly revision?: string;
    readonly section: string;
}
/** What a report says of a rule; entries of the rule catalogue have this shape. */
export interface RuleText {
    readonly statement: string;
    readonly sources: readonly Clause[];
    readonly confidence: string;
}
/** The catalogue as reports see it. */
export type RuleTexts = ReadonlyMap<string, RuleText>;
/** What `rules`, or the harness's own list, says of a rule. */
export declare function ruleText(rules: RuleTexts, id: string): RuleText | undefined;
/** The clauses that bind `vendor`, as text: `Intel SDM, Vol. 2B, SYSRET, Operation`. */
export declare function clauses(rule: RuleText, vendor: string): readonly string[];
/** A rule of confidence L never fails a run: its findings are information. */
export declare function isInformation(rules: RuleTexts, id: string): boolean;
