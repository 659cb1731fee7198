/** A command line, or a file named on it, that cannot be obeyed: exit code 2. */
export class UsageError extends Error {
    name = "UsageError";
    /** What to do about it; empty when the message says it all. */
    hint;
    constructor(message, hint = "") {
        super(message);
        this.hint = hint;
    }
}
