/** Cuts a stream of text into lines; `\r\n` counts as one end, empty lines are passed over. */
export declare class LineSplitter {
    #private;
    /** The lines that `text` completes. Errors: when a line grows beyond 16 MiB. */
    push(text: string): string[];
    /** What came after the last end of line. */
    get rest(): string;
}
/** Keeps the last lines of a stream of text. */
export declare class Tail {
    #private;
    push(text: string): void;
    /** At most `count` lines, the newest last. */
    lines(count: number): string[];
}
