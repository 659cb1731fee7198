import { describe, expect, it } from "vitest";
import { FIELD_NAMES } from "../../spec/fields.ts";
import { caseSource } from "../../generators/case-source.ts";
import type { Adapter } from "../../harness/adapter.ts";
import { BOCHS_MODELS, startBochs } from "../../harness/adapters/bochs.ts";
import { QEMU_MODELS, startQemu } from "../../harness/adapters/qemu.ts";
import { installed } from "./adapters/emulator-suite.ts";
import { flipFields } from "./flip-fields.ts";

/** What an emulator really answered, with one thing of it flipped at a time. */
const EMULATORS = [
  {
    name: "QEMU",
    binary: "qemu-system-x86_64",
    models: QEMU_MODELS,
    start: (cpu: string): Promise<Adapter> => startQemu({ cpu }),
  },
  {
    name: "Bochs",
    binary: "bochs-bin",
    models: BOCHS_MODELS,
    start: (cpu: string): Promise<Adapter> => startBochs({ cpu }),
  },
];

describe.each(EMULATORS)("flipping what $name answers", ({ name, binary, models, start }) => {
  it.skipIf(!installed(binary, name)).each(models)(
    "is noticed and blamed on the right rule (%s)",
    async (model) => {
      const adapter: Adapter = await start(model);
      try {
        const source = caseSource({ profile: adapter.profile, seed: 1 });
        const cases = Array.from({ length: 400 }, (_, index) => source.at(index));
        const report = await flipFields({ adapter, cases });
        expect(report.wrong.slice(0, 10)).toEqual([]);
        expect(report.cases).toBeGreaterThan(100);
        expect(FIELD_NAMES.filter((field) => !report.fields.has(field))).toEqual([]);
        expect(report.blamed.size).toBeGreaterThan(60);
      } finally {
        await adapter.close?.();
      }
    },
  );
});
