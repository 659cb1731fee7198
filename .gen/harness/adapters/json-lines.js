/** A longer line is no answer but a program gone wild; refusing it keeps the memory. */
const LONGEST_LINE = 16 * 1024 * 1024;
/** Cuts a stream of text into lines; `\r\n` counts as one end, empty lines are passed over. */
export class LineSplitter {
    #rest = "";
    /** The lines that `text` completes. Errors: when a line grows beyond 16 MiB. */
    push(text) {
        const pieces = text.split("\n");
        pieces[0] = this.#rest + (pieces[0] ?? "");
        this.#rest = pieces.pop() ?? "";
        if (this.#rest.length > LONGEST_LINE) {
            throw new Error(`a line of more than ${LONGEST_LINE} characters: ${this.#rest.slice(0, 40)}...`);
        }
        return pieces
            .map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line))
            .filter((line) => line !== "");
    }
    /** What came after the last end of line. */
    get rest() {
        return this.#rest;
    }
}
/** Keeps the last lines of a stream of text. */
export class Tail {
    #text = "";
    push(text) {
        this.#text = (this.#text + text).slice(-4096);
    }
    /** At most `count` lines, the newest last. */
    lines(count) {
        return this.#text
            .split("\n")
            .map((line) => line.trimEnd())
            .filter((line) => line !== "")
            .slice(-count);
    }
}
