const CALLS_HOOK = "Unicorn calls a hook of its user and goes on behind the instruction: it does not execute it";
/** One table for every model. */
export const UNICORN_CAPABILITIES = {
    fields: new Map(),
    noOpinion: new Map([
        ["syscall", CALLS_HOOK],
        ["sysenter", CALLS_HOOK],
    ]),
    batch: 1000,
};
