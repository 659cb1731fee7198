/** The tests that every emulator driven through the guest must pass. */
import { spawnSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseSource } from "../../../generators/case-source.ts";
import type { Adapter } from "../../../harness/adapter.ts";
import { AdapterError } from "../../../harness/errors.ts";
import { FIELD_NAMES, field } from "../../../spec/fields.ts";
import type {
  CpuState,
  FieldName,
  Observation,
  Profile,
  TestCase,
  Unsupported,
} from "../../../spec/model.ts";
import { kindsFor, otherCases } from "../../guest/kinds.ts";
import { seenProofs, type Proof } from "../../guest/seen-proofs.ts";
import { SWAPGS, makeCase } from "../../guest/cases.ts";

/** An emulator with one model. */
export interface EmulatorUnderTest {
  readonly name: string;
  readonly start: (options?: { readonly timeLimit?: number }) => Promise<Adapter>;
  /** Whether every run has a process of its own anyway. */
  readonly processPerRun: boolean;
  /** Proofs that stand in for those of `seenProofs`, for a processor that cannot run all of them. */
  readonly proofs?: (profile: Profile) => ReadonlyMap<FieldName, Proof>;
  /** In which mode its cases run; 64-bit unless given. */
  readonly mode?: "legacy";
  /** Process ids of what runs for `adapter` now. */
  readonly pids: (adapter: Adapter) => readonly number[];
  /** Reasons for which generated cases may be refused; none unless given. */
  readonly mayRefuse?: RegExp;
  /** Fields that no instruction changes which the processor can be asked about. */
  readonly unproven?: readonly FieldName[];
}

/** Whether `binary` can be started; says on the console what is skipped when not. */
export function installed(binary: string, what: string): boolean {
  const found = spawnSync(binary, ["--version"], { stdio: "ignore" }).error === undefined;
  if (!found) console.warn(`skipped: ${what}, because ${binary} is not installed`);
  return found;
}

/** The observation, or a failure that shows the reason why there is none. */
export function observed(answer: Observation | Unsupported | undefined): Observation {
  if (answer === undefined || "unsupported" in answer) {
    throw new Error(answer === undefined ? "no answer" : `unsupported: ${answer.unsupported}`);
  }
  return answer;
}

/** Everything that must hold for one emulator and model. */
export function emulatorSuite(emulator: EmulatorUnderTest): void {
  const { name, start, processPerRun, pids, mayRefuse, unproven = [], proofs: otherProofs, mode } = emulator;
  /** An instruction that does not change RBX, in the mode of the emulator. */
  const plainCase = (profile: Profile, code: readonly number[], before: Partial<CpuState> = {}): TestCase =>
    makeCase({ profile, code, before, ...(mode !== undefined && { mode }) });
  describe(`${name}`, () => {
    let adapter: Adapter;
    beforeAll(async () => {
      adapter = await start();
    });
    afterAll(async () => {
      await adapter.close?.();
    });

    it("gives every kind of case the same answer alone and after 1,000 others", async () => {
      const kinds = kindsFor(adapter.profile);
      const alone = new Map<string, Observation | Unsupported>();
      for (const [kind, testCase] of kinds) {
        const fresh = processPerRun ? adapter : await start();
        alone.set(kind, (await fresh.run([testCase]))[0] as Observation | Unsupported);
        if (!processPerRun) await fresh.close?.();
      }
      const others = otherCases(adapter.profile, 1000);
      const answers = await adapter.run([...others, ...kinds.values()]);
      expect(
        Object.fromEntries([...kinds.keys()].map((kind, at) => [kind, answers[others.length + at]])),
      ).toEqual(Object.fromEntries(alone));
    });

    it("runs every generated case, and gives the same answers in reverse order", async () => {
      const source = caseSource({ profile: adapter.profile, seed: 1 });
      const cases = Array.from({ length: 2000 }, (_, index) => source.at(index));
      const answers = await adapter.run(cases);
      const reversed = await adapter.run(cases.toReversed());
      const refused = answers.flatMap((answer) => ("unsupported" in answer ? [answer.unsupported] : []));
      expect(refused.filter((reason) => mayRefuse?.test(reason) !== true)).toEqual([]);
      expect(refused.length).toBeLessThan(cases.length * 0.6);
      expect(reversed.toReversed()).toEqual(answers);
    });

    it("sees every field that it claims to see, and does not echo it", async () => {
      const proofs = new Map([
        ...seenProofs(adapter.profile, mode),
        ...(otherProofs?.(adapter.profile) ?? []),
      ]);
      const answers = await adapter.run([...proofs.values()].flat());
      const problems: string[] = [];
      for (const [at, [fieldName, [idle, active]]] of [...proofs].entries()) {
        const seen = adapter.capabilities.fields.get(fieldName)?.seen ?? field(fieldName).mask;
        if (seen === 0n || unproven.includes(fieldName)) continue;
        const [first, second] = [answers[at * 2], answers[at * 2 + 1]].map((answer) =>
          answer === undefined || "unsupported" in answer ? undefined : answer,
        );
        const value = (answer: Observation | undefined): bigint | undefined =>
          answer === undefined || answer.unseen?.includes(fieldName) === true
            ? undefined
            : field(fieldName).get(answer.after) & seen;
        expect(field(fieldName).get(idle.before)).toBe(field(fieldName).get(active.before));
        const [was, is] = [value(first), value(second)];
        if (was === undefined || is === undefined || was === is)
          problems.push(`${fieldName}: ${was} and ${is}`);
      }
      expect(problems).toEqual([]);
      expect([...proofs.keys()].toSorted()).toEqual(FIELD_NAMES.toSorted());
    });

    it("answers overlapping runs in order", async () => {
      const cases = (first: number, count: number): readonly TestCase[] =>
        Array.from({ length: count }, (_, index) =>
          plainCase(adapter.profile, SWAPGS, { rbx: BigInt(first + index) }),
        );
      const runs = [
        [0, 3000],
        [3000, 1],
        [3001, 0],
        [3001, 5000],
      ] as const;
      const answers = await Promise.all(runs.map(([first, count]) => adapter.run(cases(first, count))));
      expect(answers.flatMap((run) => run.map((answer) => observed(answer).after.rbx))).toEqual(
        Array.from({ length: 8001 }, (_, index) => BigInt(index)),
      );
    });

    it("reports a process that was killed as crashed, with the answers so far, and runs on", async () => {
      const cases = otherCases(adapter.profile, 40_000);
      const run = adapter.run(cases).catch((error: unknown) => error);
      await sleep(300);
      for (const pid of pids(adapter)) process.kill(pid, "SIGKILL");
      const error = await run;
      expect(error).toBeInstanceOf(AdapterError);
      const { code, answers } = error as AdapterError;
      expect(code).toBe("crashed");
      expect(answers.length).toBeLessThan(cases.length);
      const again = await adapter.run(cases.slice(0, 100));
      expect(again.slice(0, answers.length)).toEqual(answers.slice(0, 100));
      expect(again.length).toBe(100);
    });

    it("takes a kill at any moment for a crash or for nothing, and runs on", async () => {
      const cases = otherCases(adapter.profile, 1000);
      const complete = await adapter.run(cases);
      for (const delay of [0, 2, 10, 50]) {
        const run = adapter.run(cases).catch((error: unknown) => error);
        await sleep(delay);
        for (const pid of pids(adapter)) process.kill(pid, "SIGKILL");
        const outcome = await run;
        if (outcome instanceof AdapterError) expect(outcome.code).toBe("crashed");
        else expect(outcome).toEqual(complete);
        // One that died idle may be noticed only by the run after it.
        await adapter.run(cases.slice(0, 1)).catch(() => {});
        expect(await adapter.run(cases)).toEqual(complete);
      }
    });

    it("reports an endless loop as a timeout, names the case by the answers before it, and runs on", async () => {
      const quick = await start({ timeLimit: 1000 });
      try {
        const plain = plainCase(quick.profile, [0x90]);
        const loop = plainCase(quick.profile, [0xeb, 0xfe]);
        const error = await quick.run([plain, plain, loop, plain]).catch((caught: unknown) => caught);
        expect(error).toBeInstanceOf(AdapterError);
        expect((error as AdapterError).code).toBe("timeout");
        expect((error as AdapterError).answers.length).toBe(2);
        expect(observed((await quick.run([plain]))[0]).after.rip).toBe(0x40_2000n);
      } finally {
        await quick.close?.();
      }
    });

    it("leaves no process behind when it is closed", async () => {
      const other = await start();
      const run = other.run(otherCases(other.profile, 20_000)).catch((error: unknown) => error);
      const alive = pids(other);
      expect(alive.length).toBeGreaterThan(0);
      await other.close?.();
      expect(await run).toBeInstanceOf(AdapterError);
      await sleep(200);
      for (const pid of alive) expect(() => process.kill(pid, 0)).toThrow("ESRCH");
      await expect(other.run([])).rejects.toThrow("closed");
    });
  });
}
