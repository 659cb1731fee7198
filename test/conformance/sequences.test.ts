/** Programs of several steps on the emulators: what they find is what single instructions find, or has an entry of its own. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { emulatorProgram } from "../../cli/emulators.ts";
import { sequenceSource } from "../../generators/case-source.ts";
import { startBochs, BOCHS_MODELS } from "../../harness/adapters/bochs.ts";
import { startQemu, QEMU_MODELS } from "../../harness/adapters/qemu.ts";
import { foldFindings } from "../../harness/fold-findings.ts";
import { reduceSequences } from "../../harness/reduce-sequences.ts";
import { runProcessor } from "../../harness/run.ts";
import { shrinkFindings } from "../../harness/shrink.ts";
import { predict } from "../../oracles/index.ts";

const SEED = 1;
const CASES = 6000;
const page = readFileSync(new URL("../../docs/findings.md", import.meta.url), "utf8");

const processors = [
  ...QEMU_MODELS.map((cpu) => ({ name: "qemu" as const, cpu, start: () => startQemu({ cpu }) })),
  ...BOCHS_MODELS.map((cpu) => ({ name: "bochs" as const, cpu, start: () => startBochs({ cpu }) })),
].filter(({ name }) => emulatorProgram(name) !== undefined);

describe("programs of several steps", () => {
  it.each(processors)("on $name $cpu find what has its entry", async ({ name, start }) => {
    const adapter = await start();
    try {
      const source = sequenceSource({ profile: adapter.profile, seed: SEED });
      const { findings, totals } = await runProcessor({ adapter, source, predict, limit: { cases: CASES } });
      expect(totals).toMatchObject({ cases: CASES, skip: 0, error: 0 });
      const reduced = await reduceSequences({ adapter, source, predict, findings });
      const shrunk = await shrinkFindings({ adapter, source, predict, findings: reduced });
      const found = await foldFindings({ adapter, source, predict, findings: shrunk });
      expect(found.length).toBeGreaterThan(0);
      for (const { rule, reproduced } of found) {
        expect(reproduced, rule).not.toBe(false);
        expect(page.includes(`### ${name}: ${rule}\n`), `an entry for ${name}: ${rule}`).toBe(true);
      }
    } finally {
      await adapter.close?.();
    }
  });
});
