/** Where to look for what compiles the program, and where it goes. */
export interface NativeProgramOptions {
    /** The C compiler; CC, cc, gcc or clang unless given. */
    readonly compiler?: string;
    /** The folder that keeps what was compiled; `ringcross` in the user's cache unless given. */
    readonly cache?: string;
    readonly platform?: NodeJS.Platform;
    readonly arch?: NodeJS.Architecture;
}
/** The C compiler of this machine; undefined when it has none. */
export declare function nativeCompiler(): string | undefined;
/** The path of the compiled program. Errors: `start-failed` where it cannot run or cannot be compiled. */
export declare function nativeProgram(options?: NativeProgramOptions): Promise<string>;
