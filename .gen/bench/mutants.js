/** Whether the suite notices every broken rule, and how soon. */
import { caseSource } from "../generators/case-source.js";
import { INSTRUCTION_NAMES } from "../generators/instruction-name.js";
import { oracleAdapter } from "../harness/adapters/oracle.js";
import { runProcessor } from "../harness/run.js";
import { mutantsOf, predict } from "../oracles/index.js";
import { rememberingOracle, rememberingSource } from "./remembering.js";
/** Runs every mutant until its first failing case, for at most `limit` cases. */
export async function scoreMutants(profile, seed, limit) {
    const source = rememberingSource(caseSource({ profile, seed, only: INSTRUCTION_NAMES }));
    const predictOnce = rememberingOracle(predict);
    const mutants = mutantsOf(profile.vendor);
    const casesToFind = [];
    const missed = [];
    for (const mutant of mutants) {
        const { findings } = await runProcessor({
            adapter: oracleAdapter({ profile, mutant }),
            source,
            predict: predictOnce,
            limit: { cases: limit },
            failFast: true,
        });
        const [first] = findings;
        if (first === undefined)
            missed.push(nameOf(mutant));
        else
            casesToFind.push(first.firstIndex + 1);
    }
    return { total: mutants.length, casesToFind: casesToFind.toSorted((one, other) => one - other), missed };
}
function nameOf({ rule, group }) {
    return group === undefined ? rule : `${rule} (${group})`;
}
