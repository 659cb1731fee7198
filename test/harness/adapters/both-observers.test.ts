import { describe, expect, it } from "vitest";
import { bothObservers } from "../../../harness/adapters/both-observers.ts";
import type { Adapter } from "../../../harness/adapter.ts";
import { caseSource } from "../../../generators/case-source.ts";
import { runProcessor } from "../../../harness/run.ts";
import { predict } from "../../../oracles/index.ts";
import { oracleAdapter } from "../../../harness/adapters/oracle.ts";
import type { Observation, Profile, Unsupported } from "../../../spec/model.ts";

const PROFILE: Profile = {
  vendor: "intel",
  features: {
    nx: true,
    la57: false,
    fsgsbase: true,
    svm: false,
    ffxsr: false,
    tce: false,
    lmsle: false,
    mcommit: false,
    intwb: false,
    uaie: false,
    aibrse: false,
  },
  modes: ["64"],
  imposed: [],
};

type Answer = Observation | Unsupported;

/** The oracle, whose answer number `at` is bent. */
function bent(at: number, bend: (answer: Answer) => Answer): Adapter & { closed: boolean } {
  const oracle = oracleAdapter({ profile: PROFILE });
  const adapter = {
    ...oracle,
    closed: false,
    run: async (cases: Parameters<Adapter["run"]>[0]): Promise<readonly Answer[]> =>
      (await oracle.run(cases)).map((answer, index) => (index === at ? bend(answer) : answer)),
    close: async (): Promise<void> => {
      adapter.closed = true;
      return Promise.resolve();
    },
  };
  return adapter;
}

const same = (): Adapter & { closed: boolean } => bent(-1, (answer) => answer);
const source = caseSource({ profile: PROFILE, seed: 1 });
const cases = Array.from({ length: 5 }, (_, index) => source.at(index));

function otherRbx(answer: Answer): Answer {
  if ("unsupported" in answer) return answer;
  return { ...answer, after: { ...answer.after, rbx: answer.after.rbx ^ 1n } };
}

describe("bothObservers", () => {
  it("answers as the first where both see the same", async () => {
    const first = same();
    expect(await bothObservers(first, same()).run(cases)).toEqual(await first.run(cases));
  });

  it("is content with the first where the second cannot run the case", async () => {
    const first = same();
    const second = bent(2, () => ({ unsupported: "no" }));
    expect(await bothObservers(first, second).run(cases)).toEqual(await first.run(cases));
  });

  it("throws with both records, and the answers before, where they differ", async () => {
    await expect(bothObservers(same(), bent(2, otherRbx)).run(cases)).rejects.toMatchObject({
      code: "harness",
      message: expect.stringMatching(/VMCB .*, rbx [0-9a-f]{16}h; through the IDT .*, rbx [0-9a-f]{16}h$/),
      answers: { length: 2 },
    });
  });

  it("makes a difference an error of the run and never a finding", async () => {
    // Each retry asks for one case alone, so the bent one is always the first.
    const adapter = bothObservers(same(), bent(0, otherRbx));
    const result = await runProcessor({ adapter, source, predict, limit: { cases: 3 } });
    expect(result.findings).toEqual([]);
    expect(result.totals.error).toBeGreaterThan(0);
    expect(result.troubles[0]).toMatchObject({ kind: "error", code: "harness" });
  });

  it("closes both", async () => {
    const [first, second] = [same(), same()];
    await bothObservers(first, second).close?.();
    expect([first.closed, second.closed]).toEqual([true, true]);
  });
});
