/** Turns signals into an abort; `release` gives them back. */
export interface SignalWatch {
    /** Aborted by the first signal, with its name as the reason. */
    readonly signal: AbortSignal;
    release(): void;
}
/**
 * Watches for SIGINT and SIGTERM. The first one aborts; the second ends the process at once, and
 * what it started with it.
 */
export declare function watchSignals(): SignalWatch;
