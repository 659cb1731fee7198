/** What a run of LLDT, LTR, LGDT and LIDT with a fixed seed finds in the emulators. */
import { describe } from "vitest";
import { itFindsOnlyWhatIsDocumented } from "./run.ts";

describe("the findings about LLDT, LTR, LGDT and LIDT", () => {
  itFindsOnlyWhatIsDocumented({ seed: 7, cases: 5000, only: ["lldt", "ltr", "lgdt", "lidt"], farthest: 5 });
});
