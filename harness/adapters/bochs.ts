/** Bochs as a processor: cases run in the bare-metal guest, under a VMCB or its own IDT, one process per batch. */
import type { ObserverName } from "../../guest/layout.ts";
import type { TestCase } from "../../spec/model.ts";
import type { Adapter } from "../adapter.ts";
import { BOCHS_FIELDS } from "./bochs-limits.ts";
import { BochsRunner } from "./bochs-runner.ts";
import { emulatorVersion } from "./emulator-binary.ts";
import { IDT_FIELDS } from "./idt-fields.ts";
import { runWithinImposed } from "./imposed-objection.ts";
import type { Answer } from "./job.ts";
import { probeProfile } from "./probe-registers.ts";

/** One model per vendor. Only bx_generic takes CPUID options, so it alone can be an Intel part with SVM. */
export const BOCHS_MODELS: readonly string[] = ["bx_generic,vmx=0,svm=1,vendor_string=GenuineIntel", "ryzen"];

/** How to start Bochs. */
export interface BochsOptions {
  /** Program to run; `bochs-bin` unless given, because a wrapper script would not pass signals on. */
  readonly binary?: string;
  /** A `cpu:` model, followed by `cpuid:` options, separated by commas; the first of BOCHS_MODELS unless given. */
  readonly cpu?: string;
  /** How the state is seen; `svm` unless given. */
  readonly observer?: ObserverName;
  /** Milliseconds without a new case after which the processor counts as hung; 8000 unless given. */
  readonly timeLimit?: number;
}

/** An adapter that can also name its processes, for tests and messages. */
export interface BochsAdapter extends Adapter {
  readonly pids: readonly number[];
  close(): Promise<void>;
}

const HINT =
  "install Bochs with its internal debugger, on Debian and Ubuntu: apt-get install bochs bochs-term";
const BATCH = 10_000;

/** Starts Bochs. Errors: `start-failed`, with a hint. */
export async function startBochs(options: BochsOptions = {}): Promise<BochsAdapter> {
  const binary = options.binary ?? "bochs-bin";
  const model = options.cpu ?? (BOCHS_MODELS[0] as string);
  const observer = options.observer ?? "svm";
  const version = await emulatorVersion({
    binary,
    args: ["--help"],
    pattern: /Bochs x86 Emulator (\d+(?:\.\d+)*)/,
    hint: HINT,
  });
  const runner = new BochsRunner({
    binary,
    model,
    observer,
    timeLimit: options.timeLimit ?? 8000,
    batch: BATCH,
    hint: HINT,
  });
  const runAll = (cases: readonly TestCase[]): Promise<readonly Answer[]> => runner.run(cases);
  const profile = await probeProfile(observer, await runner.greet(), runAll);
  return {
    name: "bochs",
    version,
    model,
    profile,
    capabilities: {
      fields: observer === "svm" ? BOCHS_FIELDS : IDT_FIELDS,
      noOpinion: new Map(),
      batch: BATCH,
    },
    get pids() {
      return runner.pids;
    },
    run: observer === "svm" ? runAll : (cases) => runWithinImposed(profile, cases, runAll),
    close: async () => runner.close(),
  };
}
