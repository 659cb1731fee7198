/** QEMU's TCG as a processor: cases run in the bare-metal guest, under a VMCB or under its own IDT. */
import type { ObserverName } from "../../guest/layout.ts";
import type { TestCase } from "../../spec/model.ts";
import type { Adapter } from "../adapter.ts";
import { emulatorVersion } from "./emulator-binary.ts";
import { IDT_FIELDS } from "./idt-fields.ts";
import { runWithinImposed } from "./imposed-objection.ts";
import type { Answer } from "./job.ts";
import { probeProfile } from "./probe-registers.ts";
import { QemuRunner } from "./qemu-runner.ts";

/** The models that serve both vendors in both address widths. */
export const QEMU_MODELS: readonly string[] = [
  "Skylake-Server,+svm",
  "Skylake-Server,+svm,+la57",
  "EPYC",
  "EPYC,+la57",
];

/** How to start QEMU. */
export interface QemuOptions {
  /** Program to run; `qemu-system-x86_64` unless given. */
  readonly binary?: string;
  /** QEMU's `-cpu`; the first of QEMU_MODELS unless given. Under the observer `svm` it must offer SVM. */
  readonly cpu?: string;
  /** How the state is seen; `svm` unless given. */
  readonly observer?: ObserverName;
  /** QEMU's `-accel`: what runs the guest; `tcg`, its translator, unless given. */
  readonly accelerator?: string;
  /** Milliseconds that one case may take before the processor counts as hung; 3000 unless given. */
  readonly timeLimit?: number;
  /**
   * Seconds after which an idle QEMU ends itself, so that none outlives a parent that was killed; 600
   * unless given. The next `run` starts a new one.
   */
  readonly idleLimit?: number;
}

/** An adapter that can also name its process, for tests and messages. */
export interface QemuAdapter extends Adapter {
  /** The emulator's process id, or undefined while none runs. */
  readonly pid: number | undefined;
  close(): Promise<void>;
}

const HINT = "install QEMU, on Debian and Ubuntu: apt-get install qemu-system-x86";
const BATCH = 2000;

/** Starts QEMU. Errors: `start-failed`, with a hint. */
export async function startQemu(options: QemuOptions = {}): Promise<QemuAdapter> {
  const binary = options.binary ?? "qemu-system-x86_64";
  const cpu = options.cpu ?? (QEMU_MODELS[0] as string);
  const observer = options.observer ?? "svm";
  const version = await emulatorVersion({
    binary,
    args: ["--version"],
    pattern: /QEMU emulator version (\d+(?:\.\d+)*)/,
    hint: HINT,
  });
  const runner = new QemuRunner({
    binary,
    cpu,
    observer,
    accelerator: options.accelerator ?? "tcg",
    timeLimit: options.timeLimit ?? 3000,
    idleLimit: options.idleLimit ?? 600,
    // The program is there: what it does not start with is the model.
    hint: `\`${binary} -cpu help\` lists the models and features of this build`,
  });
  const runAll = (cases: readonly TestCase[]): Promise<readonly Answer[]> => runner.run(cases);
  const profile = await probeProfile(observer, await runner.greet(), runAll);
  return {
    name: "qemu",
    version,
    model: cpu,
    profile,
    // The VMCB of TCG shows every field with every bit.
    capabilities: {
      fields: observer === "svm" ? new Map() : IDT_FIELDS,
      noOpinion: new Map(),
      batch: BATCH,
    },
    get pid() {
      return runner.pid;
    },
    run: observer === "svm" ? runAll : (cases) => runWithinImposed(profile, cases, runAll),
    close: async () => runner.close(),
  };
}
