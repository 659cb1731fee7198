/** A report could not be written in full; what stands in it up to there is whole lines. */
export class ReportError extends Error {
    name = "ReportError";
    hint;
    constructor(options) {
        super(options.message, { cause: options.cause });
        this.hint = options.hint ?? "";
    }
}
const HINTS = new Map([
    ["ENOSPC", "the disk is full: free some space or write the report elsewhere"],
    ["EACCES", "the file may not be written: check its permissions"],
    ["EROFS", "the file system is read-only: write the report elsewhere"],
    ["ENOENT", "the folder does not exist: create it first"],
    ["EISDIR", "this is a folder: name a file in it"],
    ["EPIPE", "the program that read the report has ended"],
]);
/** The error that says that `target` could not be written, and what to do about it. */
export function reportError(target, cause) {
    const { code, message } = cause;
    const reason = code === undefined ? message : `${code}, ${message.replace(/^\w+: |, \w+.*$/g, "")}`;
    const hint = HINTS.get(code ?? "");
    return new ReportError({
        message: `cannot write the report ${target}: ${reason}`,
        ...(hint !== undefined && { hint }),
        cause,
    });
}
