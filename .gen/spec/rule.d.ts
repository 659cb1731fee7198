/** What the catalogue says of each rule; the JSON form is described by schemas/rule.json. */
import type { RuleId } from "./generated/rule-id.ts";
import type { Vendor } from "./model.ts";
/** What a rule states; docs/adding-a-rule.md explains each kind. */
export type RuleKind = "raise" | "effect" | "absence" | "order" | "completes" | "unchanged" | "variant" | "mask";
/** Where a manual states the rule. */
export interface RuleSource {
    readonly vendor: Vendor;
    readonly document: string;
    readonly revision?: string;
    readonly section: string;
}
/** The smallest unit of law. */
export interface Rule {
    readonly id: RuleId;
    /** The instruction or family that the id starts with. */
    readonly instruction: string;
    readonly kind: RuleKind;
    readonly statement: string;
    readonly vendors: readonly Vendor[];
    readonly sources: readonly RuleSource[];
    /** Silicon beats a manual, a manual beats an implementation. */
    readonly evidence: readonly {
        readonly kind: "silicon" | "manual" | "implementations";
        readonly text: string;
    }[];
    /** L never fails a run: it is reported as information. */
    readonly confidence: "H" | "M" | "L";
    readonly observable: true | {
        readonly reason: string;
    };
    readonly variant?: {
        readonly alternatives: readonly string[];
        readonly default: string;
    };
    /** What a processor without the rule does, where that is not leaving it out. */
    readonly mutant?: string;
    /** For an absence: how the instruction ends when it does happen. `completes`: as it would anyway. */
    readonly mutantEnd?: "fault" | "trap" | "completes";
}
/** One file of spec/rules. */
export interface RuleFile {
    readonly instruction: string;
    readonly title: string;
    readonly rules: readonly Omit<Rule, "instruction">[];
}
