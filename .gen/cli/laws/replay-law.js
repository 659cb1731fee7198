import { asker } from "../../harness/ask.js";
import { LAWS } from "../../harness/laws/index.js";
import { tryLaw } from "../../harness/laws/run-law.js";
import { ERROR, FINDINGS, ONLY_SKIPS } from "../exit-code.js";
import { complain, print } from "../output.js";
import { UsageError } from "../usage-error.js";
import { lawRunLines } from "./law-block.js";
/** The law and the choice of the second case, as a replay line holds them: `law.avl#17`. */
export function lawRuleText({ id }, pick) {
    return `${id}#${pick}`;
}
/** The same read back; undefined for what names no law. Errors: `UsageError` for a law that is not there. */
export function parseLawRule(rule) {
    if (!rule.startsWith("law."))
        return undefined;
    const [id, pick] = rule.split("#");
    const law = LAWS.find((known) => known.id === id);
    if (law === undefined || !/^\d{1,15}$/.test(pick ?? "")) {
        throw new UsageError(`there is no law '${rule}'`, "the line may come from another version");
    }
    return { law, pick: Number(pick) };
}
/** Runs the cases of a law again and prints what became of them. Returns the exit code. */
export async function replayLaw({ law, pick }, { adapter, testCase, paint, }) {
    const processor = asker({
        adapter,
        onTrouble: ({ processor: name, message, hint }) => complain(`${name}: ${message}`, hint),
    });
    const [outcome] = await tryLaw(law, { adapter, processor }, [testCase], [pick]);
    print([`  ${law.statement}`]);
    if (outcome === undefined || "lost" in outcome) {
        print([paint.bad("no answer: the processor or its adapter broke")]);
        return ERROR;
    }
    if ("skip" in outcome) {
        print([paint.notice(`skipped: ${outcome.skip}`)]);
        return ONLY_SKIPS;
    }
    if ("silent" in outcome) {
        print([paint.notice("the law says nothing of what this processor did")]);
        return ONLY_SKIPS;
    }
    const { run, differences } = outcome;
    const isBroken = differences.length > 0;
    print([
        ...lawRunLines({ law, run, differences }, paint),
        isBroken ? paint.bad(`still differs: ${law.id}`) : paint.good("no longer differs"),
    ]);
    return isBroken ? FINDINGS : 0;
}
