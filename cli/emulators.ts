/** The emulators that the suite starts by itself. */
import type { Adapter } from "../harness/adapter.ts";
import { BOCHS_MODELS, startBochs } from "../harness/adapters/bochs.ts";
import { bothObservers } from "../harness/adapters/both-observers.ts";
import { QEMU_MODELS, startQemu } from "../harness/adapters/qemu.ts";
import { UNICORN_MODELS, startUnicorn } from "../harness/adapters/unicorn.ts";
import { V86_MODELS, findV86, startV86 } from "../harness/adapters/v86.ts";
import { findLibrary } from "./find-library.ts";
import { onPath } from "./on-path.ts";
import type { EmulatorName, ObserverChoice } from "./processor-name.ts";

/** How to find and start one emulator. */
export interface Emulator {
  /** Where this machine has its program or library; undefined when it is not installed. */
  readonly find: () => string | undefined;
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
    find: () => firstOnPath("qemu-system-x86_64"),
    models: QEMU_MODELS,
    start: ({ model, binary, observer: choice }) =>
      observed(choice, (observer) =>
        startQemu({ cpu: model, observer, ...(binary !== undefined && { binary }) }),
      ),
  },
  bochs: {
    // Debian's `bochs` is a script around the program proper.
    find: () => firstOnPath("bochs-bin", "bochs"),
    models: BOCHS_MODELS,
    start: ({ model, binary, observer: choice }) =>
      observed(choice, (observer) =>
        startBochs({ cpu: model, observer, binary: binary ?? emulatorProgram("bochs") ?? "bochs-bin" }),
      ),
  },
  unicorn: {
    find: () => findLibrary(),
    models: UNICORN_MODELS,
    start: ({ model, binary }) => {
      const sharedObject = binary ?? emulatorProgram("unicorn");
      return startUnicorn({ cpu: model, ...(sharedObject !== undefined && { sharedObject }) });
    },
  },
  v86: {
    find: findV86,
    models: V86_MODELS,
    start: ({ model, binary }) => startV86({ model, ...(binary !== undefined && { module: binary }) }),
  },
};

/** The names of all emulators. */
export const EMULATOR_NAMES: readonly EmulatorName[] = ["qemu", "bochs", "unicorn", "v86"];

/** Where this machine has the emulator's program or library; undefined when it is not installed. */
export function emulatorProgram(name: EmulatorName): string | undefined {
  return EMULATORS[name].find();
}

function firstOnPath(...programs: readonly string[]): string | undefined {
  for (const program of programs) {
    const found = onPath(program);
    if (found !== undefined) return found;
  }
  return undefined;
}
