/** What a run of LAR, LSL, VERR and VERW with a fixed seed finds in the emulators. */
import { describe } from "vitest";
import { itFindsOnlyWhatIsDocumented } from "./run.ts";

describe("the findings about LAR, LSL, VERR and VERW", () => {
  itFindsOnlyWhatIsDocumented({ seed: 6, cases: 5000, only: ["lar", "lsl", "verr", "verw"], farthest: 5 });
});
