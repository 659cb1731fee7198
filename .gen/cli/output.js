/** Where the program writes, and what the stream can show. */
/** Whether escape sequences make sense on `stream`; NO_COLOR and FORCE_COLOR have the last word. */
export function isColoured(stream, environment = process.env) {
    if ((environment["NO_COLOR"] ?? "") !== "")
        return false;
    if ((environment["FORCE_COLOR"] ?? "") !== "")
        return true;
    return stream.isTTY && environment["TERM"] !== "dumb";
}
/** The width of a terminal; without end for a file or a program. */
export function columnsOf(stream) {
    return stream.isTTY ? stream.columns : Number.POSITIVE_INFINITY;
}
/** Prints lines on standard output. */
export function print(lines) {
    if (lines.length > 0)
        process.stdout.write(`${lines.join("\n")}\n`);
}
/** Says on standard error what went wrong and, if known, what to do. */
export function complain(message, hint = "") {
    process.stderr.write(`ringcross: ${message}\n${hint === "" ? "" : `  ${hint}\n`}`);
}
