/** The parts of the rule catalogue that reports quote. */
import { LAWS } from "../laws/index.js";
import { CRASHES, HANGS, INCONSISTENT_VARIANT } from "../own-rules.js";
/** What the harness notices by itself: it is law of no manual. */
const OWN_RULES = new Map([
    [HANGS, "A processor answers every case within the time limit."],
    [CRASHES, "A processor survives every case."],
    [INCONSISTENT_VARIANT, "Where manuals leave a choice, a processor always makes the same one."],
    ...LAWS.map(({ id, statement }) => [id, statement]),
].map(([id = "", statement = ""]) => [id, { statement, sources: [], confidence: "H" }]));
/** What `rules`, or the harness's own list, says of a rule. */
export function ruleText(rules, id) {
    return rules.get(id) ?? OWN_RULES.get(id);
}
/** The clauses that bind `vendor`, as text: `Intel SDM, Vol. 2B, SYSRET, Operation`. */
export function clauses(rule, vendor) {
    return rule.sources
        .filter((source) => source.vendor === vendor)
        .map(({ document, section }) => `${document}, ${section}`);
}
/** A rule of confidence L never fails a run: its findings are information. */
export function isInformation(rules, id) {
    return ruleText(rules, id)?.confidence === "L";
}
