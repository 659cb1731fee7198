/** Whether the suite notices every broken rule, and how soon. */
import { caseSource } from "../generators/case-source.ts";
import { INSTRUCTION_NAMES } from "../generators/instruction-name.ts";
import { oracleAdapter } from "../harness/adapters/oracle.ts";
import { runProcessor } from "../harness/run.ts";
import { mutantsOf, predict, type Mutant } from "../oracles/index.ts";
import type { Profile } from "../spec/model.ts";
import { rememberingOracle, rememberingSource } from "./remembering.ts";

/** How many cases it takes to find each mutant of one vendor's oracle. */
export interface MutantScore {
  readonly total: number;
  /** Cases up to and including the first failing one, in ascending order. */
  readonly casesToFind: readonly number[];
  /** Names of mutants that no case showed. */
  readonly missed: readonly string[];
}

/** Runs every mutant until its first failing case, for at most `limit` cases. */
export async function scoreMutants(profile: Profile, seed: number, limit: number): Promise<MutantScore> {
  const source = rememberingSource(caseSource({ profile, seed, only: INSTRUCTION_NAMES }));
  const predictOnce = rememberingOracle(predict);
  const mutants = mutantsOf(profile.vendor);
  const casesToFind: number[] = [];
  const missed: string[] = [];
  for (const mutant of mutants) {
    const { findings } = await runProcessor({
      adapter: oracleAdapter({ profile, mutant }),
      source,
      predict: predictOnce,
      limit: { cases: limit },
      failFast: true,
    });
    const [first] = findings;
    if (first === undefined) missed.push(nameOf(mutant));
    else casesToFind.push(first.firstIndex + 1);
  }
  return { total: mutants.length, casesToFind: casesToFind.toSorted((one, other) => one - other), missed };
}

function nameOf({ rule, group }: Mutant): string {
  return group === undefined ? rule : `${rule} (${group})`;
}
