/**
 * Whatever becomes of one processor, the others go on and the exit code says so: 4 for what broke, 3 where nothing
 * could be judged, and a reason for each.
 */
import { spawnSync, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EMULATORS, emulatorProgram } from "../../cli/emulators.ts";
import type { EmulatorName } from "../../cli/processor-name.ts";
import { startKvm } from "../../harness/adapters/kvm.ts";
import { startNative } from "../../harness/adapters/native.ts";
import type { Adapter } from "../../harness/adapter.ts";
import { AdapterError } from "../../harness/errors.ts";
import { validateDocument } from "../../spec/validate-document.ts";
import { childrenOf } from "./child-processes.ts";
import { ringcross, type Ended } from "./ringcross.ts";

const FIXTURES = join(dirname(fileURLToPath(import.meta.url)), "..", "fixtures");
const ADAPTER = `'${process.execPath}' '${join(FIXTURES, "fake-adapter.mjs")}' good`;

const native = await opens(startNative, "native");
const kvm = await opens(startKvm, "KVM");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ringcross-robust-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Each processor that has a process of its own, and whether it can be tested here. */
const PROCESSORS: readonly (readonly [name: string, isHere: boolean])[] = [
  ...(["qemu", "bochs", "unicorn", "v86"] as const).map(
    (name: EmulatorName) =>
      [`${name}=${EMULATORS[name].models.at(-1) ?? ""}`, emulatorProgram(name) !== undefined] as const,
  ),
  ["native", native],
  ["kvm", kvm],
  [ADAPTER, true],
];

describe("a run in which a processor's process is killed", () => {
  it.each(PROCESSORS.filter(([, isHere]) => isHere))("at every start: %s", async (name) => {
    const ended = await runWith(name, { onChild: (pid) => kill(pid) });
    expect(ended.code).toBe(4);
    expect(troubles(ended)).toContainEqual(
      expect.objectContaining({ status: "error", code: "start-failed" }),
    );
    expectOracle(ended);
  });

  it.each(PROCESSORS.filter(([, isHere]) => isHere))("once, in the midst of its cases: %s", async (name) => {
    let killed = 0;
    const ended = await runWith(name, {
      time: "4s",
      onRun: (parent) => {
        for (const pid of childrenOf(parent.pid ?? -1)) killed += kill(pid);
        return killed > 0;
      },
    });
    expect(killed).toBeGreaterThan(0);
    // A process that was idle at that moment is replaced without a word.
    expect([0, 4, 5]).toContain(ended.code);
    const errors = troubles(ended).filter(({ status }) => status === "error");
    expect(errors.length > 0).toBe(ended.code === 4);
    expectOracle(ended, 1);
  });
});

describe("a run in which a processor is not to be had", () => {
  it("goes on without a C compiler, and ends with 4", async () => {
    const path = join(folder, "empty");
    mkdirSync(path);
    const environment = { PATH: path, CC: "", XDG_CACHE_HOME: path };
    const ended = await runWith("native", { environment });
    expect(ended.code).toBe(4);
    expect(troubles(ended)).toMatchObject([{ processor: "native", code: "start-failed" }]);
    expect(troubles(ended)[0]?.message).toContain("native needs");
    expectOracle(ended);
  });

  it.skipIf(!native)("runs with the segments of every program where modify_ldt is forbidden", async () => {
    const deny = join(folder, "without-modify-ldt");
    const compiled = spawnSync("cc", ["-o", deny, join(FIXTURES, "without-modify-ldt.c")]);
    expect(compiled.status, String(compiled.stderr)).toBe(0);
    const ended = await runWith("native", { under: [deny] });
    expect(ended.code).toBe(0);
    const [header] = linesOf(ended);
    // Without descriptors of its own a case has the segments that Linux gives every program.
    const forced = header?.processors?.[0]?.profile.imposed.map(({ field }) => field);
    expect(forced).toContain("cs.base");
    expectOracle(ended);
  });

  it("goes on without a Unicorn that it knows, and ends with 4", async () => {
    const library = join(folder, "libunicorn.so.2");
    symlinkSync("/dev/null", library);
    const ended = await runWith(`unicorn@${library}`, {});
    expect(ended.code).toBe(4);
    expect(troubles(ended)).toMatchObject([{ code: "start-failed" }]);
    expect(troubles(ended)[0]?.message).toContain(library);
    expectOracle(ended);
  });

  it.each([
    ["is missing", "absent", "does not exist"],
    ["cannot be opened", ".", "cannot be opened"],
  ])("skips KVM where its device %s, and ends as the others do", async (_, device, reason) => {
    const environment = { KVM_DEVICE: join(folder, device) };
    const ended = await runWith("kvm", { environment });
    expect(ended.code).toBe(0);
    expect(troubles(ended)).toMatchObject([{ processor: "kvm", status: "skip", code: "unavailable" }]);
    expect(troubles(ended)[0]?.message).toContain(reason);
    expectOracle(ended);
    const { code, stdout } = await ringcross(["run", "kvm", "--cases", "10"], { environment });
    expect(code).toBe(3);
    expect(stdout).toContain(`skipped: kvm: ${environment.KVM_DEVICE} ${reason}`);
  });

  it("ends with 4 although others have findings, and with 5 although others are skipped", async () => {
    const environment = { KVM_DEVICE: join(folder, "absent") };
    const mutant = "mutant:sysret.cpl_3";
    const found = await ringcross(["run", "kvm", mutant, "--cases", "300"], { environment });
    expect(found.code).toBe(5);
    const broken = join(folder, "broken");
    writeFileSync(broken, "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    const both = await ringcross(["run", "kvm", mutant, broken, "--cases", "300"], { environment });
    expect(both.code).toBe(4);
  });
});

interface Line {
  readonly kind: string;
  readonly processor?: string;
  readonly status?: string;
  readonly code?: string;
  readonly message?: string;
  readonly rules?: readonly string[];
  readonly cases?: number;
  readonly pass?: number;
  readonly processors?: readonly {
    readonly profile: { readonly imposed: readonly { readonly field: string }[] };
  }[];
}

interface RunWith {
  readonly cases?: number;
  /** For both together, instead of a number of cases. */
  readonly time?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** A command that runs the program. */
  readonly under?: readonly string[];
  /** Hears of each child that appears, at once. */
  readonly onChild?: (pid: number) => void;
  /** Called a moment after the run has begun, and again until it says that it is done. */
  readonly onRun?: (program: ChildProcess) => boolean;
}

/** How many cases the oracle is given in a run; each of them must pass. */
const ORACLE_CASES = 300;

/** Runs `name` and then the oracle, which must not suffer; the report is on standard output. */
async function runWith(name: string, options: RunWith): Promise<Ended> {
  const { cases = ORACLE_CASES, time, environment = {}, under, onChild, onRun } = options;
  const seen = new Set<number>();
  let looks: NodeJS.Timeout | undefined;
  let moment: NodeJS.Timeout | undefined;
  const limit = time === undefined ? ["--cases", String(cases)] : ["--time", time];
  // Few findings: making examples small is not what is tested here.
  const only = time === undefined ? [] : ["--only", "swapgs.*"];
  const words = ["run", name, "oracle", ...limit, ...only, "--seed", "1", "--report", "jsonl:-"];
  try {
    return await ringcross(words, {
      environment,
      ...(under !== undefined && { under }),
      onStart: (program) => {
        if (onChild === undefined) return;
        looks = setInterval(() => {
          for (const pid of childrenOf(program.pid ?? -1)) {
            if (!seen.has(pid)) onChild(pid);
            seen.add(pid);
          }
        }, 5);
      },
      onOutput: (program, text) => {
        if (moment !== undefined || !text.includes('"kind":"header"')) return;
        // A processor may be without a process at any one moment.
        const again = (): void => {
          if (onRun?.(program) === false) moment = setTimeout(again, 5);
        };
        moment = setTimeout(again, 400);
      },
    });
  } finally {
    clearInterval(looks);
    clearTimeout(moment);
  }
}

function linesOf({ stdout }: Ended): readonly Line[] {
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => validateDocument("reportLine", JSON.parse(line)) as Line);
}

function troubles(ended: Ended): readonly Line[] {
  return linesOf(ended).filter(({ kind }) => kind === "trouble");
}

/** The report is closed. */
function footer(ended: Ended): Line {
  const last = linesOf(ended).at(-1);
  expect(last?.kind).toBe("footer");
  return last as Line;
}

/** The oracle came after the processor that broke, and passed as always, once per vendor. */
function expectOracle(ended: Ended, least: number = 2 * ORACLE_CASES): void {
  const { pass = 0 } = footer(ended);
  expect(pass).toBeGreaterThanOrEqual(least);
}

function kill(pid: number): number {
  try {
    process.kill(pid, "SIGKILL");
    return 1;
  } catch {
    // It ended by itself in the meantime.
    return 0;
  }
}

/** Whether this machine has it; the console says why not. */
async function opens(start: () => Promise<Adapter>, name: string): Promise<boolean> {
  try {
    const adapter = await start();
    await adapter.close?.();
    return true;
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    console.warn(`skipped: killing ${name}, because ${error.message}`);
    return false;
  }
}
