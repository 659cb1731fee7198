/** Clean-up that happens however this process ends, short of SIGKILL. */

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const actions = new Set<() => void>();

/** Runs `action` when this process ends, unless the returned function was called before. It must not throw. */
export function onWayOut(action: () => void): () => void {
  if (actions.size === 0) {
    process.on("exit", runAll);
    for (const signal of SIGNALS) process.on(signal, endBySignal);
  }
  actions.add(action);
  return () => {
    actions.delete(action);
    if (actions.size === 0) forget();
  };
}

function runAll(): void {
  for (const action of actions) action();
  actions.clear();
}

function forget(): void {
  process.off("exit", runAll);
  for (const signal of SIGNALS) process.off(signal, endBySignal);
}

/** Ends by the same signal, so that whoever waits for this process learns the truth. */
function endBySignal(signal: NodeJS.Signals): void {
  runAll();
  forget();
  process.kill(process.pid, signal);
}
