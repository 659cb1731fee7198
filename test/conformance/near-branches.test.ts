/** What a run of near branches with a fixed seed finds in the emulators. */
import { describe } from "vitest";
import { NEAR_BRANCH } from "../../generators/families/near-branch.ts";
import { itFindsOnlyWhatIsDocumented } from "./run.ts";

describe("the findings about near branches", () => {
  // A misaligned operand with base and index, under #AC, differs in five groups.
  itFindsOnlyWhatIsDocumented({ seed: 1, cases: 3000, only: NEAR_BRANCH.names, farthest: 5 });
});
