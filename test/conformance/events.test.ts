/** What a run of software interrupts and exceptions with a fixed seed finds in the emulators. */
import { describe } from "vitest";
import { itFindsOnlyWhatIsDocumented } from "./run.ts";

describe("the findings about the delivery of events", () => {
  itFindsOnlyWhatIsDocumented({ seed: 5, cases: 4000, only: ["int", "int3", "into", "ud2"] });
});
