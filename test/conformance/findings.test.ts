/**
 * What a run with a fixed seed finds in the emulators: each finding is small, happens again alone, and
 * has its entry with the evidence in docs/findings.md.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { caseSource } from "../../generators/case-source.ts";
import type { Adapter } from "../../harness/adapter.ts";
import { BOCHS_MODELS, startBochs } from "../../harness/adapters/bochs.ts";
import { QEMU_MODELS, startQemu } from "../../harness/adapters/qemu.ts";
import { foldFindings } from "../../harness/fold-findings.ts";
import { runProcessor } from "../../harness/run.ts";
import { shrinkFindings } from "../../harness/shrink.ts";
import { predict } from "../../oracles/index.ts";
import { emulatorProgram } from "../../cli/emulators.ts";

const SEED = 1;
const CASES = 20_000;
/** The versions whose findings docs/findings.md tells of. */
const DOCUMENTED = { qemu: /^7\.2\./, bochs: /^2\.7$/ } as const;

const page = readFileSync(new URL("../../docs/findings.md", import.meta.url), "utf8");

const processors: readonly { name: "qemu" | "bochs"; model: string; start: () => Promise<Adapter> }[] = [
  ...QEMU_MODELS.map((cpu) => ({ name: "qemu" as const, model: cpu, start: () => startQemu({ cpu }) })),
  ...BOCHS_MODELS.map((cpu) => ({ name: "bochs" as const, model: cpu, start: () => startBochs({ cpu }) })),
];

for (const name of ["qemu", "bochs"] as const) {
  if (emulatorProgram(name) === undefined)
    console.warn(`the findings on ${name} are skipped: it is not installed`);
}

describe("the findings", () => {
  it.each(processors.filter(({ name }) => emulatorProgram(name) !== undefined))(
    "on $name $model are small, happen again, and have their entries",
    async ({ name, start }) => {
      const adapter = await start();
      try {
        const source = caseSource({ profile: adapter.profile, seed: SEED });
        const { findings, totals } = await runProcessor({
          adapter,
          source,
          predict,
          limit: { cases: CASES },
        });
        expect(totals).toMatchObject({ cases: CASES, skip: 0, error: 0 });
        const shrunk = await shrinkFindings({ adapter, source, predict, findings });
        const found = await foldFindings({ adapter, source, predict, findings: shrunk });
        expect(found.length).toBeGreaterThan(0);
        for (const { rule, distance, reproduced, differsIn } of found) {
          expect(distance, `${rule}: ${differsIn.join(" ")}`).toBeLessThanOrEqual(4);
          expect(reproduced, rule).not.toBe(false);
          if (DOCUMENTED[name].test(adapter.version)) expect(page).toContain(`### ${name}: ${rule}\n`);
        }
      } finally {
        await adapter.close?.();
      }
    },
  );
});
