/** A processor or its adapter broke. `hint` says what to do about it. */
export class AdapterError extends Error {
    name = "AdapterError";
    code;
    hint;
    /** Answers that arrived before the failure; the first case without one is the suspect. */
    answers;
    constructor(options) {
        super(options.message, { cause: options.cause });
        this.code = options.code;
        this.hint = options.hint ?? "";
        this.answers = options.answers ?? [];
    }
}
