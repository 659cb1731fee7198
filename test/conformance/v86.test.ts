/** What a run of legacy mode with a fixed seed finds in v86: each finding has its entry with the evidence. */
import { describe } from "vitest";
import { INSTRUCTION_NAMES } from "../../generators/instruction-name.ts";
import { itFindsOnlyWhatIsDocumented } from "./run.ts";

describe("the findings in legacy mode", () => {
  // An instruction that is too long has as many prefixes.
  itFindsOnlyWhatIsDocumented({
    seed: 1,
    cases: 20_000,
    only: INSTRUCTION_NAMES,
    on: ["v86"],
    farthest: 15,
  });
});
