/** Clean-up that must happen however this process ends. */
const pending = new Set();
/**
 * Registers `action` to run when this process exits, unless the returned function was called before.
 * Actions must be synchronous and must not throw.
 */
export function onExit(action) {
    if (pending.size === 0)
        process.on("exit", runPending);
    pending.add(action);
    return () => {
        pending.delete(action);
        if (pending.size === 0)
            process.off("exit", runPending);
    };
}
function runPending() {
    for (const action of pending)
        action();
}
