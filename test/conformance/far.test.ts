/**
 * What a run with a fixed seed finds in the emulators' far JMPs and CALLs: each finding has its entry with the
 * evidence in docs/findings.md.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { emulatorProgram } from "../../cli/emulators.ts";
import { caseSource } from "../../generators/case-source.ts";
import type { InstructionName } from "../../generators/instruction-name.ts";
import { BOCHS_MODELS, startBochs } from "../../harness/adapters/bochs.ts";
import { QEMU_MODELS, startQemu } from "../../harness/adapters/qemu.ts";
import { runProcessor } from "../../harness/run.ts";
import { predict } from "../../oracles/index.ts";
import { RULES } from "../../spec/generated/rules.ts";

const SEED = 5;
const CASES = 4_000;
const ONLY: readonly InstructionName[] = [
  "jmp_far_direct",
  "jmp_far_memory",
  "call_far_direct",
  "call_far_memory",
];
/** The versions whose findings docs/findings.md tells of. */
const DOCUMENTED = { qemu: /^7\.2\./, bochs: /^2\.7$/ } as const;

const page = readFileSync(new URL("../../docs/findings.md", import.meta.url), "utf8");

const processors = [
  ...QEMU_MODELS.map((cpu) => ({ name: "qemu" as const, model: cpu, start: () => startQemu({ cpu }) })),
  ...BOCHS_MODELS.map((cpu) => ({ name: "bochs" as const, model: cpu, start: () => startBochs({ cpu }) })),
];

describe("the findings about far transfers", () => {
  it.each(processors.filter(({ name }) => emulatorProgram(name) !== undefined))(
    "on $name $model have their entries",
    async ({ name, start }) => {
      const adapter = await start();
      try {
        const source = caseSource({ profile: adapter.profile, seed: SEED, only: ONLY });
        const { findings, totals } = await runProcessor({
          adapter,
          source,
          predict,
          limit: { cases: CASES },
        });
        expect(totals).toMatchObject({ cases: CASES, error: 0, skip: 0 });
        expect(findings.length).toBeGreaterThan(0);
        if (!DOCUMENTED[name].test(adapter.version)) return;
        const rules = new Set(findings.map(({ rule }) => rule));
        const missing = [...rules].filter(
          (rule) => RULES.get(rule)?.confidence !== "L" && !page.includes(`### ${name}: ${rule}\n`),
        );
        expect(missing).toEqual([]);
      } finally {
        await adapter.close?.();
      }
    },
  );
});
