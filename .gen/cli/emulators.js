import { BOCHS_MODELS, startBochs } from "../harness/adapters/bochs.js";
import { bothObservers } from "../harness/adapters/both-observers.js";
import { QEMU_MODELS, startQemu } from "../harness/adapters/qemu.js";
import { UNICORN_MODELS, startUnicorn } from "../harness/adapters/unicorn.js";
import { findLibrary } from "./find-library.js";
import { onPath } from "./on-path.js";
/** Starts one adapter, or two that watch each other. */
async function observed(observer = "svm", start) {
    if (observer !== "both")
        return start(observer);
    const first = await start("svm");
    try {
        return bothObservers(first, await start("idt"));
    }
    catch (error) {
        await first.close?.();
        throw error;
    }
}
/** Every emulator by the name that a user types. */
export const EMULATORS = {
    qemu: {
        find: () => firstOnPath("qemu-system-x86_64"),
        models: QEMU_MODELS,
        start: ({ model, binary, observer: choice }) => observed(choice, (observer) => startQemu({ cpu: model, observer, ...(binary !== undefined && { binary }) })),
    },
    bochs: {
        // Debian's `bochs` is a script around the program proper.
        find: () => firstOnPath("bochs-bin", "bochs"),
        models: BOCHS_MODELS,
        start: ({ model, binary, observer: choice }) => observed(choice, (observer) => startBochs({ cpu: model, observer, binary: binary ?? emulatorProgram("bochs") ?? "bochs-bin" })),
    },
    unicorn: {
        find: () => findLibrary(),
        models: UNICORN_MODELS,
        start: ({ model, binary }) => {
            const sharedObject = binary ?? emulatorProgram("unicorn");
            return startUnicorn({ cpu: model, ...(sharedObject !== undefined && { sharedObject }) });
        },
    },
};
/** The names of all emulators. */
export const EMULATOR_NAMES = ["qemu", "bochs", "unicorn"];
/** Where this machine has the emulator's program or library; undefined when it is not installed. */
export function emulatorProgram(name) {
    return EMULATORS[name].find();
}
function firstOnPath(...programs) {
    for (const program of programs) {
        const found = onPath(program);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
