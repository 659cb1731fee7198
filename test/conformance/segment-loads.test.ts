/** What a run of segment loads with a fixed seed finds in the emulators. */
import { describe } from "vitest";
import { INSTRUCTION_NAMES } from "../../generators/instruction-name.ts";
import { itFindsOnlyWhatIsDocumented } from "./run.ts";

describe("the findings about segment loads", () => {
  itFindsOnlyWhatIsDocumented({ seed: 3, cases: 5000, only: ["mov_to_sreg", "mov_from_sreg"] });
});

describe("the findings about segment registers on the stack, and about far pointers", () => {
  const names = /^(push|pop)_.s$|^l[defgs]s$/;
  itFindsOnlyWhatIsDocumented({
    seed: 3,
    cases: 5000,
    // A table under SMAP needs the page, CR4, RFLAGS, CPL, and the page of the stack or of the pointer.
    farthest: 8,
    only: INSTRUCTION_NAMES.filter((name) => names.test(name)),
  });
});
