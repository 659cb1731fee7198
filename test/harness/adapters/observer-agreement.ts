/** The tests that observer B must pass on an emulator that observer A drives too. */
import { describe, expect, it } from "vitest";
import { caseSource } from "../../../generators/case-source.ts";
import { bothImposed } from "../../../harness/adapters/both-imposed.ts";
import type { Adapter } from "../../../harness/adapter.ts";
import { sightDifferences } from "../../../harness/observer-agreement.ts";
import type { FieldName } from "../../../spec/model.ts";

/** Why observer B refuses generated cases. */
export const IDT_REFUSALS: RegExp =
  /^IRETQ |^the observer forces |^observer B cannot bear the instruction \(it loads a segment register\)|^CS and SS name|^the agent of observer B (?:owns|runs in long mode)/;

/** Only loads change these in the proofs, and observer B runs none; other tests show that they are seen. */
export const IDT_UNPROVEN: readonly FieldName[] = [
  "es.selector",
  "ss.selector",
  "ds.selector",
  "fs.selector",
  "gs.selector",
  "fs.base",
  "gs.base",
  "cr3",
];

/** How many cases to compare: what the environment's `RINGCROSS_AGREEMENT` says, or `count`. */
export function agreementCount(count: number): number {
  return Number(process.env["RINGCROSS_AGREEMENT"] ?? count);
}

/** Compares the observers on random cases. */
export function observerAgreement(options: {
  readonly name: string;
  readonly start: (observer: "svm" | "idt") => Promise<Adapter>;
  /** Cases to compare; about a quarter more are drawn, which observer B cannot set up. */
  readonly cases: number;
}): void {
  const { name, start, cases: count } = options;
  describe(`the observers on ${name}`, () => {
    it(`see the same in ${count} random cases`, { timeout: 600_000 }, async () => {
      const [svm, idt] = await Promise.all([start("svm"), start("idt")]);
      try {
        const source = caseSource({ profile: bothImposed(svm.profile, idt.profile), seed: 4 });
        const differing: string[] = [];
        let compared = 0;
        let drawn = 0;
        while (compared < count) {
          const from = drawn;
          const cases = Array.from({ length: BATCH }, (_, at) => source.at(from + at));
          const [first, second] = await Promise.all([svm.run(cases), idt.run(cases)]);
          drawn += BATCH;
          for (const [at, testCase] of cases.entries()) {
            const [a, b] = [first[at], second[at]];
            if (a === undefined || b === undefined || "unsupported" in a || "unsupported" in b) continue;
            compared += 1;
            const differences = sightDifferences(
              testCase,
              { observation: a, capabilities: svm.capabilities },
              { observation: b, capabilities: idt.capabilities },
            );
            if (differences.length > 0) {
              differing.push(`case ${from + at}: ${differences.map(({ field }) => field).join(", ")}`);
            }
          }
        }
        expect(differing).toEqual([]);
        // Segment loads, and states that IRETQ cannot make, are for observer A alone.
        expect(compared).toBeGreaterThan(drawn * 0.4);
        console.info(`${name}: the observers agree on ${compared} cases of ${drawn}`);
      } finally {
        await Promise.all([svm.close?.(), idt.close?.()]);
      }
    });
  });
}

const BATCH = 4000;
