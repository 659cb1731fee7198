import { exitCodeOfSignal } from "./exit-code.ts";

/** Signals that end a run in good order. */
const SIGNALS = ["SIGINT", "SIGTERM"] as const;

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
export function watchSignals(): SignalWatch {
  const controller = new AbortController();
  const onSignal = (name: "SIGINT" | "SIGTERM"): void => {
    if (controller.signal.aborted) process.exit(exitCodeOfSignal(name));
    controller.abort(name);
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  return {
    signal: controller.signal,
    release: () => {
      for (const name of SIGNALS) process.off(name, onSignal);
    },
  };
}
