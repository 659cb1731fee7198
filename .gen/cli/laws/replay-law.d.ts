/** Shows a broken law again. */
import type { Adapter } from "../../harness/adapter.ts";
import type { Law } from "../../harness/laws/law.ts";
import type { Paint } from "../../harness/report/paint.ts";
import type { TestCase } from "../../spec/model.ts";
/** The law and the choice of the second case, as a replay line holds them: `law.avl#17`. */
export declare function lawRuleText({ id }: Law, pick: number): string;
/** The same read back; undefined for what names no law. Errors: `UsageError` for a law that is not there. */
export declare function parseLawRule(rule: string): {
    readonly law: Law;
    readonly pick: number;
} | undefined;
/** Runs the cases of a law again and prints what became of them. Returns the exit code. */
export declare function replayLaw({ law, pick }: {
    readonly law: Law;
    readonly pick: number;
}, { adapter, testCase, paint, }: {
    readonly adapter: Adapter;
    readonly testCase: TestCase;
    readonly paint: Paint;
}): Promise<number>;
