/** Runs with a fixed seed on the emulators that docs/findings.md tells of, and what must hold of what they find. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { caseSource } from "../../generators/case-source.ts";
import type { InstructionName } from "../../generators/instruction-name.ts";
import type { Adapter } from "../../harness/adapter.ts";
import { BOCHS_MODELS, startBochs } from "../../harness/adapters/bochs.ts";
import { QEMU_MODELS, startQemu } from "../../harness/adapters/qemu.ts";
import { UNICORN_MODELS, startUnicorn } from "../../harness/adapters/unicorn.ts";
import { startV86, V86_MODELS } from "../../harness/adapters/v86.ts";
import { foldFindings } from "../../harness/fold-findings.ts";
import { runProcessor } from "../../harness/run.ts";
import { shrinkFindings } from "../../harness/shrink.ts";
import { predict } from "../../oracles/index.ts";
import { emulatorProgram } from "../../cli/emulators.ts";

/** The versions whose findings docs/findings.md tells of. */
const DOCUMENTED: { readonly [name in "qemu" | "bochs" | "unicorn" | "v86"]: RegExp } = {
  qemu: /^7\.2\./,
  bochs: /^2\.7$/,
  unicorn: /^2\.0\.1$/,
  v86: /^0\.5\.462\b/,
};

const page = readFileSync(new URL("../../docs/findings.md", import.meta.url), "utf8");

type Name = keyof typeof DOCUMENTED;

const processors: readonly { name: Name; model: string; start: () => Promise<Adapter> }[] = [
  ...QEMU_MODELS.map((cpu) => ({ name: "qemu" as const, model: cpu, start: () => startQemu({ cpu }) })),
  ...BOCHS_MODELS.map((cpu) => ({ name: "bochs" as const, model: cpu, start: () => startBochs({ cpu }) })),
  ...UNICORN_MODELS.map((cpu) => ({
    name: "unicorn" as const,
    model: cpu,
    start: () => {
      const sharedObject = emulatorProgram("unicorn");
      return startUnicorn({ cpu, ...(sharedObject !== undefined && { sharedObject }) });
    },
  })),
  ...V86_MODELS.map((model) => ({ name: "v86" as const, model, start: () => startV86({ model }) })),
];

/** They run in 64-bit mode, for which most tests are. */
const WITH_LONG_MODE: readonly Name[] = ["qemu", "bochs", "unicorn"];

/** Unicorn's entries are complete per instruction: one that is new to the suite may come without. */
function isDocumentedOnUnicorn(rule: string): boolean {
  return page.includes(`### unicorn: ${rule.slice(0, rule.indexOf(".") + 1)}`);
}

for (const name of Object.keys(DOCUMENTED) as readonly Name[]) {
  if (emulatorProgram(name) === undefined)
    console.warn(`the findings on ${name} are skipped: it is not installed`);
}

/** Which cases a run takes. */
export interface Run {
  readonly seed: number;
  readonly cases: number;
  /** The instructions; the settled ones unless given. */
  readonly only?: readonly InstructionName[];
  /** In how many groups an example may differ from its boring machine; 4 unless given. */
  readonly farthest?: number;
  /** The emulators to ask; all that have long mode unless given. */
  readonly on?: readonly Name[];
}

/** On each emulator each finding is small, happens again alone, and has its entry with the evidence. */
export function itFindsOnlyWhatIsDocumented({
  seed,
  cases,
  only,
  farthest = 4,
  on = WITH_LONG_MODE,
}: Run): void {
  const asked = processors.filter(({ name }) => on.includes(name));
  it.each(asked.filter(({ name }) => emulatorProgram(name) !== undefined))(
    "on $name $model are small, happen again, and have their entries",
    async ({ name, start }) => {
      const adapter = await start();
      try {
        const source = caseSource({ profile: adapter.profile, seed, ...(only && { only }) });
        const { findings, totals } = await runProcessor({
          adapter,
          source,
          predict,
          limit: { cases },
        });
        expect(totals).toMatchObject({ cases, error: 0 });
        // Unicorn has no opinion on SYSCALL, and v86 none on what needs long mode.
        if (name !== "unicorn" && name !== "v86") expect(totals.skip).toBe(0);
        const shrunk = await shrinkFindings({ adapter, source, predict, findings });
        const found = await foldFindings({ adapter, source, predict, findings: shrunk });
        // Of a few instructions one of them may do all as the manuals say.
        if (only === undefined) expect(found.length).toBeGreaterThan(0);
        for (const { rule, distance, reproduced, differsIn } of found) {
          expect(distance, `${rule}: ${differsIn.join(" ")}`).toBeLessThanOrEqual(farthest);
          expect(reproduced, rule).not.toBe(false);
          if (name === "unicorn" && !isDocumentedOnUnicorn(rule)) {
            console.warn(`docs/findings.md has nothing on Unicorn and ${rule} yet`);
          } else if (DOCUMENTED[name].test(adapter.version))
            expect(page.includes(`### ${name}: ${rule}\n`), `an entry for ${name}: ${rule}`).toBe(true);
        }
      } finally {
        await adapter.close?.();
      }
    },
  );
}
