import type { Trouble } from "../harness/report/reporter.ts";
import { EMULATOR_NAMES, emulatorProgram } from "./emulators.ts";
import { installHint } from "./install-hint.ts";
import { parseProcessorName, type ProcessorName } from "./processor-name.ts";

/** Every emulator of this machine; those that it lacks are skipped, with a word on how to get them. */
export function foundHere(): {
  readonly found: readonly ProcessorName[];
  readonly missing: readonly Trouble[];
} {
  const installed = EMULATOR_NAMES.filter((name) => emulatorProgram(name) !== undefined);
  return {
    found: installed.map(parseProcessorName),
    missing: EMULATOR_NAMES.filter((name) => !installed.includes(name)).map((name) => ({
      processor: name,
      kind: "skip",
      message: `${name} is not installed`,
      hint: `to install it: ${installHint(name)}`,
    })),
  };
}
