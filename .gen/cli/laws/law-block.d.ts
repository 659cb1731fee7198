import type { Paint } from "../../harness/report/paint.ts";
import { type LawFinding } from "../../harness/laws/run-law.ts";
/** What a finding is printed with. */
export interface LawBlockOptions {
    /** Its place in the report, from 1. */
    readonly number: number;
    readonly replay: string;
    readonly paint: Paint;
}
/** Who, which law, the cases and what became of each, how they differ, how to see it again. */
export declare function lawBlock(finding: LawFinding, { number, replay, paint }: LawBlockOptions): readonly string[];
/** The cases of a run of a law, and what differs. */
export declare function lawRunLines({ law, run: { first, second }, differences }: Pick<LawFinding, "law" | "run" | "differences">, paint: Paint): readonly string[];
