/** Processors made by hand: they answer as a function says, and break where told. */
import type { Observation, TestCase, Unsupported } from "../../spec/model.ts";
import type { Adapter, Capabilities } from "../../harness/adapter.ts";
import { AdapterError, type AdapterErrorCode } from "../../harness/errors.ts";
import { observation, PROFILE, SEES_ALL } from "./support.ts";

type Answer = Observation | Unsupported;

export interface FakeOptions {
  readonly capabilities?: Partial<Capabilities>;
  /** The answer to a case; by default the state does not change. */
  readonly answer?: (testCase: TestCase) => Answer;
  /** How the processor breaks on a case, if it does. `alone` is whether it is the only one. */
  readonly breaks?: (testCase: TestCase, alone: boolean) => AdapterErrorCode | undefined;
}

/** An adapter and the batches that it was asked. */
export interface FakeAdapter extends Adapter {
  readonly batches: (readonly TestCase[])[];
}

export function fakeAdapter(options: FakeOptions = {}): FakeAdapter {
  const { answer = unchanged, breaks = () => undefined } = options;
  const batches: (readonly TestCase[])[] = [];
  return {
    name: "fake",
    version: "1",
    model: "none",
    profile: PROFILE,
    capabilities: { ...SEES_ALL, ...options.capabilities },
    batches,
    run: async (cases) => {
      batches.push(cases);
      await new Promise((resolve) => setImmediate(resolve));
      const answers: Answer[] = [];
      for (const testCase of cases) {
        const code = breaks(testCase, cases.length === 1);
        if (code !== undefined) throw new AdapterError({ code, message: `broke: ${code}`, answers });
        answers.push(answer(testCase));
      }
      return answers;
    },
  };
}

export function unchanged(testCase: TestCase): Observation {
  return observation({ after: testCase.before });
}
