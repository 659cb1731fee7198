import type { TestCase } from "../spec/model.ts";
/** What a replay line says. */
export interface Replay {
    /** The processor, as one types it. */
    readonly processor: string;
    /** The rule that the case broke. */
    readonly rule: string;
    readonly testCase: TestCase;
}
/** `rc1.` and base64url of the JSON in zlib format, whose checksum tells a damaged line; 200 to 600 characters for a shrunk case. */
export declare function encodeReplay({ processor, rule, testCase }: Replay): string;
/** Whether `text` is a replay line of any format, the command around it included. */
export declare function isReplay(text: string): boolean;
/**
 * Errors: `UsageError` when the line is damaged or of another format; `InvalidDocument` when its case is
 * not valid.
 */
export declare function decodeReplay(text: string): Replay;
