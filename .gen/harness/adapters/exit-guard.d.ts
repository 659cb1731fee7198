/** Clean-up that must happen however this process ends. */
/**
 * Registers `action` to run when this process exits, unless the returned function was called before.
 * Actions must be synchronous and must not throw.
 */
export declare function onExit(action: () => void): () => void;
