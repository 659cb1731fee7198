/** What a run of MOV to and from control and debug registers, CLTS, LMSW and SMSW with a fixed seed finds in the emulators. */
import { describe } from "vitest";
import { itFindsOnlyWhatIsDocumented } from "./run.ts";

describe("the findings about control registers", () => {
  itFindsOnlyWhatIsDocumented({
    seed: 4,
    cases: 5000,
    // Unicorn forces nothing on a case, so that it is asked to turn paging off, too, and seldom comes back.
    on: ["qemu", "bochs"],
    only: ["mov_to_cr", "mov_from_cr", "mov_to_dr", "mov_from_dr", "clts", "lmsw", "smsw"],
  });
});
