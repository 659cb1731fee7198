/**
 * What a run with a fixed seed finds in the emulators: each finding is small, happens again alone, and
 * has its entry with the evidence in docs/findings.md.
 */
import { describe } from "vitest";
import { itFindsOnlyWhatIsDocumented } from "./run.ts";

describe("the findings", () => {
  itFindsOnlyWhatIsDocumented({ seed: 1, cases: 20_000 });
});
