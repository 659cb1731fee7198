/** The parts of the rule catalogue that reports quote. */

import { LAWS } from "../laws/index.ts";
import { CRASHES, HANGS, INCONSISTENT_VARIANT } from "../own-rules.ts";

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

/** What the harness notices by itself: it is law of no manual. */
const OWN_RULES: ReadonlyMap<string, RuleText> = new Map(
  [
    [HANGS, "A processor answers every case within the time limit."],
    [CRASHES, "A processor survives every case."],
    [INCONSISTENT_VARIANT, "Where manuals leave a choice, a processor always makes the same one."],
    ...LAWS.map(({ id, statement }) => [id, statement] as const),
  ].map(([id = "", statement = ""]) => [id, { statement, sources: [], confidence: "H" }]),
);

/** What `rules`, or the harness's own list, says of a rule. */
export function ruleText(rules: RuleTexts, id: string): RuleText | undefined {
  return rules.get(id) ?? OWN_RULES.get(id);
}

/** The clauses that bind `vendor`, as text: `Intel SDM, Vol. 2B, SYSRET, Operation`. */
export function clauses(rule: RuleText, vendor: string): readonly string[] {
  return rule.sources
    .filter((source) => source.vendor === vendor)
    .map(({ document, section }) => `${document}, ${section}`);
}

/** A rule of confidence L never fails a run: its findings are information. */
export function isInformation(rules: RuleTexts, id: string): boolean {
  return ruleText(rules, id)?.confidence === "L";
}
