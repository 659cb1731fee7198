/** Whether the suite notices every broken rule, and how soon. */
import { caseSource } from "../generators/case-source.ts";
import type { InstructionName } from "../generators/instruction-name.ts";
import { oracleAdapter } from "../harness/adapters/oracle.ts";
import { runProcessor } from "../harness/run.ts";
import { mutantsOf, predict, type Mutant } from "../oracles/index.ts";
import type { RuleId } from "../spec/generated/rule-id.ts";
import type { Profile } from "../spec/model.ts";
import { rememberingOracle, rememberingSource } from "./remembering.ts";

/** How many cases it takes to find each mutant of one vendor's oracle. */
export interface MutantScore {
  readonly total: number;
  /** Cases up to and including the first failing one, in ascending order. */
  readonly casesToFind: readonly number[];
  /** Names of mutants that no case showed. */
  readonly missed: readonly string[];
  /** Names of those whose rule no case exercises; they were not run. */
  readonly unexercised: readonly string[];
}

/** Which mutants, and on what. */
export interface MutantRun {
  readonly profile: Profile;
  readonly seed: number;
  /** Cases per mutant. */
  readonly limit: number;
  /** The instructions to draw. */
  readonly only: readonly InstructionName[];
}

/** Runs every mutant whose rule one of the cases exercises until its first failing case. */
export async function scoreMutants({ profile, seed, limit, only }: MutantRun): Promise<MutantScore> {
  const source = rememberingSource(caseSource({ profile, seed, only }));
  const predictOnce = rememberingOracle(predict);
  const exercised = new Set<RuleId>();
  for (let index = 0; index < limit; index++) {
    for (const rule of predictOnce(source.at(index)).exercised) exercised.add(rule);
  }
  const all = mutantsOf(profile.vendor);
  const mutants = all.filter(({ rule }) => exercised.has(rule));
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
  return {
    total: mutants.length,
    casesToFind: casesToFind.toSorted((one, other) => one - other),
    missed,
    unexercised: all.filter(({ rule }) => !exercised.has(rule)).map(nameOf),
  };
}

function nameOf({ rule, group }: Mutant): string {
  return group === undefined ? rule : `${rule} (${group})`;
}
