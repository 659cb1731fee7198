import { describe, expect, it } from "vitest";
import { BOCHS_MODELS, startBochs, type BochsAdapter } from "../../../harness/adapters/bochs.ts";
import { emulatorSuite, installed } from "./emulator-suite.ts";
import { IDT_REFUSALS, IDT_UNPROVEN, agreementCount, observerAgreement } from "./observer-agreement.ts";

const observer = "idt";

describe.skipIf(!installed("bochs-bin", "Bochs through observer B"))("bochs through observer B", () => {
  it("needs no SVM", async () => {
    const adapter = await startBochs({ cpu: "corei7_skylake_x", observer });
    await adapter.close();
    expect(adapter.profile).toMatchObject({ vendor: "intel", features: { svm: false }, imposed: [] });
  });

  emulatorSuite({
    name: "ryzen through observer B",
    // Its start counts as well, and takes a second on a busy machine.
    start: ({ timeLimit = 8000 } = {}) =>
      startBochs({ cpu: "ryzen", observer, timeLimit: Math.max(timeLimit, 5000) }),
    processPerRun: true,
    pids: (adapter) => (adapter as BochsAdapter).pids,
    mayRefuse: IDT_REFUSALS,
    unproven: IDT_UNPROVEN,
  });

  for (const cpu of BOCHS_MODELS) {
    observerAgreement({
      name: `Bochs with ${cpu}`,
      start: (chosen) => startBochs({ cpu, observer: chosen }),
      cases: agreementCount(5000),
    });
  }
});
