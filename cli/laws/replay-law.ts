/** Shows a broken law again. */
import type { Adapter } from "../../harness/adapter.ts";
import { asker } from "../../harness/ask.ts";
import { LAWS } from "../../harness/laws/index.ts";
import type { Law } from "../../harness/laws/law.ts";
import { tryLaw } from "../../harness/laws/run-law.ts";
import type { Paint } from "../../harness/report/paint.ts";
import type { TestCase } from "../../spec/model.ts";
import { ERROR, FINDINGS, ONLY_SKIPS } from "../exit-code.ts";
import { complain, print } from "../output.ts";
import { UsageError } from "../usage-error.ts";
import { lawRunLines } from "./law-block.ts";

/** The law and the choice of the second case, as a replay line holds them: `law.avl#17`. */
export function lawRuleText({ id }: Law, pick: number): string {
  return `${id}#${pick}`;
}

/** The same read back; undefined for what names no law. Errors: `UsageError` for a law that is not there. */
export function parseLawRule(rule: string): { readonly law: Law; readonly pick: number } | undefined {
  if (!rule.startsWith("law.")) return undefined;
  const [id, pick] = rule.split("#");
  const law = LAWS.find((known) => known.id === id);
  if (law === undefined || !/^\d{1,15}$/.test(pick ?? "")) {
    throw new UsageError(`there is no law '${rule}'`, "the line may come from another version");
  }
  return { law, pick: Number(pick) };
}

/** Runs the cases of a law again and prints what became of them. Returns the exit code. */
export async function replayLaw(
  { law, pick }: { readonly law: Law; readonly pick: number },
  {
    adapter,
    testCase,
    paint,
  }: { readonly adapter: Adapter; readonly testCase: TestCase; readonly paint: Paint },
): Promise<number> {
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
