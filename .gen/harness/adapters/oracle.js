/** The oracle as a processor, and the processors that break one of its rules: they test the suite itself. */
import { simulate } from "../../oracles/index.js";
/** A processor that does what the manual of the profile's vendor says, but for the mutant's rule. */
export function oracleAdapter({ profile, mutant }) {
    return {
        name: mutant === undefined ? "oracle" : mutantName(mutant),
        version: "built in",
        model: profile.vendor,
        profile,
        capabilities: { fields: new Map(), noOpinion: new Map(), batch: 1000 },
        run: (cases) => Promise.resolve(cases.map((testCase) => simulate(testCase, mutant))),
    };
}
/** `mutant:sysret.cpl_3`, and `mutant:sysret.unchanged:efer` for one group of state. */
function mutantName({ rule, group }) {
    return group === undefined ? `mutant:${rule}` : `mutant:${rule}:${group}`;
}
