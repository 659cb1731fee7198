/** Which alternative a processor shows at each point where manuals leave a choice. */
import type { RuleId } from "../spec/generated/rule-id.ts";
import type { Choice, Prediction, TestCase, Observation } from "../spec/model.ts";
import type { Capabilities } from "./adapter.ts";
import type { Example } from "./finding.ts";
import type { Break } from "./findings.ts";
/** The first case that showed one alternative, and how many did. */
export interface Shown {
    readonly choice: Choice;
    readonly firstIndex: number;
    readonly example: () => Example;
    cases: number;
}
/** The alternatives that one processor has shown. */
export interface VariantTracker {
    readonly shown: ReadonlyMap<RuleId, ReadonlySet<string>>;
    /**
     * Notes the choices of passing case number `index`; `example` is called when they turn out to be the
     * exception. Returns whether an earlier case showed another alternative.
     */
    note(choices: readonly Choice[], index: number, example: (choice: Choice) => Example): boolean;
    /** The exceptions: at a variant with several alternatives shown, all but the one that most cases show. */
    exceptions(): readonly Shown[];
    /** How many cases showed an exception. */
    exceptional(): number;
}
/** A tracker that has seen nothing yet. */
export declare function trackVariants(): VariantTracker;
/** The finding's share of a case that shows another alternative than most cases do. */
export declare function inconsistency({ variant, alternative }: Choice): Break;
/** How the case differs from the outcomes with another alternative at the variant than its own. */
export declare function inconsistentExample(choice: Choice, capabilities: Capabilities, testCase: TestCase, prediction: Prediction, observation: Observation): Example;
