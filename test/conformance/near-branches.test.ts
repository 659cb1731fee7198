/** What a run of near branches with a fixed seed finds in the emulators. */
import { describe } from "vitest";
import { NEAR_BRANCH } from "../../generators/families/near-branch.ts";
import { itFindsOnlyWhatIsDocumented } from "./run.ts";

describe("the findings about near branches", () => {
  itFindsOnlyWhatIsDocumented({ seed: 1, cases: 3000, only: NEAR_BRANCH.names });
});
