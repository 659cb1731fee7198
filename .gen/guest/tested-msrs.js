/** The MSRs that cases may read and write, from spec/registers/msrs.json. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "./package-root.js";
/**
 * Indices of the MSRs that hold state of the model, and of those that no vendor defines: a test of the
 * latter is only safe because nothing is behind them.
 */
export function testedMsrs() {
    const path = join(packageRoot(), "spec", "registers", "msrs.json");
    const { msrs, unknown } = JSON.parse(readFileSync(path, "utf8"));
    return [...msrs.map(({ index }) => Number(index)), ...unknown.map(Number)];
}
