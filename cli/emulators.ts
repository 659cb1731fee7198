/** The emulators that the suite starts by itself. */
import type { Adapter } from "../harness/adapter.ts";
import { BOCHS_MODELS, startBochs } from "../harness/adapters/bochs.ts";
import { QEMU_MODELS, startQemu } from "../harness/adapters/qemu.ts";
import { onPath } from "./on-path.ts";
import type { EmulatorName } from "./processor-name.ts";

/** How to find and start one emulator. */
export interface Emulator {
  /** Names of its program, the preferred one first. */
  readonly programs: readonly string[];
  /** The models that are tested when none is named. */
  readonly models: readonly string[];
  readonly start: (options: { readonly model: string; readonly binary?: string }) => Promise<Adapter>;
}

/** Every emulator by the name that a user types. */
export const EMULATORS: Readonly<Record<EmulatorName, Emulator>> = {
  qemu: {
    programs: ["qemu-system-x86_64"],
    models: QEMU_MODELS,
    start: ({ model, binary }) => startQemu({ cpu: model, ...(binary !== undefined && { binary }) }),
  },
  bochs: {
    // Debian's `bochs` is a script around the program proper.
    programs: ["bochs-bin", "bochs"],
    models: BOCHS_MODELS,
    start: ({ model, binary }) =>
      startBochs({ cpu: model, binary: binary ?? emulatorProgram("bochs") ?? "bochs-bin" }),
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
