import { exitCodeOfSignal } from "./exit-code.js";
/** Signals that end a run in good order. */
const SIGNALS = ["SIGINT", "SIGTERM"];
/**
 * Watches for SIGINT and SIGTERM. The first one aborts; the second ends the process at once, and
 * what it started with it.
 */
export function watchSignals() {
    const controller = new AbortController();
    const onSignal = (name) => {
        if (controller.signal.aborted)
            process.exit(exitCodeOfSignal(name));
        controller.abort(name);
    };
    for (const name of SIGNALS)
        process.on(name, onSignal);
    return {
        signal: controller.signal,
        release: () => {
            for (const name of SIGNALS)
                process.off(name, onSignal);
        },
    };
}
