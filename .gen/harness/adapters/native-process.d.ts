import { NativeResults, type NativeDone, type NativeHello } from "./native-record.ts";
/** The program ended or said nothing; the message says which. */
export declare class NativeEnd extends Error {
    readonly silent: boolean;
    constructor(message: string, options: {
        silent: boolean;
    });
}
/** One run of the program. */
export declare class NativeProcess {
    #private;
    readonly hello: NativeHello;
    private constructor();
    /** Starts the program and hears what it says of the machine. Errors: an Error that says why it does not. */
    static start(program: string): Promise<NativeProcess>;
    /** The operating system's id of the process. */
    get pid(): number | undefined;
    /** Runs one batch. Errors: `NativeEnd`. */
    run(batch: Buffer, limit: number): Promise<NativeDone & {
        readonly results: NativeResults;
    }>;
    kill(): void;
}
