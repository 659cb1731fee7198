/** Which program to start, and how. */
export interface ChildOptions {
    /** A path, or a name that PATH is searched for. */
    readonly command: string;
    readonly args?: readonly string[];
    /** The folder to start it in. */
    readonly cwd?: string;
    /** Environment variables beside those of this process. */
    readonly env?: Readonly<Record<string, string>>;
}
/** Who hears of a child. After `ended` or `broken` nothing more is said. */
export interface ChildListener {
    line(text: string): void;
    /** The child ended, or closed its output: why, in words, with its last words on standard error. */
    ended(reason: string): void;
    /** Its output cannot be cut into lines. */
    broken(reason: string): void;
}
/** A running child. `close` and `kill` end it with everything that it started in its process group. */
export declare class ChildProgram {
    #private;
    private constructor();
    /** Errors: `AdapterError` with `start-failed` when the system cannot start the program. */
    static start(options: ChildOptions, listener: ChildListener): Promise<ChildProgram>;
    /** Queues text for the child's standard input. */
    write(text: string): void;
    /** Ends the input, waits `patience` milliseconds for the child to leave, then kills it. */
    close(patience: number): Promise<void>;
    /** Ends the child: SIGTERM, then SIGKILL. Resolves when it is gone. */
    kill(): Promise<void>;
    /** The last lines that the child wrote to standard error, as the end of a message. */
    lastWords(): string;
}
