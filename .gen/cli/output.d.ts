/** Where the program writes, and what the stream can show. */
/** Whether escape sequences make sense on `stream`; NO_COLOR and FORCE_COLOR have the last word. */
export declare function isColoured(stream: NodeJS.WriteStream, environment?: NodeJS.ProcessEnv): boolean;
/** The width of a terminal; without end for a file or a program. */
export declare function columnsOf(stream: NodeJS.WriteStream): number;
/** Prints lines on standard output. */
export declare function print(lines: readonly string[]): void;
/** Says on standard error what went wrong and, if known, what to do. */
export declare function complain(message: string, hint?: string): void;
