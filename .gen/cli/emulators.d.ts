/** The emulators that the suite starts by itself. */
import type { Adapter } from "../harness/adapter.ts";
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
/** Every emulator by the name that a user types. */
export declare const EMULATORS: Readonly<Record<EmulatorName, Emulator>>;
/** The names of all emulators. */
export declare const EMULATOR_NAMES: readonly EmulatorName[];
/** Where this machine has the emulator's program or library; undefined when it is not installed. */
export declare function emulatorProgram(name: EmulatorName): string | undefined;
export {};
