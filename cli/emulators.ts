/** The emulators that the suite starts by itself. */
import type { Adapter } from "../harness/adapter.ts";
import { BOCHS_MODELS, startBochs } from "../harness/adapters/bochs.ts";
import { bothObservers } from "../harness/adapters/both-observers.ts";
import { QEMU_MODELS, startQemu } from "../harness/adapters/qemu.ts";
import { onPath } from "./on-path.ts";
import type { EmulatorName, ObserverChoice } from "./processor-name.ts";

/** How to find and start one emulator. */
export interface Emulator {
  /** Names of its program, the preferred one first. */
  readonly programs: readonly string[];
  /** The models that are tested when none is named. */
  readonly models: readonly string[];
  readonly start: (options: StartOptions) => Promise<Adapter>;
}

/** Which of its programs to start, as which model. */
interface StartOptions {
  readonly model: string;
  readonly binary?: string;
  /** `svm` unless given. */
  readonly observer?: ObserverChoice;
}

/** Starts one adapter, or two that watch each other. */
async function observed(
  observer: ObserverChoice = "svm",
  start: (observer: "svm" | "idt") => Promise<Adapter>,
): Promise<Adapter> {
  if (observer !== "both") return start(observer);
  const first = await start("svm");
  try {
    return bothObservers(first, await start("idt"));
  } catch (error) {
    await first.close?.();
    throw error;
  }
}

/** Every emulator by the name that a user types. */
export const EMULATORS: Readonly<Record<EmulatorName, Emulator>> = {
  qemu: {
    programs: ["qemu-system-x86_64"],
    models: QEMU_MODELS,
    start: ({ model, binary, observer: choice }) =>
      observed(choice, (observer) =>
        startQemu({ cpu: model, observer, ...(binary !== undefined && { binary }) }),
      ),
  },
  bochs: {
    // Debian's `bochs` is a script around the program proper.
    programs: ["bochs-bin", "bochs"],
    models: BOCHS_MODELS,
    start: ({ model, binary, observer: choice }) =>
      observed(choice, (observer) =>
        startBochs({ cpu: model, observer, binary: binary ?? emulatorProgram("bochs") ?? "bochs-bin" }),
      ),
  },
};

/** The names of all emulators. */
export const EMULATOR_NAMES: readonly EmulatorName[] = ["qemu", "bochs"];

/** Where this machine has the emulator's program; undefined when it is not installed. */
export function emulatorProgram(name: EmulatorName): string | undefined {
  for (const program of EMULATORS[name].programs) {
    const found = onPath(program);
    if (found !== undefined) return found;
  }
  return undefined;
}
