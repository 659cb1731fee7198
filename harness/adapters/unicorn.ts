/** Unicorn as a processor: cases run in a child process, with their state in the engine's context. */
import { plainCase } from "../../guest/plain-case.ts";
import { MODES, boundedLeaves, readFeatures, readVendor } from "../../guest/hello.ts";
import type { Profile, TestCase } from "../../spec/model.ts";
import type { Adapter } from "../adapter.ts";
import { AdapterError } from "../errors.ts";
import type { Answer } from "./job.ts";
import { UNICORN_CAPABILITIES } from "./unicorn-limits.ts";
import { RecordRunner } from "./record-runner.ts";
import { UNICORN_REASONS } from "./unicorn/exits.ts";
import { MODEL_NAMES } from "./unicorn/registers.ts";

/** The models that serve both vendors, and Intel in both address widths; no AMD model has 57 bits. */
export const UNICORN_MODELS: readonly string[] = ["Skylake-Server", "Icelake-Server", "EPYC"];

/** The library's file names, the preferred one first. */
export const UNICORN_LIBRARIES: readonly string[] = [
  "libunicorn.so.2",
  "libunicorn.2.dylib",
  "libunicorn.dylib",
];

/** How to start Unicorn. */
export interface UnicornOptions {
  /** The library; `libunicorn.so.2`, which the system finds, unless given. */
  readonly sharedObject?: string;
  /** A CPU model of QEMU that Unicorn has; the first of UNICORN_MODELS unless given. */
  readonly cpu?: string;
  /** Milliseconds that one case may take before the processor counts as hung; 3000 unless given. */
  readonly timeLimit?: number;
}

/** An adapter that can also name its process, for tests and messages. */
export interface UnicornAdapter extends Adapter {
  /** The child's process id, or undefined while none runs. */
  readonly pid: number | undefined;
  close(): Promise<void>;
}

const HINT =
  "install Unicorn 2.0, on Debian and Ubuntu: apt-get install libunicorn2; the npm package koffi must be there too";
const EFER = 0x501n;
const LANDING = 0x40_2000n;
const HIGH_PAGE = 0xffff_8123_4567_8000n;

/** Starts Unicorn. Errors: `start-failed`, with a hint. */
export async function startUnicorn(options: UnicornOptions = {}): Promise<UnicornAdapter> {
  const sharedObject = options.sharedObject ?? (UNICORN_LIBRARIES[0] as string);
  const cpu = options.cpu ?? (UNICORN_MODELS[0] as string);
  const model = MODEL_NAMES.indexOf(cpu);
  if (model < 0) {
    const hint = `choose one of ${MODEL_NAMES.join(", ")}`;
    throw new AdapterError({ code: "start-failed", message: `Unicorn has no CPU model '${cpu}'`, hint });
  }
  const runner = new RecordRunner({
    name: "Unicorn",
    title: `unicorn (${sharedObject}) as ${cpu}`,
    program: "unicorn/child.js",
    args: [sharedObject, String(model)],
    reasons: UNICORN_REASONS,
    timeLimit: options.timeLimit ?? 3000,
    hint: HINT,
  });
  const { version, cpuid } = await runner.greet();
  try {
    const leaf = boundedLeaves(new Map(cpuid));
    const vendor = readVendor(leaf);
    const profile: Profile = {
      vendor,
      features: readFeatures(leaf, vendor),
      modes: MODES[vendor],
      imposed: [],
    };
    await checkControls(profile, (cases) => runner.run(cases));
    return {
      name: "unicorn",
      version,
      model: cpu,
      profile,
      capabilities: UNICORN_CAPABILITIES,
      get pid() {
        return runner.pid;
      },
      run: (cases) => runner.run(cases),
      close: async () => runner.close(),
    };
  } catch (cause) {
    runner.close();
    const message = `unicorn (${sharedObject}) as ${cpu}: ${(cause as Error).message}`;
    throw new AdapterError({ code: "start-failed", message, hint: HINT, cause });
  }
}

/** Cases whose end no processor leaves open. Errors: the library ends one otherwise, so it is not driven as it must be. */
async function checkControls(
  profile: Profile,
  run: (cases: readonly TestCase[]) => Promise<readonly Answer[]>,
): Promise<void> {
  const plain = plainCase(profile, EFER);
  const user = { ...plain.before, cpl: 3, ss: { ...plain.before.ss, dpl: 3, selector: 0x13 } };
  const [page] = plain.pages;
  if (page === undefined) return;
  const moved = { ...plain.before, rip: HIGH_PAGE + 0xfffn };
  const controls: readonly (readonly [what: string, testCase: TestCase, vector: number, address?: bigint])[] =
    [
      ["a NOP", plain, 14, LANDING],
      [
        "code at a high address",
        { ...plain, before: moved, pages: [{ ...page, linear: HIGH_PAGE }] },
        14,
        HIGH_PAGE + 4096n,
      ],
      [
        "HLT at CPL 3",
        { ...plain, before: user, pages: [{ ...page, user: true }], steps: [{ bytes: Uint8Array.of(0xf4) }] },
        13,
      ],
      ["user code on a page of the supervisor", { ...plain, before: user }, 14, LANDING - 1n],
    ];
  const answers = await run(controls.map(([, testCase]) => testCase));
  for (const [index, [what, , vector, address]] of controls.entries()) {
    const answer = answers[index];
    if (answer === undefined || "unsupported" in answer) throw new Error(`it does not run ${what}`);
    const { end } = answer;
    if (end.kind === "exception" && end.vector === vector && end.address === address) continue;
    throw new Error(`it ends ${what} in an unexpected way; this build is not supported`);
  }
}
