/** What to run to learn the version, and how to read it. */
export interface BinaryQuestion {
    readonly binary: string;
    readonly args: readonly string[];
    /** The first group is the version. */
    readonly pattern: RegExp;
    /** What to do when the binary is missing. */
    readonly hint: string;
}
/**
 * The version that the binary reports. Errors: `start-failed` when it is missing, does not run, or
 * prints something without a version.
 */
export declare function emulatorVersion(question: BinaryQuestion): Promise<string>;
