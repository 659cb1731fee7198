/** v86 as a processor: its CPU runs cases in a child process, from the npm package alone. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { boundedLeaves, readFeatures, readVendor } from "../../guest/hello.ts";
import { plainCase } from "../../guest/plain-case.ts";
import type { Profile, Segment, TestCase } from "../../spec/model.ts";
import type { Adapter } from "../adapter.ts";
import { AdapterError } from "../errors.ts";
import { imposedObjection } from "./imposed-objection.ts";
import { RecordRunner } from "./record-runner.ts";
import { runPossible } from "./run-possible.ts";
import { V86_CAPABILITIES, V86_IMPOSED, v86Objection, withoutNulls } from "./v86-limits.ts";
import { V86_REASONS } from "./v86/exits.ts";

/** The one CPU that v86 poses as. */
export const V86_MODELS: readonly string[] = ["32-bit"];

/** How to start v86. */
export interface V86Options {
  /** Its WebAssembly module; that of the npm package unless given. */
  readonly module?: string;
  /** The only one of V86_MODELS. */
  readonly model?: string;
  /** Milliseconds that one case may take before the processor counts as hung; 3000 unless given. */
  readonly timeLimit?: number;
}

/** An adapter that can also name its process, for tests and messages. */
export interface V86Adapter extends Adapter {
  /** The child's process id, or undefined while none runs. */
  readonly pid: number | undefined;
  close(): Promise<void>;
}

/** Installs the version that the suite knows. */
export const V86_INSTALL = "npm install v86@0.5.462";
const LANDING = 0x40_2000n;
const HIGH_PAGE = 0xffc7_3000n;

/**
 * The WebAssembly module of the installed package; undefined without the package. The variable V86_WASM names it and then
 * nothing else is looked for.
 */
export function findV86(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = environment["V86_WASM"];
  if (named !== undefined) return existsSync(named) ? named : undefined;
  try {
    return createRequire(import.meta.url).resolve("v86/build/v86.wasm");
  } catch {
    return undefined;
  }
}

/** Starts v86. Errors: `unavailable` without the package, `start-failed` when it does not work; with a hint. */
export async function startV86(options: V86Options = {}): Promise<V86Adapter> {
  const module = options.module ?? findV86();
  if (module === undefined) {
    throw new AdapterError({
      code: "unavailable",
      message: "the npm package v86 is not installed",
      hint: V86_INSTALL,
    });
  }
  const model = options.model ?? (V86_MODELS[0] as string);
  if (!V86_MODELS.includes(model)) {
    const message = `v86 has no CPU model '${model}'`;
    throw new AdapterError({ code: "start-failed", message, hint: `choose ${V86_MODELS.join(" or ")}` });
  }
  const title = `v86 (${module})`;
  const runner = new RecordRunner({
    name: "v86",
    title,
    program: "v86/child.js",
    args: [module, versionOf(module)],
    reasons: V86_REASONS,
    refine: withoutNulls,
    timeLimit: options.timeLimit ?? 3000,
    hint: V86_INSTALL,
  });
  const { version, cpuid } = await runner.greet();
  try {
    const leaf = boundedLeaves(new Map(cpuid));
    const vendor = readVendor(leaf);
    const features = readFeatures(leaf, vendor);
    const profile: Profile = { vendor, features, modes: ["legacy"], imposed: V86_IMPOSED };
    await checkControls(profile, (cases) => runner.run(cases));
    return {
      name: "v86",
      version,
      model,
      profile,
      capabilities: V86_CAPABILITIES,
      get pid() {
        return runner.pid;
      },
      run: (cases) =>
        runPossible(
          cases,
          (testCase) => imposedObjection(profile, testCase) ?? v86Objection(testCase),
          (possible) => runner.run(possible),
        ),
      close: async () => runner.close(),
    };
  } catch (cause) {
    runner.close();
    throw new AdapterError({
      code: "start-failed",
      message: `${title}: ${(cause as Error).message}`,
      hint: V86_INSTALL,
      cause,
    });
  }
}

/** What the package of the module calls its version. */
function versionOf(module: string): string {
  try {
    const text = readFileSync(join(dirname(module), "..", "package.json"), "utf8");
    const { version } = JSON.parse(text) as { version?: unknown };
    return typeof version === "string" ? version : "of unknown version";
  } catch {
    return "of unknown version";
  }
}

/** Cases whose end no processor leaves open. Errors: v86 ends one otherwise, so it is not driven as it must be. */
async function checkControls(
  profile: Profile,
  run: (cases: readonly TestCase[]) => ReturnType<Adapter["run"]>,
): Promise<void> {
  const plain = legacyCase(profile);
  const user = {
    ...plain.before,
    cpl: 3,
    cs: ofCpl3(plain.before.cs),
    ss: ofCpl3(plain.before.ss),
  };
  const [page] = plain.pages;
  if (page === undefined) return;
  const controls: readonly (readonly [
    what: string,
    testCase: TestCase,
    end: { readonly vector: number; readonly errorCode?: number; readonly address?: bigint },
  ])[] = [
    ["a NOP", plain, { vector: 14, errorCode: 0, address: LANDING }],
    [
      "code at a high address",
      {
        ...plain,
        before: { ...plain.before, rip: HIGH_PAGE + 0xffen },
        pages: [{ ...page, linear: HIGH_PAGE }],
        steps: [{ bytes: Uint8Array.of(0x0f, 0x0b) }],
      },
      { vector: 6 },
    ],
    [
      "HLT at CPL 3",
      { ...plain, before: user, pages: [{ ...page, user: true }], steps: [{ bytes: Uint8Array.of(0xf4) }] },
      { vector: 13, errorCode: 0 },
    ],
    [
      "user code on a page of the supervisor",
      { ...plain, before: user },
      { vector: 14, errorCode: 5, address: LANDING - 1n },
    ],
  ];
  const answers = await run(controls.map(([, testCase]) => testCase));
  for (const [index, [what, { before }, { vector, errorCode, address }]] of controls.entries()) {
    const answer = answers[index];
    if (answer === undefined || "unsupported" in answer) throw new Error(`it does not run ${what}`);
    const { end, after } = answer;
    if (
      end.kind === "exception" &&
      end.vector === vector &&
      end.errorCode === errorCode &&
      end.address === address &&
      after.rdx === before.rdx &&
      after.cs.selector === before.cs.selector &&
      after.dr7 === before.dr7
    )
      continue;
    throw new Error(`it ends ${what} in an unexpected way; this build is not supported`);
  }
}

function legacyCase(profile: Profile): TestCase {
  const plain = plainCase(profile, 0n);
  const before = { ...plain.before, cr4: 0n, cs: { ...plain.before.cs, l: 0, db: 1 }, rdx: 0x1234_5678n };
  return { ...plain, before };
}

function ofCpl3(segment: Segment): Segment {
  return { ...segment, selector: segment.selector | 3, dpl: 3 };
}
