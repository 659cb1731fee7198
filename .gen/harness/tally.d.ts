/** Keeps the score of a run: verdicts by case, in the order of their index. */
import type { RuleId } from "../spec/generated/rule-id.ts";
import type { Capabilities } from "./adapter.ts";
import type { Answer, Breakage } from "./ask.ts";
import type { CaseSource } from "./case-source.ts";
import type { Drawn } from "./draw.ts";
import type { Finding, ProcessorIdentity, Totals } from "./finding.ts";
import { type Break } from "./findings.ts";
import type { Trouble } from "./report/reporter.ts";
/** The score of one processor. */
export interface Tally {
    readonly findings: number;
    readonly exercised: ReadonlySet<RuleId>;
    readonly skipReasons: ReadonlyMap<string, number>;
    readonly variants: ReadonlyMap<RuleId, ReadonlySet<string>>;
    totals(seconds: number): Totals;
    /**
     * Judges one case; `answer` is absent for a case that was not asked. Returns whether it fails the run:
     * a rule of confidence L never does.
     */
    count(drawn: Drawn, answer?: Answer): boolean;
    results(source: CaseSource): readonly Finding[];
}
/**
 * A score of zero. `onTrouble` hears of cases that could not be drawn, once per reason. Where `only` is
 * given, only breaks of the rules that it wants count.
 */
export declare function tally(processor: ProcessorIdentity, capabilities: Capabilities, onTrouble: (trouble: Trouble) => void, only?: (rule: RuleId) => boolean): Tally;
/** A case that breaks the processor, told apart by the rule that decides the predicted end. */
export declare function breakOf({ breaks }: Pick<Breakage, "breaks">, endRule: RuleId): Break;
