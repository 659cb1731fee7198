/** What a run of segment loads with a fixed seed finds in the emulators. */
import { describe } from "vitest";
import { itFindsOnlyWhatIsDocumented } from "./run.ts";

describe("the findings about segment loads", () => {
  itFindsOnlyWhatIsDocumented({ seed: 3, cases: 5000, only: ["mov_to_sreg", "mov_from_sreg"] });
});
