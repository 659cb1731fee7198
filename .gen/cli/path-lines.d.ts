import type { Paint } from "../harness/report/paint.ts";
import type { TestCase } from "../spec/model.ts";
/** One row per rule in the order of the manuals; `≠` marks those that only one path applies, or otherwise. */
export declare function pathLines(testCase: TestCase, { paint, columns }: {
    readonly paint: Paint;
    readonly columns: number;
}): readonly string[];
