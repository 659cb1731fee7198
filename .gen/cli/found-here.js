import { EMULATOR_NAMES, emulatorProgram } from "./emulators.js";
import { installHint } from "./install-hint.js";
import { parseProcessorName } from "./processor-name.js";
/** Every emulator of this machine; those that it lacks are skipped, with a word on how to get them. */
export function foundHere() {
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
